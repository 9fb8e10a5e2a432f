namespace Gatehouse.Register;

/// <summary>
/// Reads who the people are from the users' file. Identity is the name without case, never the label: <c>jane.doe@cabinetoffice.gov.uk</c> and
/// <c>jane.doe@gpa.gov.uk</c> would share a label. A name that IAM refuses is passed on, for the guard to refuse that person alone.
/// </summary>
internal static class UsersFile
{
    public const string Type = "aws_iam_user";

    /// <summary>The entries in the order of the file; null when the text is not JSON at all.</summary>
    public static IReadOnlyList<UserEntry>? Read(ReadOnlySpan<byte> bytes, RegisterProblems problems)
    {
        var file = new TerraformFile(RegisterFiles.Users, Type, problems);
        var entries = file.Read(bytes)?.Select(resource => Entry(resource, file)).ToList();
        ReportNamesUsedTwice(entries ?? [], file);
        return entries;
    }

    private static UserEntry Entry(TerraformResource resource, TerraformFile file)
    {
        var name = resource.Body.Find("name");
        if (name is { Value: PlacedText { Value: var text } } && !string.IsNullOrWhiteSpace(text))
        {
            return new UserEntry(resource.Label, resource.Line, name.Line, new UserName(text));
        }

        var what = name is null ? "has no name" : $"has a name that is {(name.Value is PlacedText ? "blank" : name.Value.Kind)}";
        file.Problem(name?.Line ?? resource.Line, $"The user \"{resource.Label}\" {what}.", "Write \"name\": \"<the person's address>\".");
        return new UserEntry(resource.Label, resource.Line, resource.Line, null);
    }

    private static void ReportNamesUsedTwice(IReadOnlyList<UserEntry> entries, TerraformFile file)
    {
        var first = new Dictionary<UserName, UserEntry>();
        foreach (var entry in entries.Where(entry => entry.Name is not null && !first.TryAdd(entry.Name, entry)))
        {
            var earlier = first[entry.Name!];
            file.Problem(
                entry.NameLine,
                $"The name \"{entry.Name}\" is used twice, first on line {earlier.NameLine}{(earlier.Name!.Value == entry.Name!.Value ? "" : $" as \"{earlier.Name}\"")}. IAM tells no upper from lower case.",
                "Take one of the two out, and its label from the members.");
        }
    }
}

/// <summary>One entry of the users' file; its name is null where it could not be read, which is reported.</summary>
internal sealed record UserEntry(string Label, int Line, int NameLine, UserName? Name);
