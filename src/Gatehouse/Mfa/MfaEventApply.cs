using System.Text.Json;
using Amazon.Lambda.CloudWatchEvents;
using Amazon.Lambda.SQSEvents;
using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Runtime;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Mfa;

/// <summary>
/// Takes the messages of a batch one after the other. Each event acts once, however often it comes: it is claimed by its <c>eventID</c> and
/// remembered once it is done. What cannot be done, or read, fails as its own message, comes again, and keeps no other back.
/// </summary>
public sealed partial class MfaEventApply(MfaEventResponse response, Told told, Audit audit, Settings settings, ILogger<MfaEventApply> log)
{
    public async Task<SQSBatchResponse> RecordAsync(SQSEvent messages, CancellationToken cancellationToken)
    {
        var failed = new List<SQSBatchResponse.BatchItemFailure>();
        foreach (var message in messages.Records)
        {
            using var about = log.About(delivery: message.MessageId);
            try
            {
                await RecordAsync(message, cancellationToken);
            }
            catch (NameTakenTooEarlyException notYet)
            {
                Log.NotYet(log, notYet.Message);
                failed.Add(new SQSBatchResponse.BatchItemFailure { ItemIdentifier = message.MessageId });
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                // Whatever it is, it is this message's alone; the queue brings it again, and at last puts it where an alarm watches.
                Log.Failed(log, problem, problem.GetType().Name);
                failed.Add(new SQSBatchResponse.BatchItemFailure { ItemIdentifier = message.MessageId });
            }
        }

        return new SQSBatchResponse(failed);
    }

    private async Task RecordAsync(SQSEvent.SQSMessage message, CancellationToken cancellationToken)
    {
        var delivered = Read(message);
        var seen = delivered.Detail;
        var account = message.QueueAccount() ?? throw new MfaEventUnreadableException(message.MessageId, "it names no queue that it came from");
        var recognition = new MfaRecognition(account, settings.RolePath, DeviceNames.RuleOf(settings.MfaNames));
        var sighting = recognition.Of(delivered.Account, seen);
        if (sighting is NothingSeen nothing)
        {
            Log.Nothing(log, seen.EventName, seen.EventID, nothing.Why);
            return;
        }

        var what = $"mfa-event:{seen.EventID}";
        if (!await told.ClaimAsync(what, by: message.MessageId, cancellationToken))
        {
            Log.DoneBefore(log, seen.EventName, seen.EventID);
            return;
        }

        var examined = await response.ToAsync(sighting, seen, cancellationToken);
        if (examined is { Standing: MfaStanding.Managed })
        {
            await audit.RecordAsync(Entry(seen, sighting), cancellationToken);
        }

        await told.RecordAsync(what, cancellationToken);
        Log.Done(log, seen.EventName, seen.EventID, examined.Changes.Count);
    }

    /// <summary>The line of the trail: what the person, or somebody for them, did.</summary>
    private static AuditEntry Entry(CloudTrailEvent seen, MfaSighting sighting)
    {
        var person = MfaEventResponse.PersonOf(sighting);
        var device = seen.Requested("serialNumber") ?? seen.Answered("virtualMFADevice", "serialNumber") ?? seen.Requested("virtualMFADeviceName");
        return new AuditEntry(
            MfaEventResponse.Because(seen),
            person,
            $"{person.Value.ToLowerInvariant()}#{seen.EventName}#{seen.EventID}",
            device is null ? seen.EventName : $"{seen.EventName} of {device}",
            Outcome.Seen,
            seen.UserIdentity.Arn is { } arn ? Attribution.ByHand(arn) : Attribution.None,
            seen.EventTime,
            seen.ErrorCode is { } code ? $"AWS refused it: {code}" : null);
    }

    private static CloudWatchEvent<CloudTrailEvent> Read(SQSEvent.SQSMessage message)
    {
        try
        {
            var read = JsonSerializer.Deserialize(message.Body, GatehouseJson.Default.CloudWatchEventCloudTrailEvent);
            return read is { Detail: { EventID.Length: > 0, EventName.Length: > 0, UserIdentity: not null } }
                ? read
                : throw new MfaEventUnreadableException(message.MessageId, "it lacks its id, its name, or who did it");
        }
        catch (JsonException unreadable)
        {
            throw new MfaEventUnreadableException(message.MessageId, $"it is not what CloudTrail writes, at {unreadable.Path}");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Name} {EventId} {Why}: nothing to do.")]
        public static partial void Nothing(ILogger log, string name, string eventId, string why);

        [LoggerMessage(2, LogLevel.Information, "{Name} {EventId} was worked on before: nothing to do.")]
        public static partial void DoneBefore(ILogger log, string name, string eventId);

        [LoggerMessage(3, LogLevel.Information, "{Name} {EventId} is worked on; {Changes} things were done.")]
        public static partial void Done(ILogger log, string name, string eventId, int changes);

        [LoggerMessage(4, LogLevel.Error, "The event could not be worked on and comes again: {Problem}.")]
        public static partial void Failed(ILogger log, Exception exception, string problem);

        [LoggerMessage(5, LogLevel.Information, "Not yet: {Why} The event comes again.")]
        public static partial void NotYet(ILogger log, string why);
    }
}

/// <summary>A message of the queue is no event of CloudTrail. It comes again, and ends in the dead-letter queue; no other waits for it.</summary>
public sealed class MfaEventUnreadableException(string message, string why) : Exception($"The message {message} of the queue of MFA events cannot be read: {why}.");
