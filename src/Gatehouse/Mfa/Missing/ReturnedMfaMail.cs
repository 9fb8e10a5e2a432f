using Gatehouse.Ledger;
using Gatehouse.Membership.Report;
using Gatehouse.Membership.Welcome;
using Gatehouse.Register;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Mfa.Missing;

/// <summary>
/// A mail about missing MFA came back. Nobody loses a password for a warning that they did not get: their days begin anew, with new mails, and the
/// operations channel hears of it once. An automatic answer looks like a bounce too, and puts off the same.
/// </summary>
public sealed partial class ReturnedMfaMail(WithoutMfa without, SlackOnce slack, ILogger<ReturnedMfaMail> log)
{
    public async Task RecordAsync(MailEvent mailEvent, CancellationToken cancellationToken)
    {
        if (mailEvent.WhyNotDelivered() is not { } reason || mailEvent.Address() is not { } address)
        {
            Log.Arrived(log, mailEvent.EventType, mailEvent.Mail.MessageId);
            return;
        }

        var person = new UserName(address);
        var begunAgain = await without.BeginAgainAsync(person, cancellationToken);
        Log.Returned(log, address, reason, begunAgain ? "their days begin anew" : "there are no days to begin anew");
        await slack.SayAsync($"missing-mfa-returned:{address.ToLowerInvariant()}", Text(person, reason, begunAgain), cancellationToken);
    }

    private static string Text(UserName person, string reason, bool begunAgain) =>
        $":x: A mail to *{SlackText.Plain(person.Value)}* about their missing MFA device was not delivered: {SlackText.Plain(reason)}. "
        + (begunAgain ? "Their days without MFA begin anew, so that no password goes for a warning that nobody read. " : "If their password was taken away, they do not know it. ")
        + "Tell them yourself, and correct the address in the register if it is wrong. This is said once in thirty days.";

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A mail to {Person} about missing MFA came back, and {What}: {Reason}")]
        public static partial void Returned(ILogger log, string person, string reason, string what);

        [LoggerMessage(2, LogLevel.Information, "A mail event {EventType} about {MessageId}, a mail about missing MFA, tells of no failure: nothing to do.")]
        public static partial void Arrived(ILogger log, string eventType, string messageId);
    }
}
