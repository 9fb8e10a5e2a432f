using Amazon.IdentityManagement;
using Gatehouse.Account;
using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Mfa;
using Gatehouse.Register;
using Gatehouse.Runtime;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Membership.Welcome;

/// <summary>
/// Claims a welcome, sets a new password and mails it, in one invocation: the password exists in this process and in the mail, nowhere
/// else. A replay after acceptance does nothing; a replay after a failure sets a new password and sends again.
/// </summary>
public sealed partial class WelcomeApply(
    WelcomeClaims claims, IAccount account, IMfaDevices devices, IMailer mailer, FirstPassword firstPassword, Settings settings, Metrics metrics, TimeProvider clock, ILogger<WelcomeApply> log)
{
    /// <param name="run">The run that sends it.</param>
    /// <param name="planned">The change that brings the welcome.</param>
    /// <param name="signIn">The account's alias, or its number.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="WelcomeInProgressException">Another run's attempt may still be under way.</exception>
    /// <exception cref="MailNotAcceptedException">SES refused the mail.</exception>
    public async Task SendAsync(RunId run, PlannedChange planned, string signIn, CancellationToken cancellationToken)
    {
        if (await claims.ClaimAsync(run, planned.Change.Person, planned.WelcomeIn(run)!, cancellationToken, isNew: planned.Change is CreateUser) is not { } claim)
        {
            Log.NothingToSend(log);
            return;
        }

        var letter = Letter(run, planned, signIn, firstPassword.Create(PasswordRules.Of(settings)), claim);
        var messageId = await SetAndMailAsync(claim, planned.Change.Person, letter, cancellationToken);
        var entry = AuditEntry.OfWelcome(run, planned, Outcome.Welcomed, clock.GetUtcNow());
        await claims.AcceptedAsync(claim, messageId, entry, cancellationToken);
        metrics.Count((Metrics.WelcomesSent, 1));
        Log.Welcomed(log, claim.Attempt, messageId);
    }

    /// <summary>Where IAM or SES says no, nothing was mailed, and the next attempt need not say that it replaces a mail. IAM may not know a new user yet.</summary>
    private async Task<string> SetAndMailAsync(WelcomeClaim claim, UserName person, WelcomeLetter letter, CancellationToken cancellationToken)
    {
        try
        {
            var hasSecondFactor = claim.Kind is not WelcomeKind.First && (await devices.DevicesAsync(person, cancellationToken)).Count > 0;
            await account.SetPasswordAsync(person, letter.Password, cancellationToken);
            return await mailer.SendAsync(person.Value, WelcomeMail.Write(letter with { HasSecondFactor = hasSecondFactor }), claim.Welcome, cancellationToken);
        }
        catch (Exception refused) when (refused is MailNotAcceptedException or AmazonIdentityManagementServiceException)
        {
            await claims.NotSentAsync(claim, cancellationToken);
            throw;
        }
    }

    private WelcomeLetter Letter(RunId run, PlannedChange planned, string signIn, string password, WelcomeClaim claim) => new()
    {
        UserName = planned.Change.Person.Value,
        Password = password,
        AccountId = run.Account,
        AccountAlias = signIn == run.Account ? null : signIn,
        Region = settings.HomeRegion,
        PasswordSetAt = clock.GetUtcNow(),
        FirstPasswordDays = settings.FirstPasswordDays,
        Rules = PasswordRules.Of(settings),
        Help = settings.Help,
        DeviceNames = DeviceNames.RuleOf(settings.MfaNames),
        Kind = claim.Kind,
        Groups = planned.Change switch { CreateUser create => create.Groups, RestoreUser restore => restore.Groups, _ => [] },
        Lost = planned.Change is RestoreUser returning ? returning.Lost : [],
        ReplacesEarlier = claim.ReplacesEarlier,
        RequestedIn = planned.Because.RequestedIn(settings.Repository),
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The welcome was accepted by SES as {MessageId}, in attempt {Attempt}.")]
        public static partial void Welcomed(ILogger log, int attempt, string messageId);

        [LoggerMessage(2, LogLevel.Information, "The welcome was sent before, or cannot be delivered: nothing to send.")]
        public static partial void NothingToSend(ILogger log);
    }
}
