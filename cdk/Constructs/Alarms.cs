using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.CloudWatch.Actions;
using Amazon.CDK.AWS.SNS;
using Amazon.CDK.AWS.SQS;
using Constructs;
using Gatehouse.Runtime;

namespace Gatehouse.Cdk.Constructs;

/// <summary>What someone must look at: runs that did not succeed, plans that could not be made, sweeps that failed, functions that fail or are throttled, knocks with a wrong signature, mail events that were lost.</summary>
internal sealed class Alarms : Construct
{
    private readonly DeploymentSettings settings;
    private readonly Topic? topic;

    public Alarms(Construct scope, DeploymentSettings settings, Functions functions, Machines machines, FrontDoor door, IQueue unheard, EventQueues queues, LeakWatch leaks)
        : base(scope, "Alarms")
    {
        this.settings = settings;
        topic = settings.AlarmEmail is { } address ? AlarmTopic.Mailing(this, $"{settings.Name}-alarms", address) : null;
        Watch(
            "Runs",
            machines.Membership,
            failed: "A membership run failed: its report says which people and why.",
            aborted: "Someone stopped a membership run: redeliver the webhook to start it again.",
            timedOut: "A membership run timed out: redeliver the webhook to start it again.");
        Add("PreviewsFailed", machines.Preview.Machine.MetricFailed(Sum), 1, "A pull request could not be planned: it says so, and its check fails until a redelivery or a push.");
        Watch(
            "Sweeps",
            machines.Mfa,
            failed: "A sweep over MFA devices failed, could not look at everybody, or could not say in Slack what it did: its execution says which, and gatehouse history what was done. The next one takes up what is left.",
            aborted: "Someone stopped a sweep over MFA devices: the next one does what is left.",
            timedOut: "A sweep over MFA devices timed out: the next one does what is left.");
        Watch(
            "KeySweeps",
            machines.Keys,
            failed: "A sweep over access keys failed, could not look at every account or everybody, or could not say in Slack what it did: its execution says which, and gatehouse history what was done. The next one takes up what is left.",
            aborted: "Someone stopped a sweep over access keys: the next one does what is left.",
            timedOut: "A sweep over access keys timed out: the next one does what is left.");
        Watch(
            "Rotations",
            machines.DeployKeys,
            failed: "A deploy key was not rotated to the end, or a run of rotations failed: Slack says which and why. Look soon: a repository may be unable to deploy. The next run goes on.",
            aborted: "Someone stopped a run of rotations: start another at once (gatehouse keys rotate), because a repository may hold half a key.",
            timedOut: "A run of rotations timed out: start another at once (gatehouse keys rotate), because a repository may hold half a key.");
        Add("DeliveriesLost", door.Failures, 1, "A delivery was answered with an error, and GitHub does not send it again: redeliver it from the webhook's settings.");
        Add("SignatureFailures", Board.Counted(Metrics.SignatureFailures), 5, "Deliveries with a wrong signature: the secret differs from GitHub's, or someone is trying the door.");
        Add("ChangesRefused", Board.Counted(Metrics.ChangesRefused), 1, "The guard refused changes: they wait, and the pull request and Slack say why.");
        Add("MailEventsUnheard", unheard.MetricApproximateNumberOfMessagesVisible(Most), 1, "A bounce could not be recorded: its welcome may have left a password.");
        Add("MfaEventsUnheard", queues.Mfa.Unheard.MetricApproximateNumberOfMessagesVisible(Most), 1, "An event of an MFA device could not be acted on: the daily sweep finds what it was about.");
        RootAlarms.AddTo(this, settings, queues);
        LeakAlarms.AddTo(this, machines.Leaks, leaks);
        foreach (var function in functions.All)
            Watch(function);
    }

    /// <summary>The sum of five minutes.</summary>
    internal static MetricOptions Sum => new() { Statistic = "Sum", Period = Duration.Minutes(5) };

    /// <summary>The most of five minutes.</summary>
    internal static MetricOptions Most => new() { Statistic = "Maximum", Period = Duration.Minutes(5) };

    /// <summary>Rings for each run of a machine that did not come to its end.</summary>
    internal void Watch(string runs, Workflow workflow, string failed, string aborted, string timedOut)
    {
        Add($"{runs}Failed", workflow.Machine.MetricFailed(Sum), 1, failed);
        Add($"{runs}Aborted", workflow.Machine.MetricAborted(Sum), 1, aborted);
        Add($"{runs}TimedOut", workflow.Machine.MetricTimedOut(Sum), 1, timedOut);
    }

    private void Watch(GatehouseFunction function)
    {
        // Waiting for a lock, or for GitHub's trial merge, is an error that the machine retries: only an hour of it is news.
        var periods = function.Method is FunctionNames.LockMembership or FunctionNames.PreviewPullRequest ? 12 : 1;
        // One throttled AWS call fails an invocation, which the machine retries: five in five minutes are no accident. Of what tells about root users, one is enough.
        var errors = function.Method is FunctionNames.DeliverRootAlerts or FunctionNames.FollowRootAccounts ? 1 : 5;
        Add($"{function.Method}Errors", function.Lambda.MetricErrors(Sum), errors, $"{function.Method} keeps failing: read its log.", periods);
        Add($"{function.Method}Throttles", function.Lambda.MetricThrottles(Sum), 1, $"Lambda throttles {function.Method}: the account's concurrency is used up.");
    }

    internal void Add(
        string id,
        IMetric metric,
        double threshold,
        string description,
        int periods = 1,
        ComparisonOperator rings = ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        TreatMissingData missing = TreatMissingData.NOT_BREACHING)
    {
        var alarm = new Alarm(this, id, new AlarmProps
        {
            AlarmName = $"{settings.Name}-{id}",
            AlarmDescription = description,
            Metric = metric,
            Threshold = threshold,
            EvaluationPeriods = periods,
            ComparisonOperator = rings,
            TreatMissingData = missing,
        });
        if (topic is not null)
            alarm.AddAlarmAction(new SnsAction(topic));
    }
}
