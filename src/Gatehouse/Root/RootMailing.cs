using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Membership.Mails;
using Gatehouse.Runtime;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Root;

/// <summary>The second channel: mails to the list what Slack has not taken in time, each once. SES failing stops nothing else, and is tried again.</summary>
public sealed partial class RootMailing(RootAlerts alerts, Told told, IMailer mailer, Settings settings, Metrics metrics, TimeProvider clock, ILogger<RootMailing> log)
{
    /// <summary>Mails every alert that has waited for too long.</summary>
    public async Task MailOverdueAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var late in (await alerts.WaitingAsync(cancellationToken)).Where(one => now - one.Made >= TimeSpan.FromMinutes(settings.RootMailMinutes)))
        {
            var mail = RootAlertMail.Write(late.Alert, settings.RootChannel, (int)(now - late.Made).TotalMinutes);
            if (await SendOnceAsync($"root-alert:{late.Alert.Id}", mail, cancellationToken))
            {
                await alerts.MailedAsync(late.Alert, cancellationToken);
            }
        }
    }

    /// <summary>Mails that the way to Slack was found closed, once for each heartbeat.</summary>
    public async Task MailClosedAsync(string heartbeat, string why, CancellationToken cancellationToken) =>
        await SendOnceAsync($"root-heartbeat:{heartbeat}", RootHeartbeatMail.Write(settings.RootChannel, why), cancellationToken);

    private async Task<bool> SendOnceAsync(string what, Mail mail, CancellationToken cancellationToken)
    {
        if (settings.RootMailTo is not { } list)
        {
            Log.NoList(log, mail.Subject);
            return false;
        }

        if (!await ClaimAsync(what, cancellationToken) || !await SendAsync(list, what, mail, cancellationToken))
        {
            return false;
        }

        await told.RecordAsync(what, cancellationToken);
        metrics.Count((Metrics.RootAlertsMailed, 1));
        return true;
    }

    private async Task<bool> ClaimAsync(string what, CancellationToken cancellationToken)
    {
        try
        {
            return await told.ClaimAsync(what, by: null, cancellationToken);
        }
        catch (TellingInProgressException)
        {
            // Another invocation is mailing it, or died doing so: then the next one takes it up.
            return false;
        }
    }

    private async Task<bool> SendAsync(string list, string what, Mail mail, CancellationToken cancellationToken)
    {
        try
        {
            Log.Sent(log, mail.Subject, await mailer.SendClaimedAsync(told, what, list, mail with { Kind = MailKinds.RootAlert }, cancellationToken));
            return true;
        }
        // Where SES did not refuse it, whether it accepted is unknown: the claim runs out within a minute, and it is mailed once more rather than never.
        catch (Exception failed) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NotSent(log, mail.Subject, failed);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "'{Subject}' went to the mailing list, because Slack did not take it in time; SES accepted it as {MessageId}.")]
        public static partial void Sent(ILogger log, string subject, string messageId);

        [LoggerMessage(2, LogLevel.Error, "'{Subject}' could not be mailed either. Both ways are tried again within five minutes.")]
        public static partial void NotSent(ILogger log, string subject, Exception failed);

        [LoggerMessage(3, LogLevel.Error, "'{Subject}' should be mailed, because Slack did not take it in time, and there is no list to mail it to. Write \"rootMailTo\" into cdk.json.")]
        public static partial void NoList(ILogger log, string subject);
    }
}
