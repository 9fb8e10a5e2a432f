using System.Globalization;
using Gatehouse.Ledger;
using Gatehouse.Membership.Report;
using Gatehouse.Runtime;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Root;

/// <summary>Names, once a day in the channel of root accounts, the other accounts whose heartbeats came and come no more. One that never beat is unknown here.</summary>
public sealed partial class RootSilence(RootHeartbeats heartbeats, SlackOnce slack, Settings settings, TimeProvider clock, ILogger<RootSilence> log)
{
    /// <summary>A heartbeat comes once a day; an hour more is no news.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(25);

    public async Task SayAsync(RootReading reading, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var silent = (await heartbeats.OthersAsync(cancellationToken)).Where(beat => now - beat.At > Longest).ToList();
        if (silent.Count == 0)
        {
            return;
        }

        try
        {
            await slack.SayAsync(string.Create(CultureInfo.InvariantCulture, $"root-silent:{now:yyyy-MM-dd}"), settings.RootChannel, RootSilenceText.Of(silent, reading.Names), cancellationToken);
        }
        // Slack being down has its own alarm: the next run says it.
        catch (Exception failed) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NotSaid(log, string.Join(", ", silent.Select(beat => beat.Account)), failed);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "No heartbeat has come for a day from {Accounts}, and Slack would not be told so. It is tried again in five minutes.")]
        public static partial void NotSaid(ILogger log, string accounts, Exception failed);
    }
}
