using System.Text.RegularExpressions;

namespace Gatehouse.Register;

/// <summary>
/// Finds the person a member stands for.
/// <list type="table">
/// <listheader><term>written</term><description>means</description></listheader>
/// <item><term><c>${aws_iam_user.jane_doe.name}</c>, <c>….id}</c></term><description>the user with that label</description></item>
/// <item><term><c>jane.doe@example.gov.uk</c></term><description>the user with that name, without case</description></item>
/// <item><term>anything else, or a person who is not in the users' file</term><description>a problem</description></item>
/// </list>
/// </summary>
internal sealed partial class MemberReference
{
    private readonly Dictionary<string, UserEntry> byLabel = new(StringComparer.Ordinal);
    private readonly Dictionary<UserName, UserEntry> byName = [];

    public MemberReference(IEnumerable<UserEntry> entries)
    {
        foreach (var entry in entries)
        {
            byLabel.TryAdd(entry.Label, entry);
            if (entry.Name is not null)
            {
                byName.TryAdd(entry.Name, entry);
            }
        }
    }

    /// <summary>The entry a member stands for; null, with a problem, where there is none.</summary>
    public UserEntry? Find(PlacedText member, RegisterProblems problems)
    {
        if (Reference().Match(member.Value) is { Success: true } reference)
        {
            var label = reference.Groups["label"].Value;
            return byLabel.GetValueOrDefault(label) ?? Dangling(
                member,
                $"The member {member.Value} refers to a label that {RegisterFiles.Users} does not have.",
                $"Take the member out, or add the user \"{label}\".",
                problems);
        }

        return member.Value.Contains("aws_iam_user", StringComparison.Ordinal) || member.Value.Contains("${", StringComparison.Ordinal)
            ? Dangling(member, $"The member {member.Value} is not a reference that can be read.", "Write \"${aws_iam_user.<label>.name}\".", problems)
            : byName.GetValueOrDefault(new UserName(member.Value)) ?? Dangling(
                member,
                $"The member \"{member.Value}\" is nobody's name in {RegisterFiles.Users}.",
                "Take the member out, or add that person.",
                problems);
    }

    private static UserEntry? Dangling(PlacedText member, string what, string mend, RegisterProblems problems)
    {
        problems.Add(RegisterFiles.Members, member.Line, what, mend);
        return null;
    }

    [GeneratedRegex(@"\A\$\{\s*aws_iam_user\.(?<label>[^\s{}]+)\.(name|id)\s*\}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
