using Gatehouse.GitHub;
using Gatehouse.Ledger;
using Gatehouse.Register;

namespace Gatehouse.Membership.Preview;

/// <summary>
/// Tells whether the label <c>gatehouse:allow-removals</c> on a pull request counts. It is bound to the commit at the head for which it was put
/// on, so that a later push voids it: it counts only where its own delivery named that commit. Pure.
/// <list type="table">
/// <listheader><term>the label now, and who last put it on</term><description>verdict</description></listheader>
/// <item><term>not on</term><description>NoLabel</description></item>
/// <item><term>on, and GitHub's timeline does not say by whom yet</term><description>LabelUnseen: asked again</description></item>
/// <item><term>on, by the author, or where either account is gone</term><description>LabelByAuthor</description></item>
/// <item><term>on, by another, and that very labeling stands recorded for this head</term><description>LabelCounts, as recorded</description></item>
/// <item><term>on, by another, this is its delivery, it names this head, and no forced push followed</term><description>LabelCounts, to be recorded</description></item>
/// <item><term>on, by another, otherwise: there was a push since, or its delivery was lost</term><description>LabelForAnotherHead</description></item>
/// </list>
/// </summary>
public static class RemovalLabel
{
    public const string Name = RemovalGuard.Label;

    /// <param name="pull">The pull request as it is now.</param>
    /// <param name="input">What happened to it.</param>
    /// <param name="events">Its timeline.</param>
    /// <param name="recorded">What was recorded before.</param>
    public static LabelVerdict Judge(PullRequest pull, PreviewInput input, IReadOnlyList<TimelineEvent> events, Approval? recorded)
    {
        if (!pull.Labels.Contains(Name, StringComparer.OrdinalIgnoreCase))
        {
            return new NoLabel();
        }

        var last = Last(events);
        return last switch
        {
            not { Event: "labeled" } => new LabelUnseen(),
            { By: { } by } when pull.Author is { } author && !by.Equals(author, StringComparison.OrdinalIgnoreCase) => Judge(pull, input, events, recorded, last, by),
            _ => new LabelByAuthor(last.By),
        };
    }

    /// <summary>The last labeling or unlabeling with it; null where the timeline knows none.</summary>
    public static TimelineEvent? Last(IReadOnlyList<TimelineEvent> events) => events.LastOrDefault(one => Name.Equals(one.Label, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether an approval was recorded for this very labeling.</summary>
    public static bool IsOf(Approval approval, TimelineEvent? last) => last is { Event: "labeled" } && approval.At == last.At && approval.By == last.By;

    /// <summary>The people whose refused removal, from the account or from a group, waits and is credited to a pull request that was merged.</summary>
    public static IReadOnlyList<UserName> Waiting(IReadOnlyDictionary<string, Attribution> waiting, int pullRequest) =>
        [.. waiting.Where(one => one.Value.PullRequest == pullRequest).Select(one => one.Key.Split('#')).Where(IsRemoval).Select(key => new UserName(key[0])).Distinct().Order()];

    /// <summary>By the parts of a change's key: the person, the kind, the detail.</summary>
    private static bool IsRemoval(string[] key) => key is [_, nameof(QuarantineUser) or nameof(RemoveFromGroup), ..];

    private static LabelVerdict Judge(PullRequest pull, PreviewInput input, IReadOnlyList<TimelineEvent> events, Approval? recorded, TimelineEvent last, string by)
    {
        if (recorded is not null && recorded.Head == pull.Head && IsOf(recorded, last))
        {
            return new LabelCounts(by, last.At, recorded);
        }

        var isItsDelivery = input.Action == "labeled" && input.Head == pull.Head;
        var isPushedSince = events.SkipWhile(one => one != last).Any(one => one.Event == "head_ref_force_pushed");
        return isItsDelivery && !isPushedSince ? new LabelCounts(by, last.At, Recorded: null) : new LabelForAnotherHead(by);
    }
}

/// <summary>What the label is worth. The hierarchy is closed.</summary>
public abstract record LabelVerdict;

/// <summary>It is not on.</summary>
public sealed record NoLabel : LabelVerdict;

/// <summary>It is on, and GitHub's timeline lags behind.</summary>
public sealed record LabelUnseen : LabelVerdict;

/// <summary>It does not count: the author put it on, or nobody can tell that somebody else did.</summary>
public sealed record LabelByAuthor(string? By) : LabelVerdict;

/// <summary>It does not count: it was not seen to be put on for the commit at the head.</summary>
public sealed record LabelForAnotherHead(string By) : LabelVerdict;

/// <summary>It counts.</summary>
/// <param name="By">Who put it on.</param>
/// <param name="At">When.</param>
/// <param name="Recorded">What was recorded of it; null where that is still to be done.</param>
public sealed record LabelCounts(string By, DateTimeOffset At, Approval? Recorded) : LabelVerdict;
