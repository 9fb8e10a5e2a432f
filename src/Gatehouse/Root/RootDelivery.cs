using Gatehouse.Ledger;
using Gatehouse.Runtime;
using Gatehouse.Slack;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Root;

/// <summary>
/// Posts what waits in the outbox, the oldest event first, one message for each, and records each delivery before the next. Where Slack does not
/// take one, it stops there: nothing overtakes it. A kill between Slack's answer and the record posts that one message again rather than never.
/// </summary>
public sealed partial class RootDelivery(RootAlerts alerts, RootTurn turn, ISlack slack, Settings settings, Metrics metrics, TimeProvider clock, ILogger<RootDelivery> log)
{
    /// <summary>How long somebody else's turn is waited for, and after how long no further message is begun: one takes ten seconds at most, and the function lives for thirty.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10), LongestPosting = TimeSpan.FromSeconds(16), BetweenLooks = TimeSpan.FromMilliseconds(400);

    /// <param name="holder">Who takes the turn.</param>
    /// <param name="began">When the invocation began, as the clock's timestamp.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    public async Task DrainAsync(string holder, long began, CancellationToken cancellationToken)
    {
        if (await TakeTurnAsync(holder, began, cancellationToken))
        {
            await PostAllAsync(holder, began, cancellationToken);
            await turn.GiveBackAsync(holder, cancellationToken);
        }

        var waiting = await alerts.WaitingAsync(cancellationToken);
        metrics.Count((Metrics.RootAlertsWaiting, waiting.Count));
        if (waiting.Count > 0)
        {
            Log.Waiting(log, waiting.Count);
        }
    }

    private async Task<bool> TakeTurnAsync(string holder, long began, CancellationToken cancellationToken)
    {
        while (!await turn.TakeAsync(holder, cancellationToken))
        {
            if (clock.GetElapsedTime(began) > LongestWait)
            {
                Log.NoTurn(log);
                return false;
            }

            await Task.Delay(BetweenLooks, clock, cancellationToken);
        }

        return true;
    }

    private async Task PostAllAsync(string holder, long began, CancellationToken cancellationToken)
    {
        // Looked at again after each message: an earlier event may have arrived meanwhile.
        while ((await alerts.WaitingAsync(cancellationToken)) is [var next, ..])
        {
            if (clock.GetElapsedTime(began) > LongestPosting || !await turn.KeepAsync(holder, cancellationToken))
            {
                return;
            }

            if (await PostAsync(next.Alert, cancellationToken) is { } notTaken)
            {
                if (notTaken is SlackUnavailableException { RetryAfter: { } pause } && clock.GetElapsedTime(began) + pause <= LongestPosting)
                {
                    await Task.Delay(pause, clock, cancellationToken);
                    continue;
                }

                Log.NotTaken(log, next.Alert.Event.Name, next.Alert.Event.Account, next.Alert.Id, notTaken.Message, notTaken);
                return;
            }

            await alerts.DeliveredAsync(next.Alert, cancellationToken);
            metrics.Count((Metrics.RootAlertsDelivered, 1));
            Log.Delivered(log, next.Alert.Event.Name, next.Alert.Event.Account, next.Alert.Id, settings.RootChannel);
        }
    }

    /// <returns>Why Slack did not take it; null where it did.</returns>
    private async Task<Exception?> PostAsync(RootAlert alert, CancellationToken cancellationToken)
    {
        if (alert.IsLoud && settings.OnCall is null)
        {
            Log.NobodyOnCall(log);
        }

        try
        {
            await PostWholeOrBareAsync(alert, cancellationToken);
            return null;
        }
        // Whatever keeps Slack from taking it, its secret included: the alert stays in the outbox, and the mail must go out all the same.
        catch (Exception failed) when (!cancellationToken.IsCancellationRequested)
        {
            return failed;
        }
    }

    private async Task PostWholeOrBareAsync(RootAlert alert, CancellationToken cancellationToken)
    {
        try
        {
            await slack.PostAsync(settings.RootChannel, RootAlertText.Of(alert, settings.OnCall), cancellationToken);
        }
        catch (SlackRefusedException refused) when (refused.IsAboutTheMessage)
        {
            Log.Bare(log, alert.Id, refused.Message);
            await slack.PostAsync(settings.RootChannel, RootAlertText.Bare(alert, settings.OnCall), cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Name} of the root user of {Account} ({Id}) was told in {Channel}.")]
        public static partial void Delivered(ILogger log, string name, string account, string id, string channel);

        [LoggerMessage(2, LogLevel.Error, "Slack did not take the alert of {Name} of the root user of {Account} ({Id}): {Why} It is tried again within five minutes, for as long as it takes.")]
        public static partial void NotTaken(ILogger log, string name, string account, string id, string why, Exception failed);

        [LoggerMessage(3, LogLevel.Warning, "{Count} alerts about root users wait for Slack.")]
        public static partial void Waiting(ILogger log, int count);

        [LoggerMessage(4, LogLevel.Information, "Another invocation is posting alerts about root users; this one's come again.")]
        public static partial void NoTurn(ILogger log);

        [LoggerMessage(5, LogLevel.Warning, "An alert about a root user mentions nobody: no on-call group is set. Write \"onCall\" into cdk.json.")]
        public static partial void NobodyOnCall(ILogger log);

        [LoggerMessage(6, LogLevel.Error, "Slack refused how the alert {Id} is written, so it goes out with the least that must be said: {Why}")]
        public static partial void Bare(ILogger log, string id, string why);
    }
}
