using System.Globalization;
using System.Text.RegularExpressions;
using Amazon.IdentityManagement.Model;
using Gatehouse.Membership;

namespace Gatehouse.Aws;

/// <summary>The tags by which a user is known to be ours, and by which merge.</summary>
public static partial class ManagedTags
{
    public const string ManagedBy = "managed-by";
    public const string Gatehouse = "gatehouse";

    /// <summary>What a machine user carries in place of <see cref="Gatehouse"/>: its keys are ours to watch, and it is no person who could join or leave.</summary>
    public const string Machine = "gatehouse-machine";

    public const string PullRequest = "gatehouse:pull-request";
    public const string MergeCommit = "gatehouse:merge-commit";
    public const string MergedBy = "gatehouse:merged-by";

    public static List<Tag> For(Attribution because)
    {
        List<Tag> tags = [new() { Key = ManagedBy, Value = Gatehouse }];
        if (because.Commit is { } commit)
        {
            tags.Add(new() { Key = MergeCommit, Value = commit });
        }

        if (because.PullRequest is { } number)
        {
            tags.Add(new() { Key = PullRequest, Value = number.ToString(CultureInfo.InvariantCulture) });
        }

        if (because.MergedBy is { } login)
        {
            // A bot's login ends in "[bot]", as a merge queue's does, and IAM would refuse the whole user for its brackets.
            tags.Add(new() { Key = MergedBy, Value = RefusedInValues().Replace(login, "_") });
        }

        return tags;
    }

    public static bool AreOurs(IEnumerable<Tag>? tags) => Has(tags, ManagedBy, Gatehouse);

    /// <summary>Whether they are a machine user's.</summary>
    public static bool AreOfMachine(IEnumerable<Tag>? tags) => Has(tags, ManagedBy, Machine);

    public static bool AreOf(IEnumerable<Tag>? tags, Attribution because) => AreOurs(tags) && because.Commit is { } commit && Has(tags, MergeCommit, commit);

    private static bool Has(IEnumerable<Tag>? tags, string key, string value) => tags?.Any(tag => tag.Key == key && tag.Value == value) ?? false;

    [GeneratedRegex(@"[^\p{L}\p{Z}\p{N}_.:/=+\-@]", RegexOptions.CultureInvariant)]
    private static partial Regex RefusedInValues();
}
