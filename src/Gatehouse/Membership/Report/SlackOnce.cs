using Gatehouse.Ledger;
using Gatehouse.Runtime;
using Gatehouse.Slack;

namespace Gatehouse.Membership.Report;

/// <summary>Says each thing once in the operations channel, however often a run is replayed. Recorded after it is said: a kill between the two says it twice rather than never.</summary>
public sealed class SlackOnce(ISlack slack, Said said, Settings settings)
{
    public async Task SayAsync(string subject, string? text, CancellationToken cancellationToken)
    {
        if (text is null || await said.WasAsync(subject, cancellationToken))
        {
            return;
        }

        await slack.PostAsync(settings.Channel, text, cancellationToken);
        await said.RecordAsync(subject, cancellationToken);
    }
}
