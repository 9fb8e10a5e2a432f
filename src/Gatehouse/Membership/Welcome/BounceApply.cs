using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Membership.Report;
using Gatehouse.Runtime;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Membership.Welcome;

/// <summary>
/// A welcome came back: the password that nobody received is taken away, the trail and the report say so, and the welcome is closed; only a
/// new request brings another. The welcome is closed last, so that a replay after an interruption does what is left.
/// </summary>
public sealed partial class BounceApply(
    Welcomes welcomes, IAccount account, Audit audit, PullRequestComments comments, SlackOnce slack, Settings settings, Metrics metrics, TimeProvider clock, ILogger<BounceApply> log)
{
    /// <exception cref="WelcomeInProgressException">The mail came back before its acceptance was written: Lambda brings the event again.</exception>
    public async Task RecordAsync(MailEvent mailEvent, CancellationToken cancellationToken)
    {
        if (mailEvent.WhyNotDelivered() is not { } reason || mailEvent.Welcome() is not { } welcome || await welcomes.FindAsync(welcome, cancellationToken) is not { } known)
        {
            Log.NotOurs(log, mailEvent.EventType, mailEvent.Mail.MessageId);
            return;
        }

        using var about = log.About(run: known.Run, pullRequest: known.Because.PullRequest, person: known.Person.Value);
        switch (known.State)
        {
            case WelcomeState.Accepted when known.MessageId == mailEvent.Mail.MessageId:
                await CloseAsync(welcome, known, reason, cancellationToken);
                break;
            case WelcomeState.Sending:
                throw new WelcomeInProgressException(welcome);
            default:
                Log.Overtaken(log, mailEvent.Mail.MessageId, known.State);
                break;
        }
    }

    private async Task CloseAsync(string welcome, KnownWelcome known, string reason, CancellationToken cancellationToken)
    {
        if (!await account.RemoveUnusedPasswordAsync(known.Person, known.At, cancellationToken))
        {
            // An automatic answer comes back as a bounce too: whoever signed in has read the mail.
            Log.Used(log, reason);
            return;
        }

        var entry = AuditEntry.OfWelcome(known.Run, known.Person, welcome, known.Kind, Outcome.Undeliverable, known.Because, clock.GetUtcNow(), reason);
        await audit.RecordAsync(entry, cancellationToken);
        var notes = new ReportNotes(Problem: null, settings.Reconcile);
        await comments.UpdateAsync(known.Run, trigger: null, [entry], new Dictionary<string, bool>(), notes, cancellationToken);
        await slack.SayAsync($"undeliverable:{welcome}", SlackText.Undeliverable(known.Person, known.Kind, reason), cancellationToken);
        await welcomes.UndeliverableAsync(welcome, cancellationToken);
        metrics.Count((Metrics.WelcomesUndeliverable, 1));
        Log.Undeliverable(log, reason);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The welcome was not delivered and its password is gone: {Reason}")]
        public static partial void Undeliverable(ILogger log, string reason);

        [LoggerMessage(4, LogLevel.Information, "The welcome came back, but its password was used, or its user is gone: nothing to do. {Reason}")]
        public static partial void Used(ILogger log, string reason);

        [LoggerMessage(2, LogLevel.Information, "A mail event {EventType} about {MessageId} is not about a welcome that failed: nothing to do.")]
        public static partial void NotOurs(ILogger log, string eventType, string messageId);

        [LoggerMessage(3, LogLevel.Information, "Mail {MessageId} came back, but the welcome is {State} by now: nothing to do.")]
        public static partial void Overtaken(ILogger log, string messageId, WelcomeState state);
    }
}
