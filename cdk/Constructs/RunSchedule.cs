using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.Events.Targets;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.StepFunctions;
using Constructs;

namespace Gatehouse.Cdk.Constructs;

/// <summary>What starts runs of one machine by the clock. A rule exists even while it is off, so that turning it on is one setting.</summary>
internal abstract class RunSchedule : Construct
{
    private readonly DeploymentSettings settings;
    private readonly StateMachine machine;
    private readonly IRole role;

    /// <param name="scope">The stack.</param>
    /// <param name="id">Its own id in it.</param>
    /// <param name="settings">Of the deployment.</param>
    /// <param name="machine">Whose runs are started.</param>
    /// <param name="what">What its role does, in words.</param>
    protected RunSchedule(Construct scope, string id, DeploymentSettings settings, StateMachine machine, string what)
        : base(scope, id) =>
        (this.settings, this.machine, role) = (settings, machine, StarterRole.Of(this, machine, what));

    /// <param name="id">Its id here.</param>
    /// <param name="name">How its name ends.</param>
    /// <param name="what">What it is for, in words.</param>
    /// <param name="when">At which times.</param>
    /// <param name="trigger">What the run is told of why it was started.</param>
    /// <param name="on">Whether it starts any.</param>
    protected void Start(string id, string name, string what, Schedule when, string trigger, bool on)
    {
        var rule = new Rule(this, id, new RuleProps { RuleName = $"{settings.Name}-{name}", Description = what, Schedule = when, Enabled = on });
        rule.AddTarget(new SfnStateMachine(machine, new SfnStateMachineProps
        {
            Input = RuleTargetInput.FromObject(new Dictionary<string, string> { ["trigger"] = trigger }),
            Role = role,
        }));
    }
}
