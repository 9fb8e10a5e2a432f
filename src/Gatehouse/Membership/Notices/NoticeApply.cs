using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Membership.Mails;
using Gatehouse.Mfa;
using Gatehouse.Runtime;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Membership.Notices;

/// <summary>Tells people by mail what was done: each mail once, however often the step is tried. A kill while SES is asked may send one twice rather than never.</summary>
public sealed partial class NoticeApply(IMailer mailer, Told told, Audit audit, Settings settings, TimeProvider clock, ILogger<NoticeApply> log)
{
    /// <param name="run">The run that did the change.</param>
    /// <param name="planned">The change.</param>
    /// <param name="signIn">The account's alias, or its number.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="NoticeNotAcceptedException">SES refused one of the mails; the others went out.</exception>
    /// <exception cref="TellingInProgressException">Another run may be sending one right now.</exception>
    public async Task SendAsync(RunId run, PlannedChange planned, string signIn, CancellationToken cancellationToken)
    {
        NoticeNotAcceptedException? refused = null;
        foreach (var notice in NoticeMails.Of(planned, Letter(planned, signIn), settings.MailFrom))
        {
            try
            {
                await SendOnceAsync(run, planned, notice, cancellationToken);
            }
            catch (MailNotAcceptedException refusal)
            {
                refused = new NoticeNotAcceptedException(notice.Reader, refusal);
            }
        }

        if (refused is not null)
        {
            throw refused;
        }

        await audit.RecordAsync(AuditEntry.OfNotice(run, planned, Outcome.Told, clock.GetUtcNow()), cancellationToken);
    }

    private async Task SendOnceAsync(RunId run, PlannedChange planned, Notice notice, CancellationToken cancellationToken)
    {
        var what = $"notice:{run.Name}:{planned.Change.Key}:{notice.Address}";
        if (!await told.ClaimAsync(what, by: run.Name, cancellationToken))
        {
            Log.SentBefore(log, notice.Reader);
            return;
        }

        Log.Sent(log, notice.Reader, await mailer.SendClaimedAsync(told, what, notice.Address, notice.Mail, cancellationToken));

        await told.RecordAsync(what, cancellationToken);
    }

    private NoticeLetter Letter(PlannedChange planned, string signIn) => new()
    {
        Person = planned.Change.Person,
        AccountName = signIn,
        At = clock.GetUtcNow(),
        Help = settings.Help,
        Repository = settings.Repository,
        GraceDays = settings.GraceDays,
        FirstPasswordDays = settings.FirstPasswordDays,
        DeviceNames = DeviceNames.RuleOf(settings.MfaNames),
        RequestedIn = planned.Because.RequestedIn(settings.Repository),
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The notice to {Reader} was accepted by SES as {MessageId}.")]
        public static partial void Sent(ILogger log, string reader, string messageId);

        [LoggerMessage(2, LogLevel.Information, "The notice to {Reader} was sent before: nothing to send.")]
        public static partial void SentBefore(ILogger log, string reader);
    }
}

/// <summary>SES answered that it does not take a notice. The state machine tries again; in the end the report says that somebody was not told.</summary>
public sealed class NoticeNotAcceptedException(string reader, MailNotAcceptedException refusal)
    : Exception($"SES did not accept the mail to {reader}: {refusal.Code}: {refusal.InnerException?.Message}", refusal);
