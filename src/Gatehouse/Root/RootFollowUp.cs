using Gatehouse.Ledger;
using Gatehouse.Runtime;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Root;

/// <summary>
/// Looks every five minutes at what no event tells: what still waits for Slack, a root password that was asked for and not reset, an account
/// whose heartbeat stays out, an announced use that passed. It says all but the last in the channel, and that in the ledger alone.
/// </summary>
public sealed partial class RootFollowUp(
    RootRecoveries recoveries, RootAlertMaker maker, RootDelivery delivery, RootMailing mailing, RootRegister register, RootNotices notices, RootSilence silence, Settings settings, TimeProvider clock, ILogger<RootFollowUp> log)
{
    /// <summary>Events come late; and what passed long ago has been closed.</summary>
    private static readonly TimeSpan Lateness = TimeSpan.FromHours(1), LookedBackFor = TimeSpan.FromDays(8);

    /// <param name="schedule">The schedule's event, which a retry repeats; null where it has no id.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    public async Task FollowAsync(string? schedule, CancellationToken cancellationToken)
    {
        var (began, holder) = (clock.GetTimestamp(), schedule ?? $"schedule-{LedgerTable.Stamp(clock.GetUtcNow())}");
        // What waits goes first, to Slack and to the list: nothing that follows, a slow GitHub included, may keep it.
        await delivery.DrainAsync(holder, began, cancellationToken);
        await mailing.MailOverdueAsync(cancellationToken);

        var reading = await register.ReadAsync(cancellationToken);
        if (await SayOpenRequestsAsync(reading, cancellationToken))
        {
            await delivery.DrainAsync(holder, began, cancellationToken);
        }

        await silence.SayAsync(reading, cancellationToken);
        await CloseNoticesAsync(reading, cancellationToken);
    }

    /// <returns>Whether there is something new to say.</returns>
    private async Task<bool> SayOpenRequestsAsync(RootReading reading, CancellationToken cancellationToken)
    {
        var isNew = false;
        foreach (var request in await recoveries.OpenAsync(cancellationToken))
        {
            if (RootRecoveryPlan.CompletionOf(request.Event, await recoveries.OfAccountAsync(request.Event.Account, cancellationToken)) is not null)
            {
                await recoveries.CloseAsync(request, cancellationToken);
            }
            else if (RootRecoveryPlan.IsOverdue(request.Event, settings.RootCompletionMinutes, clock.GetUtcNow()))
            {
                await maker.MakeOpenAsync(request, reading, settings.RootCompletionMinutes, cancellationToken);
                await recoveries.CloseAsync(request, cancellationToken);
                isNew = true;
            }
        }

        return isNew;
    }

    private async Task CloseNoticesAsync(RootReading reading, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        // What could not be read is logged where it is read, and looked at again in five minutes.
        foreach (var notice in reading.Notices ?? [])
        {
            if (notice.To + Lateness < now && now - notice.To < LookedBackFor && await notices.CloseAsync(notice, cancellationToken) is { } end)
            {
                Log.Closed(log, notice.Account, notice.Who, notice.Why, end == NoticeEnd.Used ? "it took place" : "nothing happened");
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The announced use of the root user of {Account} by {Who} for {Why} is over: {End}.")]
        public static partial void Closed(ILogger log, string account, string who, string why, string end);
    }
}
