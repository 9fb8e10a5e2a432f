using Amazon.CDK;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.StepFunctions;
using Constructs;
using Gatehouse.Keys;

namespace Gatehouse.Cdk.Constructs;

/// <summary>What wakes the sweep over access keys: each morning, after that over MFA devices.</summary>
internal sealed class KeysSchedule : RunSchedule
{
    public const string Off = "sweepKeys is off: nobody is told that an access key is old, and none is made inactive. Write \"sweepKeys\": true into cdk.json to sweep every day.";
    public const string Dry = "keysAct is off: the sweep over access keys says what it would do, and does nothing. Read what it says for some days, then write \"keysAct\": true into cdk.json.";

    public KeysSchedule(Construct scope, DeploymentSettings settings, StateMachine machine)
        : base(scope, "KeysSchedule", settings, machine, $"Starts {KeysMachine.NameIn(settings)} every day")
    {
        Start("Daily", "sweep-keys", "Every day: access keys that grow old, or that nobody uses", Schedule.Cron(new CronOptions { Hour = "8", Minute = "20" }), KeysInput.Schedule, settings.SweepKeys);
        if (!settings.SweepKeys)
            Annotations.Of(this).AddWarningV2("gatehouse:sweep-keys-off", Off);
        if (!settings.KeysAct)
            Annotations.Of(this).AddWarningV2("gatehouse:keys-act-off", Dry);
    }
}
