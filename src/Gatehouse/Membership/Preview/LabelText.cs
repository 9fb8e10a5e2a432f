using Gatehouse.GitHub;
using Gatehouse.Ledger;
using Gatehouse.Register;
using static Gatehouse.Membership.Preview.PreviewHeadline;
using static Gatehouse.Membership.Report.Markdown;

namespace Gatehouse.Membership.Preview;

/// <summary>Says what the label on a pull request allows, or exactly why it does not count. Pure.</summary>
public static class LabelText
{
    private const string Label = $"`{RemovalLabel.Name}`";

    /// <returns>Paragraphs in Markdown; none where the label is not on.</returns>
    public static IEnumerable<string> Of(LabelVerdict label, Approval? approval, PullRequest pull, IReadOnlyList<UserName> removed) => label switch
    {
        NoLabel or LabelUnseen => [],
        LabelByAuthor { By: null } => [$"The label {Label} does not count: the account that put it on is gone. Somebody who is not the author must take it off and put it on again."],
        LabelByAuthor when pull.Author is null => [$"The label {Label} does not count: the author's account is gone, so nobody can tell that somebody else put it on. Open this pull request again from another account."],
        LabelByAuthor author => [$"The label {Label} does not count: {Code(author.By!)} put it on, who is the author of this pull request. Somebody else must take it off and put it on again."],
        LabelForAnotherHead other =>
            [$"The label {Label} does not count: {Code(other.By)} put it on, but not for the commit {Code(PreviewText.Abbreviated(pull.Head))} that is at the head now, or its delivery did not arrive. Somebody who is not the author must read the plan as it is now, take the label off and put it on again."],
        LabelCounts when approval is not null => Allowed(approval, removed),
        LabelCounts => [$"The label {Label} is not needed: nobody would lose their access."],
        _ => throw new ArgumentOutOfRangeException(nameof(label), label, "No way is known to tell this verdict."),
    };

    /// <summary>The comment on a pull request that was labeled after its merge.</summary>
    /// <param name="label">What the label is worth.</param>
    /// <param name="approval">What it allows; null for nothing.</param>
    /// <param name="pull">The pull request.</param>
    /// <param name="waiting">Whose removal waits.</param>
    /// <param name="reconciles">Whether the hourly run is switched on.</param>
    public static string Late(LabelVerdict label, Approval? approval, PullRequest pull, IReadOnlyList<UserName> waiting, bool reconciles) => label switch
    {
        LabelCounts when approval is null => $"### Gatehouse: the label allows nothing\n\nNo refused removal of this pull request waits.",
        LabelCounts =>
            $"### Gatehouse: {Counted(waiting.Count, "removal")} will be made\n\n{string.Join("\n\n", Allowed(approval, waiting))}\n\n"
            + (reconciles ? "The next run makes them, within the hour." : "The next merge's run makes them: the hourly run is switched off."),
        _ => $"### Gatehouse: the label allows nothing\n\n{string.Join("\n\n", Of(label, null, pull, waiting).DefaultIfEmpty("It is not on any more."))}\n\n{Counted(waiting.Count, "removal")} of this pull request still {(waiting.Count == 1 ? "waits" : "wait")}.",
    };

    private static IEnumerable<string> Allowed(Approval approval, IReadOnlyList<UserName> removed)
    {
        yield return $"{Code(approval.By)} allowed the removal of {Counted(approval.People.Count, "person", "people")} by the label {Label}, at {approval.At.UtcDateTime:yyyy-MM-dd HH:mm} UTC. It holds for the merge of {Code(PreviewText.Abbreviated(approval.Head))} alone; a push voids it.";
        if (removed.Except(approval.People).Count() is > 0 and var others)
        {
            yield return $"{Counted(others, "person", "people")} of those who would lose their access {(others == 1 ? "was" : "were")} not named when the label was put on, and {(others == 1 ? "is" : "are")} not allowed by it. To allow them too, take it off and put it on again.";
        }
    }
}
