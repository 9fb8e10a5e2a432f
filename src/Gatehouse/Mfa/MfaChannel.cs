using Gatehouse.Ledger;
using Gatehouse.Membership.Report;
using Gatehouse.Slack;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Mfa;

/// <summary>
/// Says things about devices in the operations channel, each once. That Slack does not answer is no reason to keep an event, or a person, back: it is
/// logged, and for a minute nobody waits for Slack again, so that a batch ends in time.
/// </summary>
public sealed partial class MfaChannel(SlackOnce slack, Told told, TimeProvider clock, ILogger<MfaChannel> log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private DateTimeOffset quietUntil = DateTimeOffset.MinValue;

    /// <returns>Whether it was said, now or before; where it was not, whoever asks again has it said.</returns>
    /// <exception cref="TellingInProgressException">Another invocation may be saying the same right now.</exception>
    public async Task<bool> SayAsync(string subject, string text, CancellationToken cancellationToken)
    {
        if (clock.GetUtcNow() < quietUntil)
        {
            Log.Quiet(log, subject);
            return false;
        }

        try
        {
            await slack.SayAsync(subject, text, cancellationToken);
            return true;
        }
        catch (Exception failure) when (failure is SlackUnavailableException or SlackRefusedException or SlackChannelUnknownException)
        {
            quietUntil = clock.GetUtcNow() + Pause;
            Log.Deaf(log, failure, subject);
            return false;
        }
    }

    /// <summary>Writes that a summary says it.</summary>
    public Task LeaveToSummaryAsync(string subject, CancellationToken cancellationToken) => told.RecordAsync(subject, cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Slack did not answer a moment ago and is not asked now. Not said: {Subject}.")]
        public static partial void Quiet(ILogger log, string subject);

        [LoggerMessage(2, LogLevel.Warning, "Slack did not take it: {Subject}. It is said when it is looked at again, by the daily sweep at the latest.")]
        public static partial void Deaf(ILogger log, Exception exception, string subject);
    }
}

/// <summary>Nobody could be told what was done: there is no address, and Slack does not answer. It is tried again.</summary>
public sealed class NobodyToldException(MfaChange change) : Exception($"Nobody could be told: the user name {change.Person} is no mail address, and Slack did not take it. It is tried again: {change.What}.");
