using Amazon.CDK;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.StepFunctions;
using Constructs;
using Gatehouse.Mfa;

namespace Gatehouse.Cdk.Constructs;

/// <summary>What wakes the sweep over MFA devices: each morning for everybody, and each hour for devices whose announced time is up.</summary>
internal sealed class MfaSchedules : RunSchedule
{
    public const string Off = "watch is off: nobody without MFA is warned, what events missed is not found, and a device whose time is up stays. Write \"watch\": true into cdk.json to sweep every day.";

    public MfaSchedules(Construct scope, DeploymentSettings settings, StateMachine machine)
        : base(scope, "MfaSchedules", settings, machine, $"Starts {MfaMachine.NameIn(settings)} every day and every hour")
    {
        // At a fixed hour: days are counted in UTC, and a mail that asks for something is best read in the morning.
        Start("Daily", "sweep-mfa", "Every day: people without MFA, and what events missed", Schedule.Cron(new CronOptions { Hour = "8", Minute = "0" }), MfaSweepInput.Schedule, settings.Watch);
        Start("Grace", "mfa-grace", "Every hour: MFA devices whose announced time is up", Schedule.Rate(Duration.Hours(1)), MfaSweepInput.Grace, settings.Watch);
        if (!settings.Watch)
            Annotations.Of(this).AddWarningV2("gatehouse:watch-off", Off);
    }
}
