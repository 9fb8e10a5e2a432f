using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Scheduler;
using Constructs;
using Gatehouse.Root;

namespace Gatehouse.Cdk.Constructs;

/// <summary>A schedule that puts an event on the default bus once a day. It is no root event and travels like one, so that its absence tells that theirs would be absent too.</summary>
internal sealed class Heartbeat : Construct
{
    /// <param name="scope">The stack.</param>
    /// <param name="name">How the schedule's name begins.</param>
    public Heartbeat(Construct scope, string name)
        : base(scope, "Heartbeat")
    {
        var bus = Stack.Of(this).FormatArn(new ArnComponents { Service = "events", Resource = "event-bus", ResourceName = "default" });
        var role = new Role(this, "Role", new RoleProps
        {
            AssumedBy = new ServicePrincipal("scheduler.amazonaws.com"),
            Description = "Puts the daily heartbeat on the default bus",
            InlinePolicies = new Dictionary<string, PolicyDocument>
            {
                ["rights"] = new(new PolicyDocumentProps { Statements = [Right.To("PutHeartbeat", ["events:PutEvents"], bus)] }),
            },
        });
        _ = new CfnSchedule(this, "Schedule", new CfnScheduleProps
        {
            Name = $"{name}-heartbeat",
            Description = WatchedEvents.Heartbeat.Description,
            ScheduleExpression = "rate(1 day)",
            FlexibleTimeWindow = new CfnSchedule.FlexibleTimeWindowProperty { Mode = "OFF" },
            Target = new CfnSchedule.TargetProperty
            {
                Arn = bus,
                RoleArn = role.RoleArn,
                EventBridgeParameters = new CfnSchedule.EventBridgeParametersProperty { Source = RootHeartbeat.Source, DetailType = RootHeartbeat.DetailType },
                // Scheduler fills in what stands between < and >.
                Input = """{"scheduled":"<aws.scheduler.scheduled-time>","execution":"<aws.scheduler.execution-id>"}""",
            },
        });
    }
}
