using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.CloudWatch.Actions;
using Amazon.CDK.AWS.SQS;
using Constructs;

namespace Gatehouse.Cdk.Constructs;

/// <summary>Rings in us-east-1 when an event could not be forwarded: an alarm reads the metrics of its own region alone.</summary>
internal sealed class UnforwardedAlarm : Construct
{
    public UnforwardedAlarm(Construct scope, DeploymentSettings settings, IQueue unheard)
        : base(scope, "Unforwarded")
    {
        var alarm = new Alarm(this, "Alarm", new AlarmProps
        {
            AlarmName = $"{settings.Name}-GlobalEventsUnheard",
            AlarmDescription = "An event of an MFA device or a root user did not reach the home region: read it in the queue, and see the bus and its policy.",
            Metric = unheard.MetricApproximateNumberOfMessagesVisible(new MetricOptions { Statistic = "Maximum", Period = Duration.Minutes(5) }),
            Threshold = 1,
            EvaluationPeriods = 1,
            ComparisonOperator = ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
            TreatMissingData = TreatMissingData.NOT_BREACHING,
        });
        if (settings.AlarmEmail is { } address)
            alarm.AddAlarmAction(new SnsAction(AlarmTopic.Mailing(this, $"{settings.Name}-global-events-alarms", address)));
    }
}
