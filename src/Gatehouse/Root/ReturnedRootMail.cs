using System.Globalization;
using Gatehouse.Membership.Report;
using Gatehouse.Membership.Welcome;
using Gatehouse.Runtime;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Root;

/// <summary>A mail of the second channel came back: counted, so that an alarm rings while Slack is down as well, and said in the channel of root accounts, once a day.</summary>
public sealed partial class ReturnedRootMail(SlackOnce slack, Settings settings, Metrics metrics, TimeProvider clock, ILogger<ReturnedRootMail> log)
{
    public async Task RecordAsync(MailEvent mailEvent, CancellationToken cancellationToken)
    {
        if (mailEvent.WhyNotDelivered() is not { } reason)
        {
            Log.Arrived(log, mailEvent.EventType, mailEvent.Mail.MessageId);
            return;
        }

        var list = mailEvent.Address() ?? "the mailing list";
        metrics.Count((Metrics.RootMailsReturned, 1));
        Log.Returned(log, list, reason);
        var day = clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await slack.SayAsync($"root-mail-returned:{list}:{day}", settings.RootChannel, Text(list, reason), cancellationToken);
    }

    private static string Text(string list, string reason) =>
        $":x: A mail about root accounts to {SlackText.Plain(list)} was not delivered: {SlackText.Plain(reason)}. While Slack is down, nobody would hear of a root account. "
        + "See who is on the list and whether the address is right (`rootMailTo` in `cdk.json`). If it was an automatic answer of somebody on the list, nothing needs doing.";

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A mail about root accounts to {List} came back: {Reason}")]
        public static partial void Returned(ILogger log, string list, string reason);

        [LoggerMessage(2, LogLevel.Information, "A mail event {EventType} about {MessageId}, a mail about root accounts, tells of no failure: nothing to do.")]
        public static partial void Arrived(ILogger log, string eventType, string messageId);
    }
}
