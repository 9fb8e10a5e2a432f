using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using Gatehouse.Runtime;

namespace Gatehouse.Cdk.Constructs;

/// <summary>What rings when alerts about root users do not arrive. Each way in which they can fail in silence has one.</summary>
internal static class RootAlarms
{
    /// <summary>A day, and an hour for whatever is late: CloudWatch looks at whole hours.</summary>
    private const int HoursWithoutHeartbeat = 25;

    public static void AddTo(Alarms alarms, DeploymentSettings settings, EventQueues queues)
    {
        alarms.Add(
            "RootEventsUnheard",
            queues.Root.Unheard.MetricApproximateNumberOfMessagesVisible(Alarms.Most),
            1,
            "A root event lies in the dead-letter queue. Look in the channel and the list first: an alert that could be read was mailed, and is posted once Slack is back. "
            + "One that is in neither tell people yourself. Then put it back with aws sqs start-message-move-task, once DeliverRootAlerts works: one that was delivered does nothing again.");
        alarms.Add(
            "RootEventsLate",
            queues.Root.Queue.MetricApproximateAgeOfOldestMessage(Alarms.Most),
            Duration.Minutes(settings.RootMailMinutes).ToSeconds(),
            "A root event has waited in its queue for longer than Slack has: read the log of DeliverRootAlerts.");
        // Of two looks in a row: one that Slack missed for a moment is posted a minute later.
        alarms.Add("RootAlertsWaiting", Board.Most(Metrics.RootAlertsWaiting), 1, "Alerts about root users wait for Slack: the ledger keeps them, and they go to the mailing list. See whether Slack is up and its address good.", periods: 2);
        alarms.Add("RootMailsReturned", Board.Counted(Metrics.RootMailsReturned), 1, "A mail about root accounts came back from rootMailTo: see the address and who is on the list. While Slack is down nobody would hear of a root account.");
        alarms.Add("RootHeartbeatFailed", Board.Counted(Metrics.RootHeartbeatsFailed), 1, "An alert about a root user would not reach Slack: see the channel, and its address in the Slack secret.");
        alarms.Add(
            "RootHeartbeatMissing",
            Board.Counted(Metrics.RootHeartbeats, Duration.Hours(1)),
            1,
            "No heartbeat came through for 25 hours, so no root event would: see the rules in us-east-1, the home bus and its policy, and the queue.",
            HoursWithoutHeartbeat,
            ComparisonOperator.LESS_THAN_THRESHOLD,
            TreatMissingData.BREACHING);
    }
}
