using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Runtime;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Membership;

/// <summary>
/// Ends a change, or the mail that was to follow it, that failed after every retry: it is recorded with its reason, and a password that nobody was
/// told is taken away, whether it was a first one, a reset's or a return's. The welcome stays open, and the next run takes it up; but a user who
/// turned out to be somebody else's is owed none.
/// </summary>
public sealed partial class GiveUpApply(IAccount account, Welcomes welcomes, Audit audit, Metrics metrics, TimeProvider clock, ILogger<GiveUpApply> log)
{
    public async Task RecordAsync(RunId run, GiveUpRequest request, CancellationToken cancellationToken)
    {
        var (planned, reason) = (request.Planned, $"{request.Error.Error}: {request.Error.Message()}");
        if (planned.WelcomeIn(run) is { } welcome && await welcomes.FindAsync(welcome, cancellationToken) is { } known)
        {
            if (known.State is WelcomeState.Accepted)
            {
                Log.AcceptedAfterAll(log, reason);
                return;
            }

            await LeaveNoPasswordAsync(planned, known.State, cancellationToken);
            if (request.Error.Error == nameof(UserNotManagedException))
            {
                await welcomes.WithdrawAsync(welcome, cancellationToken);
            }
        }

        var now = clock.GetUtcNow();
        var entry = request.Applied switch
        {
            null => AuditEntry.Of(run, planned, Outcome.Failed, now, reason),
            { Notice: true } => AuditEntry.OfNotice(run, planned, Outcome.Failed, now, reason),
            _ => AuditEntry.OfWelcome(run, planned, Outcome.Failed, now, reason),
        };
        await audit.RecordAsync(entry, cancellationToken);
        metrics.Count((Metrics.ChangesFailed, 1));
        Log.GaveUp(log, entry.What, reason);
    }

    /// <summary>A welcome that was never claimed has set no password: one that is there is the person's own.</summary>
    private Task LeaveNoPasswordAsync(PlannedChange planned, WelcomeState state, CancellationToken cancellationToken) =>
        state is WelcomeState.Owed ? Task.CompletedTask : account.RemovePasswordAsync(planned.Change.Person, cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Gave up: {What}. {Reason}")]
        public static partial void GaveUp(ILogger log, string what, string reason);

        [LoggerMessage(2, LogLevel.Warning, "The welcome was accepted although its last attempt failed: {Reason}")]
        public static partial void AcceptedAfterAll(ILogger log, string reason);
    }
}
