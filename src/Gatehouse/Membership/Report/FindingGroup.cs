namespace Gatehouse.Membership.Report;

/// <summary>The findings of one kind, with the words that a report has for them. Pure.</summary>
/// <param name="Emoji">Slack's name for the sign before it, which says how urgent it is.</param>
/// <param name="Heading">What they have in common.</param>
/// <param name="Advice">What the reader does about it.</param>
/// <param name="Items">A line each: whom it is about, and what was seen. At most <see cref="MostNamed"/>.</param>
/// <param name="More">How many more there are.</param>
public sealed record FindingGroup(string Emoji, string Heading, string Advice, IReadOnlyList<string> Items, int More)
{
    private const int MostNamed = 15;

    /// <summary>One group for each kind, the most urgent first.</summary>
    public static IReadOnlyList<FindingGroup> Of(IEnumerable<Finding> findings) =>
        [.. findings.GroupBy(finding => finding.Kind).OrderBy(kind => Urgency(kind.Key)).Select(kind => Of(kind.Key, [.. kind]))];

    private static FindingGroup Of(FindingKind kind, List<Finding> findings)
    {
        var (emoji, heading, advice) = Words(kind);
        return new FindingGroup(emoji, heading, advice, [.. findings.Take(MostNamed).Select(Item)], Math.Max(0, findings.Count - MostNamed));
    }

    private static string Item(Finding finding) => finding.What.Length == 0 ? finding.Subject : $"{finding.Subject} {finding.What}";

    private static int Urgency(FindingKind kind) => kind switch
    {
        FindingKind.Unreviewed => 0,
        FindingKind.QuarantinedByAws => 1,
        FindingKind.Held => 2,
        FindingKind.UnknownReset => 3,
        FindingKind.ChangedByHand => 4,
        FindingKind.Missing => 5,
        FindingKind.NotManaged => 6,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No way is known to tell this finding."),
    };

    private static (string Emoji, string Heading, string Advice) Words(FindingKind kind) => kind switch
    {
        FindingKind.Unreviewed => (
            "rotating_light", "Reached the protected branch without a review", "Read what it changed, find out why, and look at the branch's protection with `gatehouse doctor`."),
        FindingKind.QuarantinedByAws => (
            "rotating_light", "AWS has put its quarantine of a leaked access key on them", "Gatehouse never takes it off. Deal with the leak (docs/operating.md, \"When a key leaks\"), and detach AWSCompromisedKeyQuarantine by hand after that."),
        FindingKind.Held => (
            "rotating_light", "Revoked by hand, and still in the register", "Follow with a pull request that removes them, or run `gatehouse restore`."),
        FindingKind.UnknownReset => (
            "warning", "A reset was asked for, and not done", "Check the address, and ask again in another pull request."),
        FindingKind.ChangedByHand => (
            "warning", "Changed by hand", "Put it into the register by a pull request, or undo it."),
        FindingKind.Missing => (
            "warning", "In the register, and their IAM user was deleted by hand", "Remove them from the register; to have them back, add them again by another pull request."),
        FindingKind.NotManaged => (
            "information_source", "IAM users that Gatehouse does not manage", "To hand one over, put it into the register and into \"adopt\" in gatehouse.json."),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No way is known to tell this finding."),
    };
}
