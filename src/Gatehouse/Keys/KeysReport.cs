using System.Globalization;
using Gatehouse.Keys.Sweep;
using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Membership.Report;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Keys;

/// <summary>
/// Ends a sweep over access keys: says once, in the operations channel, what it did or would do, what it could not look at, and what is new; and writes down
/// how the keys stand today. Silent where there is nothing to say.
/// </summary>
public sealed partial class KeysReport(IKeysStore store, Audit audit, DryRuns dryRuns, Findings findings, KeyDays days, SlackOnce slack, TimeProvider clock, ILogger<KeysReport> log)
{
    /// <returns>How many accounts and people could not be looked at, or not be told.</returns>
    public async Task<int> PublishAsync(RunId run, RunError? error, CancellationToken cancellationToken)
    {
        var found = await store.FoundAsync(run, cancellationToken);
        var entries = await audit.OfRunAsync(run, cancellationToken);
        var would = await dryRuns.OfRunAsync(run, cancellationToken);
        var told = await findings.ReadAsync(cancellationToken);
        var problem = error is null ? null : $"{error.Error}: {error.Message()}";
        IReadOnlyList<KeyFinding> seen = found?.Findings ?? [];

        var summary = new KeysSummaryText(run.Name, entries, would, [.. seen.Where(told.IsNew)]) { DryRun = found is { Acts: false }, Problem = problem };
        await slack.SayAsync(Subject(run, problem), summary.Write(), cancellationToken);
        if (found is not null)
        {
            // Only once it was told, so that a Slack that is down does not swallow it. Where an account is missing, what was told of it before is kept, so that it is no news again.
            await findings.RecordAsync(told, seen, KeyFinding.Sorts, cancellationToken, keepOthers: !found.Complete);
        }

        if (found is { Complete: true })
        {
            await RecordDayAsync(found.Counts, cancellationToken);
        }

        var failed = entries.Count(entry => entry.Outcome == Outcome.Failed);
        Log.Reported(log, entries.Count, failed, problem ?? "It came to its end.");
        return failed;
    }

    private async Task RecordDayAsync(KeyCounts counts, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var done = await audit.OfDayAsync(today, cancellationToken);
        int Done(string kind) => done.Count(entry => entry.Kind == kind && entry.Outcome == Outcome.Applied);
        await days.RecordAsync(
            new KeyDay(today, counts.Active, counts.Warned, counts.Over, counts.Unused, counts.Exempt, Done(nameof(DeactivateKey)), Done(nameof(DeleteKey))), cancellationToken);
    }

    /// <summary>A schedule that meets the same problem each time says it once a day.</summary>
    private string Subject(RunId run, string? problem) =>
        problem is null ? $"keys-sweep:{run.Name}" : string.Create(CultureInfo.InvariantCulture, $"keys-sweep:{clock.GetUtcNow().UtcDateTime:yyyy-MM-dd}:{problem}");

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Reported {Entries} entries, {Failed} of them failed. {End}")]
        public static partial void Reported(ILogger log, int entries, int failed, string end);
    }
}
