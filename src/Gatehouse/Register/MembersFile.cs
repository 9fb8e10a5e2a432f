namespace Gatehouse.Register;

/// <summary>
/// Reads who is in which group from the members' file: any number of memberships, for any number of groups. Two for one group are taken together,
/// and a member listed twice is a member once, since a group is a set to Terraform and to IAM alike.
/// </summary>
internal static class MembersFile
{
    public const string Type = "aws_iam_group_membership";

    public static IReadOnlyList<Membership> Read(ReadOnlySpan<byte> bytes, RegisterProblems problems)
    {
        var file = new TerraformFile(RegisterFiles.Members, Type, problems);
        return [.. (file.Read(bytes) ?? []).Select(resource => new Membership(Group(resource, file), [.. Members(resource, file)]))];
    }

    private static string? Group(TerraformResource resource, TerraformFile file)
    {
        var group = resource.Body.Find("group");
        if (group is { Value: PlacedText { Value: var name } } && !string.IsNullOrWhiteSpace(name) && !name.Contains("${", StringComparison.Ordinal))
        {
            return name;
        }

        var what = group switch
        {
            null => "has no group",
            { Value: PlacedText { Value: var text } } when !string.IsNullOrWhiteSpace(text) => $"names its group by a reference, {text}, which is not resolved here",
            { Value: PlacedText } => "has a group that is blank",
            _ => $"has a group that is {group.Value.Kind}",
        };
        file.Problem(group?.Line ?? resource.Line, $"The membership \"{resource.Label}\" {what}.", "Write \"group\": \"<the group's name>\".");
        return null;
    }

    private static IEnumerable<PlacedText> Members(TerraformResource resource, TerraformFile file)
    {
        var users = resource.Body.Find("users");
        if (users?.Value is not PlacedArray list)
        {
            var what = users is null ? "has no users" : $"has users that are {users.Value.Kind}, not a list";
            file.Problem(users?.Line ?? resource.Line, $"The membership \"{resource.Label}\" {what}.", "Write \"users\": [ … ]; an empty list is fine.");
            return [];
        }

        foreach (var odd in list.Items.Where(item => item is not PlacedText))
        {
            file.Problem(odd.Line, $"A member of \"{resource.Label}\" is {odd.Kind}.", "Write \"${aws_iam_user.<label>.name}\".");
        }

        return list.Items.OfType<PlacedText>();
    }
}

/// <summary>One membership as written; its group is null where it could not be read, which is reported.</summary>
internal sealed record Membership(string? Group, IReadOnlyList<PlacedText> Members);
