using Gatehouse.Ledger;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Membership;

/// <summary>Writes into the trail that a change was made, and who allowed it where the guard alone would not have.</summary>
public sealed partial class ChangeTrail(Audit audit, TimeProvider clock, ILogger<ChangeTrail> log)
{
    public async Task AppliedAsync(RunId run, PlannedChange planned, CancellationToken cancellationToken)
    {
        var detail = planned.Allowed is { } login ? $"allowed by {login}, who put the label {RemovalGuard.Label} on" : null;
        await audit.RecordAsync(AuditEntry.Of(run, planned, Outcome.Applied, clock.GetUtcNow(), detail), cancellationToken);
        Log.Applied(log, planned.Change.What);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Applied: {What}.")]
        public static partial void Applied(ILogger log, string what);
    }
}
