using System.Globalization;
using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Membership.Report;
using Gatehouse.Mfa.Sweep;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Mfa;

/// <summary>Ends a sweep: says once, in the operations channel, what it did, whom it could not look at, and what is new. Silent where there is nothing to say.</summary>
public sealed partial class MfaReport(ISweepStore store, Audit audit, Findings findings, SlackOnce slack, TimeProvider clock, ILogger<MfaReport> log)
{
    /// <returns>How many people could not be looked at, or not be told.</returns>
    public async Task<int> PublishAsync(RunId run, RunError? error, CancellationToken cancellationToken)
    {
        var found = await store.FindAsync(run, cancellationToken);
        var entries = await audit.OfRunAsync(run, cancellationToken);
        var told = await findings.ReadAsync(cancellationToken);
        var problem = error is null ? null : $"{error.Error}: {error.Message()}";
        IReadOnlyList<MfaFinding> seen = found?.Findings ?? [];

        await slack.SayAsync(Subject(run, problem), SweepSlackText.Write(run.Name, entries, [.. seen.Where(told.IsNew)], problem), cancellationToken);
        if (found is { Trigger: MfaSweepInput.Schedule })
        {
            // Only once it was told, so that a Slack that is down does not swallow it.
            await findings.RecordAsync(told, seen, MfaFinding.Sorts, cancellationToken);
        }

        var failed = entries.Count(entry => entry.Outcome == Outcome.Failed);
        Log.Reported(log, entries.Count, failed, problem ?? "It came to its end.");
        return failed;
    }

    /// <summary>A schedule that meets the same problem every hour says it once a day.</summary>
    private string Subject(RunId run, string? problem) =>
        problem is null ? $"mfa-sweep:{run.Name}" : string.Create(CultureInfo.InvariantCulture, $"mfa-sweep:{clock.GetUtcNow().UtcDateTime:yyyy-MM-dd}:{problem}");

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Reported {Entries} entries, {Failed} of them failed. {End}")]
        public static partial void Reported(ILogger log, int entries, int failed, string end);
    }
}
