using Amazon.CDK;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.Events.Targets;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.StepFunctions;
using Constructs;
using Gatehouse.Mfa;

namespace Gatehouse.Cdk.Constructs;

/// <summary>
/// What wakes the sweep over MFA devices: each morning for everybody, and each hour for devices whose announced time is up. Both exist even while
/// they are off, so that turning them on is one setting.
/// </summary>
internal sealed class MfaSchedules : Construct
{
    public const string Off = "watch is off: nobody without MFA is warned, what events missed is not found, and a device whose time is up stays. Write \"watch\": true into cdk.json to sweep every day.";

    private readonly DeploymentSettings settings;
    private readonly StateMachine machine;
    private readonly Role role;

    public MfaSchedules(Construct scope, DeploymentSettings settings, StateMachine machine)
        : base(scope, "MfaSchedules")
    {
        (this.settings, this.machine) = (settings, machine);
        role = new Role(this, "Role", new RoleProps
        {
            AssumedBy = new ServicePrincipal("events.amazonaws.com"),
            Description = $"Starts {MfaMachine.NameIn(settings)} every day and every hour",
            InlinePolicies = new Dictionary<string, PolicyDocument>
            {
                ["rights"] = new(new PolicyDocumentProps { Statements = [Right.To("StartRuns", ["states:StartExecution"], machine.StateMachineArn)] }),
            },
        });
        // At a fixed hour: days are counted in UTC, and a mail that asks for something is best read in the morning.
        Start("Daily", "sweep-mfa", "Every day: people without MFA, and what events missed", Schedule.Cron(new CronOptions { Hour = "8", Minute = "0" }), MfaSweepInput.Schedule);
        Start("Grace", "mfa-grace", "Every hour: MFA devices whose announced time is up", Schedule.Rate(Duration.Hours(1)), MfaSweepInput.Grace);
        if (!settings.Watch)
            Annotations.Of(this).AddWarningV2("gatehouse:watch-off", Off);
    }

    private void Start(string id, string name, string description, Schedule when, string trigger)
    {
        var rule = new Rule(this, id, new RuleProps { RuleName = $"{settings.Name}-{name}", Description = description, Schedule = when, Enabled = settings.Watch });
        rule.AddTarget(new SfnStateMachine(machine, new SfnStateMachineProps
        {
            Input = RuleTargetInput.FromObject(new Dictionary<string, string> { ["trigger"] = trigger }),
            Role = role.WithoutPolicyUpdates(),
        }));
    }
}
