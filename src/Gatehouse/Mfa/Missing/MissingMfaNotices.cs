using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Membership.Mails;
using Gatehouse.Mfa.Mails;
using Gatehouse.Runtime;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Mfa.Missing;

/// <summary>Does each change about missing MFA once, with its mail and its line of the trail, however many sweeps meet it. A kill while SES is asked may send a mail twice rather than never.</summary>
public sealed partial class MissingMfaNotices(IMailer mailer, Told told, Audit audit, Settings settings, TimeProvider clock, ILogger<MissingMfaNotices> log)
{
    /// <param name="run">The sweep.</param>
    /// <param name="change">What is done.</param>
    /// <param name="signIn">The account's alias, or its number.</param>
    /// <param name="suspendsOn">The day that the mail names; null for none.</param>
    /// <param name="act">What is done before the mail; it answers false where it turned out not to be ours.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>Whether this call did it.</returns>
    /// <exception cref="MailNotAcceptedException">SES does not take the mail.</exception>
    /// <exception cref="TellingInProgressException">Another sweep may be at it right now.</exception>
    public async Task<bool> DoOnceAsync(RunId run, MfaChange change, string signIn, DateOnly? suspendsOn, Func<Task<bool>> act, CancellationToken cancellationToken)
    {
        var what = $"mfa:{change.Key}";
        if (!await told.ClaimAsync(what, by: run.Name, cancellationToken))
        {
            Log.DoneBefore(log, change.What);
            return false;
        }

        if (!await act())
        {
            await told.ReleaseAsync(what, cancellationToken);
            return false;
        }

        var mail = WithoutMfaMails.Of(change, Letter(change, signIn, suspendsOn)) with { Kind = MailKinds.MissingMfa };
        Log.Mailed(log, change.What, await mailer.SendClaimedAsync(told, what, change.Person.Value, mail, cancellationToken));
        await audit.RecordAsync(change.Entry(run.Name, clock.GetUtcNow()), cancellationToken);
        await told.RecordAsync(what, cancellationToken);
        return true;
    }

    private WithoutMfaLetter Letter(MfaChange change, string signIn, DateOnly? suspendsOn) => new()
    {
        Person = change.Person,
        AccountName = signIn,
        Since = change switch
        {
            WarnWithoutMfa warn => warn.Since,
            SuspendPassword suspend => suspend.Since,
            _ => throw new UnknownMfaChangeException(change),
        },
        SuspendsOn = suspendsOn,
        Names = DeviceNames.RuleOf(settings.MfaNames),
        Help = settings.Help,
        Repository = settings.Repository,
        PasswordDays = settings.FirstPasswordDays,
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The mail about it was accepted by SES as {MessageId}: {What}.")]
        public static partial void Mailed(ILogger log, string what, string messageId);

        [LoggerMessage(2, LogLevel.Information, "Done by another sweep already: {What}.")]
        public static partial void DoneBefore(ILogger log, string what);
    }
}
