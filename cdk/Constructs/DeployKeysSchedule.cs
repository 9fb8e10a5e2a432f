using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.StepFunctions;
using Constructs;
using Gatehouse.Keys.Rotation;

namespace Gatehouse.Cdk.Constructs;

/// <summary>What wakes the rotation of deploy keys each morning. It does so whatever is switched off: a rotation that has begun must be finished, and where the register names no repository it does nothing.</summary>
internal sealed class DeployKeysSchedule : RunSchedule
{
    public DeployKeysSchedule(Construct scope, DeploymentSettings settings, StateMachine machine)
        : base(scope, "DeployKeysSchedule", settings, machine, $"Starts {DeployKeysMachine.NameIn(settings)} every day") =>
        Start("Rule", "deploy-keys", "Every day: deploy keys that are due, and rotations that were interrupted", Schedule.Cron(new CronOptions { Hour = "7", Minute = "0" }), RotationInput.Schedule, on: true);
}
