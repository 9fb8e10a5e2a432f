using Amazon.Lambda.Annotations;
using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;
using Amazon.Lambda.SQSEvents;
using Gatehouse.Runtime;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Root;

/// <summary>Watches the root users of this account and of those that forward to it.</summary>
public sealed class RootFunctions(ILogger<RootFunctions> log)
{
    /// <returns>The messages whose alerts did not reach Slack yet: they come again, and at last go to the dead-letter queue.</returns>
    [LambdaFunction]
    public async Task<SQSBatchResponse> DeliverRootAlerts(SQSEvent messages, [FromServices] RootAlertApply alerts)
    {
        using var about = log.About(delivery: messages.Records[0].MessageId);
        return await alerts.DeliverAsync(messages, CancellationToken.None);
    }

    [LambdaFunction]
    public async Task FollowRootAccounts(ScheduledEvent schedule, [FromServices] RootFollowUp followUp)
    {
        using var about = log.About(delivery: schedule.Id);
        await followUp.FollowAsync(schedule.Id, CancellationToken.None);
    }
}
