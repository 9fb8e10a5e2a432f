using Gatehouse.Membership.Report;
using Gatehouse.Membership.Welcome;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Keys;

/// <summary>
/// A mail about an access key came back: the operations channel hears of it once in thirty days for each address. The key's days go on: an address that
/// takes no mail must not keep an old key alive. An automatic answer looks like a bounce too.
/// </summary>
public sealed partial class ReturnedKeyMail(SlackOnce slack, ILogger<ReturnedKeyMail> log)
{
    public async Task RecordAsync(MailEvent mailEvent, CancellationToken cancellationToken)
    {
        if (mailEvent.WhyNotDelivered() is not { } reason || mailEvent.Address() is not { } address)
        {
            Log.Arrived(log, mailEvent.EventType, mailEvent.Mail.MessageId);
            return;
        }

        Log.Returned(log, address, reason);
        await slack.SayAsync($"key-mail-returned:{address.ToLowerInvariant()}", Text(address, reason), cancellationToken);
    }

    private static string Text(string address, string reason) =>
        $":x: A mail to *{SlackText.Plain(address)}* about an access key was not delivered: {SlackText.Plain(reason)}. "
        + "What becomes of the key, and when, stays the same: `gatehouse keys report` shows it. "
        + "Tell them yourself, and correct the address in the register if it is wrong (a machine user's owner stands in `mgmt/machine-users.json`). This is said once in thirty days.";

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A mail to {Address} about an access key came back: {Reason}")]
        public static partial void Returned(ILogger log, string address, string reason);

        [LoggerMessage(2, LogLevel.Information, "A mail event {EventType} about {MessageId}, a mail about an access key, tells of no failure: nothing to do.")]
        public static partial void Arrived(ILogger log, string eventType, string messageId);
    }
}
