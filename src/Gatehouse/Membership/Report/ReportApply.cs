using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Runtime;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Membership.Report;

/// <summary>
/// Ends a run: records the refusals, reads IAM back, keeps the comment of each pull request current, gives the lock back, counts, and says it
/// in Slack. Slack comes after all that, so that a Slack that is down never leaves the lock or the trail undone; and what was found is only
/// remembered as told once it was told.
/// </summary>
public sealed partial class ReportApply(
    IPlanStore plans, IAccount account, Audit audit, WaitingRefusals waiting, Findings findings, PullRequestComments comments, RunLock runLock, SlackOnce slack, Welcomes welcomes, DoneResets resets,
    Metrics metrics, Settings settings, TimeProvider clock, ILogger<ReportApply> log)
{
    /// <summary>What every run looks for; only the schedule looks for what drifted.</summary>
    private static readonly string[] OfMerges = [nameof(FindingKind.Held), nameof(FindingKind.Unreviewed), nameof(FindingKind.UnknownReset)];

    /// <returns>How many changes of the run failed.</returns>
    public async Task<int> PublishAsync(RunId run, RunInput input, RunError? error, CancellationToken cancellationToken)
    {
        var plan = await plans.FindAsync(run, cancellationToken);
        await RecordRefusalsAsync(run, plan?.Refused, cancellationToken);
        var done = error is null ? plan : null;
        var entries = await RecordLostAsync(run, done, await audit.OfRunAsync(run, cancellationToken), cancellationToken);
        var failed = Ended(entries, Outcome.Failed);
        var readBack = await ReadBackAsync(plan, entries, cancellationToken);
        var told = await findings.ReadAsync(cancellationToken);
        var notes = new ReportNotes(error is null ? null : $"{error.Error}: {error.Message()}", settings.Reconcile)
        {
            Waiting = input.Trigger == RunInput.Schedule ? [] : Before(plan, entries),
            Findings = [.. (done?.Findings ?? []).Where(told.IsNew)],
            OfThisMerge = [.. (done?.Findings ?? []).Where(finding => finding.IsOf(input))],
        };

        notes = notes with { Unwritten = await comments.UpdateAsync(run.Name, input.PullRequest, entries, readBack, notes, cancellationToken) };
        if (await runLock.ReleaseAsync(run, done?.Head, whole: failed == 0, cancellationToken))
        {
            // Once: a replay, because Slack was down say, finds the lock given back.
            metrics.Count((Metrics.ChangesApplied, Ended(entries, Outcome.Applied)), (Metrics.ChangesRefused, Ended(entries, Outcome.Refused)));
        }

        var text = SlackText.Write(input, run.Name, ReportRow.Of(entries, readBack), notes);
        await slack.SayAsync(Subject(run, input, notes), text, cancellationToken);
        if (done is not null)
        {
            await findings.RecordAsync(told, done.Findings, input.Trigger == RunInput.Schedule ? Enum.GetNames<FindingKind>() : OfMerges, cancellationToken);
        }

        Log.Reported(log, entries.Count, failed, notes.Problem ?? "It came to its end.");
        return failed;
    }

    /// <summary>A schedule that meets the same problem every hour says it once.</summary>
    private static string Subject(RunId run, RunInput input, ReportNotes notes) =>
        input.Trigger == RunInput.Schedule && notes.Problem is { } problem ? problem : run.Name;

    /// <summary>The refusals that an earlier run recorded: each merge names them again, the schedule does not.</summary>
    private static IReadOnlyList<PlannedRefusal> Before(RunPlan? plan, IReadOnlyList<AuditEntry> entries)
    {
        var fresh = entries.Select(entry => entry.Key).ToHashSet();
        return [.. (plan?.Refused ?? []).Where(refusal => !fresh.Contains(refusal.Planned.Change.Key))];
    }

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
        var lost = new List<AuditEntry>();
        foreach (var planned in (plan?.Changes ?? []).Where(planned => !known.Contains(planned.Change.Key)))
        {
            if (await LeavesATraceAsync(planned.Change, cancellationToken))
            {
                lost.Add(AuditEntry.Of(run, planned, Outcome.Failed, clock.GetUtcNow(), "nothing is known of it; read its item in the run's history. The next run takes it up."));
                await audit.RecordAsync(lost[^1], cancellationToken);
            }
        }

        return [.. entries, .. lost];
    }

    /// <summary>A reset that an earlier run did, a password that was used and a welcome that was sent before leave none: there was nothing to do. Of such a reset the ledger knows.</summary>
    private async Task<bool> LeavesATraceAsync(MembershipChange change, CancellationToken cancellationToken) => change switch
    {
        CreateUser or AdoptUser or AddToGroup or RemoveFromGroup or QuarantineUser or RestoreUser or DeleteUser => true,
        ResetPassword reset => await welcomes.FindAsync(WelcomeId.Of(reset), cancellationToken) is null,
        ResetMfa reset => await resets.FindRunAsync(reset, cancellationToken) is null,
        SendWelcome or ExpireFirstPassword => false,
        _ => throw new UnknownChangeException(change),
    };

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
