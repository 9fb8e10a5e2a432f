using Amazon.Lambda.SQSEvents;
using Gatehouse.Ledger;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Root;

/// <summary>
/// Takes what happened with root users out of the queue: into the outbox, then to Slack, and by mail what Slack has not taken for too long. A
/// message is done once its delivery is recorded; until then it comes again, and at last lies in the dead-letter queue, while the outbox keeps
/// its alert and the schedule keeps trying.
/// </summary>
public sealed partial class RootAlertApply(
    RootAlertMaker maker, RootAlerts alerts, RootDelivery delivery, RootMailing mailing, RootHeartbeatApply heartbeat, TimeProvider clock, ILogger<RootAlertApply> log)
{
    /// <returns>The messages that must come again.</returns>
    public async Task<SQSBatchResponse> DeliverAsync(SQSEvent messages, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        var read = messages.Records.ConvertAll(message => (message.MessageId, Event: Read(message, out var isReadable), IsReadable: isReadable));
        var events = read.Where(one => one.Event is not null).ToList();
        if (events.Count > 0)
        {
            await maker.MakeAsync(events.Select(one => one.Event!).DistinctBy(one => one.Id), cancellationToken);
            await delivery.DrainAsync(messages.Records[0].MessageId, began, cancellationToken);
            await mailing.MailOverdueAsync(cancellationToken);
        }

        var failed = new SQSBatchResponse();
        foreach (var (id, one, isReadable) in read)
        {
            if (!isReadable || !await IsDoneAsync(id, one, cancellationToken))
            {
                failed.BatchItemFailures.Add(new SQSBatchResponse.BatchItemFailure { ItemIdentifier = id });
            }
        }

        return failed;
    }

    private async Task<bool> IsDoneAsync(string message, RootEvent? one, CancellationToken cancellationToken) => one is null
        ? await heartbeat.TryAsync(message, cancellationToken)
        : await alerts.StateAsync(one.Id, cancellationToken) == RootAlertState.Delivered;

    private RootEvent? Read(SQSEvent.SQSMessage message, out bool isReadable)
    {
        try
        {
            var one = RootMessage.Read(message.Body);
            isReadable = true;
            return one;
        }
        catch (RootEventUnreadableException unreadable)
        {
            Log.Unreadable(log, message.MessageId, unreadable.Message, unreadable);
            isReadable = false;
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The message {Message} of the queue of root events holds no alert, and may hide one. {Why} It ends in the dead-letter queue: look at it there.")]
        public static partial void Unreadable(ILogger log, string message, string why, Exception unreadable);
    }
}
