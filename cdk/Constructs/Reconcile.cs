using Amazon.CDK;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.StepFunctions;
using Constructs;

namespace Gatehouse.Cdk.Constructs;

/// <summary>The hourly run, which heals what no webhook told.</summary>
internal sealed class Reconcile : RunSchedule
{
    public const string Off = "reconcile is off: a lost webhook and a leaver's deletion wait until the next merge, and so does the end of an unused first password. Write \"reconcile\": true into cdk.json to run every hour.";

    public Reconcile(Construct scope, DeploymentSettings settings, StateMachine machine)
        : base(scope, "Reconcile", settings, machine, $"Starts {MembershipMachine.NameIn(settings)} every hour")
    {
        Start("Rule", "reconcile", "Every hour: what the register says and AWS does not have", Schedule.Rate(Duration.Hours(1)), "schedule", settings.Reconcile);
        if (!settings.Reconcile)
            Annotations.Of(this).AddWarningV2("gatehouse:reconcile-off", Off);
    }
}
