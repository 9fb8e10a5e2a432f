using Gatehouse.Ledger;
using Gatehouse.Runtime;
using Gatehouse.Slack;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Root;

/// <summary>
/// Takes the daily heartbeat, which travels as an event of a root user does, and tries whether Slack's door is open, without a word in the channel.
/// Another account's heartbeat proves that account's way alone: it is remembered, and neither counted nor taken for ours.
/// It cannot see a channel that takes the address and shows nobody the message.
/// </summary>
public sealed partial class RootHeartbeatApply(ISlackDoor door, RootHeartbeats heartbeats, RootMailing mailing, Settings settings, Metrics metrics, ILogger<RootHeartbeatApply> log)
{
    /// <param name="heartbeat">Tells this one from another day's.</param>
    /// <param name="other">The account that it came from; null for our own.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>Whether the way was open.</returns>
    public async Task<bool> TakeAsync(string heartbeat, string? other, CancellationToken cancellationToken)
    {
        if (other is not null)
        {
            await heartbeats.RecordAsync(other, cancellationToken);
            Log.Other(log, other);
            return true;
        }

        try
        {
            await door.ProveAsync(settings.RootChannel, cancellationToken);
        }
        // Whatever it is that closes the door, the secret of its address included: somebody must hear of it.
        catch (Exception closed) when (!cancellationToken.IsCancellationRequested)
        {
            metrics.Count((Metrics.RootHeartbeatsFailed, 1));
            Log.Closed(log, settings.RootChannel, closed.Message, closed);
            await mailing.MailClosedAsync(heartbeat, closed.Message, cancellationToken);
            return false;
        }

        await heartbeats.RecordAsync(cancellationToken);
        metrics.Count((Metrics.RootHeartbeats, 1));
        Log.Open(log, settings.RootChannel);
        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The way for root alerts is open: the heartbeat came through the rules and the queue, and Slack takes messages for {Channel}.")]
        public static partial void Open(ILogger log, string channel);

        [LoggerMessage(3, LogLevel.Information, "The heartbeat of account {Account} came through: what its root user does would be heard.")]
        public static partial void Other(ILogger log, string account);

        [LoggerMessage(2, LogLevel.Error, "The way for root alerts is closed: the heartbeat came through, and Slack would not take a message for {Channel}. {Why}")]
        public static partial void Closed(ILogger log, string channel, string why, Exception closed);
    }
}
