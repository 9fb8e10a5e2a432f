using Gatehouse.Ledger;
using Gatehouse.Runtime;
using Gatehouse.Slack;

namespace Gatehouse.Membership.Report;

/// <summary>Says each thing once in the operations channel, however often a run is replayed. A kill while it is being said may say it twice rather than never.</summary>
public sealed class SlackOnce(ISlack slack, Told told, Settings settings)
{
    /// <returns>Whether it was said now, and not before.</returns>
    public Task<bool> SayAsync(string subject, string? text, CancellationToken cancellationToken) => SayAsync(subject, settings.Channel, text, cancellationToken);

    /// <summary>The same in another channel.</summary>
    public async Task<bool> SayAsync(string subject, string channel, string? text, CancellationToken cancellationToken)
    {
        if (text is null || !await told.ClaimAsync(subject, by: null, cancellationToken))
        {
            return false;
        }

        var posted = false;
        try
        {
            await slack.PostAsync(channel, text, cancellationToken);
            posted = true;
        }
        finally
        {
            await (posted ? told.RecordAsync(subject, cancellationToken) : told.ReleaseAsync(subject, cancellationToken));
        }

        return true;
    }
}
