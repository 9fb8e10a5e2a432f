using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Membership.Mails;
using Gatehouse.Mfa.Mails;
using Gatehouse.Runtime;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Mfa;

/// <summary>
/// Tells what was done: the person by mail, the operations channel where somebody there may have to help or the person has no address, and the
/// trail. Each thing is told once; the ledger remembers it for thirty days, so that what lasts longer is told again each month. What a sweep tells a
/// person for the first time its own summary tells the channel; what the channel missed is said at once, by a sweep too.
/// </summary>
public sealed partial class MfaTelling(IMailer mailer, Told told, MfaChannel channel, Audit audit, Settings settings, TimeProvider clock, ILogger<MfaTelling> log)
{
    /// <returns>Whether the person was told now, and not before.</returns>
    /// <exception cref="MailNotAcceptedException">SES refused the mail: it can be claimed again.</exception>
    /// <exception cref="NobodyToldException">They have no address, and Slack takes nothing: what is not looked at again by itself must come again.</exception>
    /// <exception cref="TellingInProgressException">Another invocation may be telling the same right now.</exception>
    public async Task<bool> TellAsync(MfaSituation situation, MfaChange change, string because, CancellationToken cancellationToken)
    {
        var now = await MailOnceAsync(situation, change, because, cancellationToken);
        if (MfaSlackText.Of(situation, change) is { } text)
        {
            await SayAsync(situation, change, text, now, cancellationToken);
        }

        return now;
    }

    private async Task SayAsync(MfaSituation situation, MfaChange change, string text, bool now, CancellationToken cancellationToken)
    {
        var subject = $"mfa-slack:{change.Key}";
        if (situation is { Summarised: true, HasAddress: true } && now)
        {
            await channel.LeaveToSummaryAsync(subject, cancellationToken);
        }
        else if (!await channel.SayAsync(subject, text, cancellationToken) && !Lasts(change))
        {
            throw new NobodyToldException(change);
        }
    }

    /// <summary>Whether the daily sweep looks at it again as long as it lasts. What was done to a device that is gone it cannot see any more.</summary>
    private static bool Lasts(MfaChange change) => change is AskForGoodDevice or TellUnproved or TellVirtualNeeded or AnnounceRemoval;

    /// <summary>Writes into the trail what was done; written again it replaces its line.</summary>
    public async Task RecordAsync(MfaChange change, string because, CancellationToken cancellationToken)
    {
        await audit.RecordAsync(change.Entry(because, clock.GetUtcNow()), cancellationToken);
        Log.Done(log, change.What);
    }

    /// <summary>Reports wrong names of somebody who is not ours: in the log, and once in the channel. Nothing else is done about them.</summary>
    public async Task ReportUnmanagedAsync(MfaUser user, IReadOnlyList<MfaDevice> wrong, CancellationToken cancellationToken)
    {
        foreach (var device in wrong)
        {
            Log.NotManaged(log, user.Name.Value, device.Serial);
            await channel.SayAsync($"mfa-unmanaged:{user.Name.Value.ToLowerInvariant()}:{device.Serial}", MfaSlackText.OfUnmanaged(user, device), cancellationToken);
        }
    }

    private async Task<bool> MailOnceAsync(MfaSituation situation, MfaChange change, string because, CancellationToken cancellationToken)
    {
        var what = $"mfa-mail:{change.Key}";
        if (!await told.ClaimAsync(what, by: because, cancellationToken))
        {
            return false;
        }

        await MailAsync(situation, change, what, cancellationToken);
        await RecordAsync(change, because, cancellationToken);
        await told.RecordAsync(what, cancellationToken);
        return true;
    }

    private async Task MailAsync(MfaSituation situation, MfaChange change, string what, CancellationToken cancellationToken)
    {
        var person = situation.User.Name.Value;
        if (!situation.HasAddress)
        {
            Log.NoAddress(log, person);
            return;
        }

        Log.Mailed(log, await mailer.SendClaimedAsync(told, what, person, MfaMails.Of(change, situation, settings.Help), cancellationToken));
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Done: {What}.")]
        public static partial void Done(ILogger log, string what);

        [LoggerMessage(2, LogLevel.Information, "The mail about it was accepted by SES as {MessageId}.")]
        public static partial void Mailed(ILogger log, string messageId);

        [LoggerMessage(3, LogLevel.Warning, "The user name {Person} is no mail address: they are not mailed, and the channel is told.")]
        public static partial void NoAddress(ILogger log, string person);

        [LoggerMessage(4, LogLevel.Warning, "{Person} is not managed by Gatehouse and has the MFA device {Serial}, which has a wrong name: reported only.")]
        public static partial void NotManaged(ILogger log, string person, string serial);
    }
}
