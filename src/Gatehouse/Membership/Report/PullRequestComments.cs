using Gatehouse.GitHub;
using Gatehouse.Ledger;

namespace Gatehouse.Membership.Report;

/// <summary>Keeps one comment current on each pull request that a run did something for, from all that the ledger knows of that pull request.</summary>
public sealed class PullRequestComments(IGitHub github, Audit audit)
{
    /// <returns>What GitHub refused for good, a sentence each: one pull request that takes no comment keeps nothing else from being reported.</returns>
    public async Task<IReadOnlyList<string>> UpdateAsync(
        string run,
        int? trigger,
        IReadOnlyList<AuditEntry> entries,
        IReadOnlyDictionary<string, bool> readBack,
        ReportNotes notes,
        CancellationToken cancellationToken)
    {
        var refused = new List<string>();
        var numbers = entries.Select(entry => entry.Because.PullRequest).Append(trigger).OfType<int>().Distinct().Order();
        foreach (var number in numbers)
        {
            // The index may lag behind this run's own entries, so they are added; the newest of each change is told.
            var known = await audit.OfPullRequestAsync(number, cancellationToken);
            var rows = ReportRow.Of([.. known, .. entries.Where(entry => entry.Because.PullRequest == number)], readBack);
            var text = CommentText.Write(rows, run, number == trigger ? OnTrigger(notes, number) : new ReportNotes(Problem: null, notes.Reconciles));
            try
            {
                await github.UpsertCommentAsync(number, CommentText.Marker, text, cancellationToken);
            }
            catch (GitHubRefusedException refusal)
            {
                refused.Add($"the comment on #{number} could not be written: {refusal.Message}");
            }
        }

        return refused;
    }

    /// <summary>What this very merge was refused stands in the table; what was found of it stays.</summary>
    private static ReportNotes OnTrigger(ReportNotes notes, int number) => notes with
    {
        Waiting = [.. notes.Waiting.Where(refusal => refusal.Planned.Because.PullRequest != number)],
        Findings = [.. notes.Findings.Union(notes.OfThisMerge)],
    };
}
