using Gatehouse.Ledger;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Root;

/// <summary>Makes the alert of each event and puts it into the outbox, once, whether or not the register can be read.</summary>
public sealed partial class RootAlertMaker(RootRegister register, RootAlerts alerts, RootRecoveries recoveries, RootNotices notices, ILogger<RootAlertMaker> log)
{
    /// <param name="events">What happened; recorded in the order in which it did.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    public async Task MakeAsync(IEnumerable<RootEvent> events, CancellationToken cancellationToken)
    {
        RootReading? reading = null;
        foreach (var one in events.OrderBy(one => one.At))
        {
            if (await alerts.StateAsync(one.Id, cancellationToken) != RootAlertState.Unknown)
            {
                Log.Known(log, one.Name, one.Id);
                continue;
            }

            reading ??= await register.ReadAsync(cancellationToken);
            await RecordAsync(await WithRecoveryAsync(reading.AlertOf(one), cancellationToken), cancellationToken);
        }
    }

    /// <summary>Puts into the outbox that a request is still open; one that was said before stays said.</summary>
    public Task MakeOpenAsync(RootRecovery request, RootReading reading, int minutes, CancellationToken cancellationToken) =>
        RecordAsync(reading.AlertOf(request.Event) with { OpenFor = minutes }, cancellationToken);

    private async Task RecordAsync(RootAlert alert, CancellationToken cancellationToken)
    {
        if (alert.Notice is { } notice)
        {
            await notices.UsedAsync(notice, cancellationToken);
        }

        if (await alerts.RecordAsync(alert, cancellationToken))
        {
            Log.Recorded(log, alert.Event.Name, alert.Event.Account, alert.Id, alert.Notice is { } announced ? $"announced by {announced.Who}" : "not announced");
        }
    }

    private async Task<RootAlert> WithRecoveryAsync(RootAlert alert, CancellationToken cancellationToken) => alert.Event switch
    {
        { Kind: RootEventKind.RecoveryCompleted, Outcome: not RootOutcome.Failed } completion =>
            alert with { RequestedAt = RootRecoveryPlan.RequestOf(completion, await recoveries.OfAccountAsync(completion.Account, cancellationToken))?.At },
        { Kind: RootEventKind.RecoveryRequested, Outcome: not RootOutcome.Failed } request =>
            alert with { CompletedAt = RootRecoveryPlan.CompletionOf(request, await recoveries.OfAccountAsync(request.Account, cancellationToken))?.At },
        _ => alert,
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Name} of the root user of {Account} must be told: recorded as {Id}, {Announced}.")]
        public static partial void Recorded(ILogger log, string name, string account, string id, string announced);

        [LoggerMessage(2, LogLevel.Information, "{Name} {Id} was recorded before: nothing to add.")]
        public static partial void Known(ILogger log, string name, string id);
    }
}
