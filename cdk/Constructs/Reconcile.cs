using Amazon.CDK;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.Events.Targets;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.StepFunctions;
using Constructs;

namespace Gatehouse.Cdk.Constructs;

/// <summary>The hourly run, which heals what no webhook told. It exists even while it is off, so that turning it on is one setting.</summary>
internal sealed class Reconcile : Construct
{
    public const string Off = "reconcile is off: a lost webhook and a leaver's deletion wait until the next merge, and so does the end of an unused first password. Write \"reconcile\": true into cdk.json to run every hour.";

    public Reconcile(Construct scope, DeploymentSettings settings, StateMachine machine)
        : base(scope, "Reconcile")
    {
        var role = new Role(this, "Role", new RoleProps
        {
            AssumedBy = new ServicePrincipal("events.amazonaws.com"),
            Description = $"Starts {MembershipMachine.NameIn(settings)} every hour",
            InlinePolicies = new Dictionary<string, PolicyDocument>
            {
                ["rights"] = new(new PolicyDocumentProps { Statements = [Right.To("StartRuns", ["states:StartExecution"], machine.StateMachineArn)] }),
            },
        });
        var rule = new Rule(this, "Rule", new RuleProps
        {
            RuleName = $"{settings.Name}-reconcile",
            Description = "Every hour: what the register says and AWS does not have",
            Schedule = Schedule.Rate(Duration.Hours(1)),
            Enabled = settings.Reconcile,
        });
        rule.AddTarget(new SfnStateMachine(machine, new SfnStateMachineProps
        {
            Input = RuleTargetInput.FromObject(new Dictionary<string, string> { ["trigger"] = "schedule" }),
            Role = role.WithoutPolicyUpdates(),
        }));
        if (!settings.Reconcile)
            Annotations.Of(this).AddWarningV2("gatehouse:reconcile-off", Off);
    }
}
