using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.Events.Targets;
using Amazon.CDK.AWS.IAM;
using Constructs;
using Gatehouse.Keys.Rotation;

namespace Gatehouse.Cdk.Constructs;

/// <summary>What wakes the rotation of deploy keys each morning. It does so whatever is switched off: a rotation that has begun must be finished, and where the register names no repository it does nothing.</summary>
internal sealed class DeployKeysSchedule : Construct
{
    public DeployKeysSchedule(Construct scope, DeploymentSettings settings, DeployKeysMachine rotation)
        : base(scope, "DeployKeysSchedule")
    {
        var role = new Role(this, "Role", new RoleProps
        {
            AssumedBy = new ServicePrincipal("events.amazonaws.com"),
            Description = $"Starts {DeployKeysMachine.NameIn(settings)} every day",
            InlinePolicies = new Dictionary<string, PolicyDocument>
            {
                ["rights"] = new(new PolicyDocumentProps { Statements = [Right.To("StartRuns", ["states:StartExecution"], rotation.Machine.StateMachineArn)] }),
            },
        });
        var rule = new Rule(this, "Rule", new RuleProps
        {
            RuleName = $"{settings.Name}-deploy-keys",
            Description = "Every day: deploy keys that are due, and rotations that were interrupted",
            Schedule = Schedule.Cron(new CronOptions { Hour = "7", Minute = "0" }),
        });
        rule.AddTarget(new SfnStateMachine(rotation.Machine, new SfnStateMachineProps
        {
            Input = RuleTargetInput.FromObject(new Dictionary<string, string> { ["trigger"] = RotationInput.Schedule }),
            Role = role.WithoutPolicyUpdates(),
        }));
    }
}
