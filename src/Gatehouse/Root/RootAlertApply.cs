using Amazon.Lambda.SQSEvents;
using Gatehouse.Aws;
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
        var read = messages.Records.ConvertAll(message => (Message: message, Read: Read(message)));
        var events = read.Select(one => one.Read?.Event).OfType<RootEvent>().ToList();
        if (events.Count > 0)
        {
            await maker.MakeAsync(events.DistinctBy(one => one.Id), cancellationToken);
            await delivery.DrainAsync(messages.Records[0].MessageId, began, cancellationToken);
            await mailing.MailOverdueAsync(cancellationToken);
        }

        var failed = new SQSBatchResponse();
        foreach (var (message, one) in read)
        {
            if (one is null || !await IsDoneAsync(message, one, cancellationToken))
            {
                failed.BatchItemFailures.Add(new SQSBatchResponse.BatchItemFailure { ItemIdentifier = message.MessageId });
            }
        }

        return failed;
    }

    private async Task<bool> IsDoneAsync(SQSEvent.SQSMessage message, RootMessage one, CancellationToken cancellationToken) => one.Event is { } happened
        ? await alerts.StateAsync(happened.Id, cancellationToken) == RootAlertState.Delivered
        : await heartbeat.TakeAsync(message.MessageId, one.Account is { } account && account != message.QueueAccount() ? account : null, cancellationToken);

    private RootMessage? Read(SQSEvent.SQSMessage message)
    {
        try
        {
            return RootMessage.Read(message.Body);
        }
        catch (RootEventUnreadableException unreadable)
        {
            Log.Unreadable(log, message.MessageId, unreadable.Message, unreadable);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The message {Message} of the queue of root events holds no alert, and may hide one. {Why} It ends in the dead-letter queue: look at it there.")]
        public static partial void Unreadable(ILogger log, string message, string why, Exception unreadable);
    }
}
