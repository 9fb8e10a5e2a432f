using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Runtime;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Membership.Report;

/// <summary>
/// Ends a run: records the refusals, reads IAM back, keeps the comment of each pull request current, gives the lock back, counts, and says it
/// in Slack. Slack comes last, so that a Slack that is down never leaves the lock or the trail undone.
/// </summary>
public sealed partial class ReportApply(
    IPlanStore plans, IAccount account, Audit audit, WaitingRefusals waiting, PullRequestComments comments, RunLock runLock, SlackOnce slack,
    Metrics metrics, Settings settings, TimeProvider clock, ILogger<ReportApply> log)
{
    /// <returns>How many changes of the run failed.</returns>
    public async Task<int> PublishAsync(RunId run, RunInput input, RunError? error, CancellationToken cancellationToken)
    {
        var plan = await plans.FindAsync(run, cancellationToken);
        await RecordRefusalsAsync(run, plan?.Refused, cancellationToken);
        var entries = await RecordLostAsync(run, error is null ? plan : null, await audit.OfRunAsync(run, cancellationToken), cancellationToken);
        var failed = Ended(entries, Outcome.Failed);
        var readBack = await ReadBackAsync(plan, entries, cancellationToken);
        var notes = new ReportNotes(error is null ? null : $"{error.Error}: {error.Message()}", settings.Reconcile);

        notes = notes with { Unwritten = await comments.UpdateAsync(run.Name, input.PullRequest, entries, readBack, notes, cancellationToken) };
        if (await runLock.ReleaseAsync(run, error is null ? plan?.Head : null, whole: failed == 0, cancellationToken))
        {
            // Once: a replay, because Slack was down say, finds the lock given back.
            metrics.Count((Metrics.ChangesApplied, Ended(entries, Outcome.Applied)), (Metrics.ChangesRefused, Ended(entries, Outcome.Refused)));
        }

        var text = SlackText.Write(input, run.Name, ReportRow.Of(entries, readBack), [], notes);
        await slack.SayAsync(Subject(run, input, notes), text, cancellationToken);
        Log.Reported(log, entries.Count, failed, notes.Problem ?? "It came to its end.");
        return failed;
    }

    /// <summary>A schedule that meets the same problem every hour says it once.</summary>
    private static string Subject(RunId run, RunInput input, ReportNotes notes) =>
        input.Trigger == "schedule" && notes.Problem is { } problem ? problem : run.Name;

    private static int Ended(IReadOnlyList<AuditEntry> entries, Outcome outcome) => entries.Count(entry => entry.Outcome == outcome);

    private async Task RecordRefusalsAsync(RunId run, IReadOnlyList<PlannedRefusal>? refused, CancellationToken cancellationToken)
    {
        if (refused is null)
        {
            return;
        }

        var told = await waiting.WaitingAsync(cancellationToken);
        foreach (var refusal in refused.Where(refusal => !told.ContainsKey(refusal.Planned.Change.Key)))
        {
            await audit.RecordAsync(AuditEntry.Of(run, refusal.Planned, Outcome.Refused, clock.GetUtcNow(), refusal.Why), cancellationToken);
            await waiting.RecordAsync(refusal, cancellationToken);
        }

        foreach (var gone in told.Keys.Except(refused.Select(refusal => refusal.Planned.Change.Key)))
        {
            await waiting.ForgetAsync(gone, cancellationToken);
        }
    }

    /// <summary>A change that left no trace ended before anything could be written, even that it failed: silence is never taken for success.</summary>
    private async Task<IReadOnlyList<AuditEntry>> RecordLostAsync(RunId run, RunPlan? plan, IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken)
    {
        var known = entries.Select(entry => entry.Key).ToHashSet();
        var lost = (plan?.Changes ?? [])
            .Where(planned => planned.Change is CreateUser or AdoptUser or AddToGroup or RemoveFromGroup && !known.Contains(planned.Change.Key))
            .Select(planned => AuditEntry.Of(run, planned, Outcome.Failed, clock.GetUtcNow(), "nothing is known of it; read its item in the run's history. The next run takes it up."))
            .ToList();
        foreach (var entry in lost)
        {
            await audit.RecordAsync(entry, cancellationToken);
        }

        return [.. entries, .. lost];
    }

    private async Task<IReadOnlyDictionary<string, bool>> ReadBackAsync(RunPlan? plan, IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken) =>
        plan is not null && entries.Any(entry => entry.Outcome == Outcome.Applied)
            ? ReadBack.Of(plan.Changes, await account.SnapshotAsync(cancellationToken))
            : new Dictionary<string, bool>();

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Reported {Entries} entries, {Failed} of them failed. {End}")]
        public static partial void Reported(ILogger log, int entries, int failed, string end);
    }
}
