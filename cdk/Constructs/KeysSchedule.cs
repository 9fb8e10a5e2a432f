using Amazon.CDK;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.Events.Targets;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.StepFunctions;
using Constructs;
using Gatehouse.Keys;

namespace Gatehouse.Cdk.Constructs;

/// <summary>What wakes the sweep over access keys: each morning, after that over MFA devices. It exists even while it is off, so that turning it on is one setting.</summary>
internal sealed class KeysSchedule : Construct
{
    public const string Off = "sweepKeys is off: nobody is told that an access key is old, and none is made inactive. Write \"sweepKeys\": true into cdk.json to sweep every day.";
    public const string Dry = "keysAct is off: the sweep over access keys says what it would do, and does nothing. Read what it says for some days, then write \"keysAct\": true into cdk.json.";

    public KeysSchedule(Construct scope, DeploymentSettings settings, StateMachine machine)
        : base(scope, "KeysSchedule")
    {
        var role = new Role(this, "Role", new RoleProps
        {
            AssumedBy = new ServicePrincipal("events.amazonaws.com"),
            Description = $"Starts {KeysMachine.NameIn(settings)} every day",
            InlinePolicies = new Dictionary<string, PolicyDocument>
            {
                ["rights"] = new(new PolicyDocumentProps { Statements = [Right.To("StartRuns", ["states:StartExecution"], machine.StateMachineArn)] }),
            },
        });
        var rule = new Rule(this, "Daily", new RuleProps
        {
            RuleName = $"{settings.Name}-sweep-keys",
            Description = "Every day: access keys that grow old, or that nobody uses",
            Schedule = Schedule.Cron(new CronOptions { Hour = "8", Minute = "20" }),
            Enabled = settings.SweepKeys,
        });
        rule.AddTarget(new SfnStateMachine(machine, new SfnStateMachineProps
        {
            Input = RuleTargetInput.FromObject(new Dictionary<string, string> { ["trigger"] = KeysInput.Schedule }),
            Role = role.WithoutPolicyUpdates(),
        }));
        if (!settings.SweepKeys)
            Annotations.Of(this).AddWarningV2("gatehouse:sweep-keys-off", Off);
        if (!settings.KeysAct)
            Annotations.Of(this).AddWarningV2("gatehouse:keys-act-off", Dry);
    }
}
