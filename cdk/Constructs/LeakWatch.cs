using Amazon.CDK;
using Amazon.CDK.AWS.Events.Targets;
using Amazon.CDK.AWS.SQS;
using Amazon.CDK.AWS.StepFunctions;
using Constructs;

namespace Gatehouse.Cdk.Constructs;

/// <summary>Starts a run for each leaked key that AWS tells of, in this account or another, and keeps what could not be started. It cannot be switched off.</summary>
internal sealed class LeakWatch : Construct
{
    public LeakWatch(Construct scope, DeploymentSettings settings, HomeBus bus, StateMachine machine)
        : base(scope, "LeakWatch")
    {
        Unheard = new Queue(this, "Unheard", new QueueProps
        {
            QueueName = $"{settings.Name}-leaks-unheard",
            Encryption = QueueEncryption.SQS_MANAGED,
            EnforceSSL = true,
            RetentionPeriod = Duration.Days(14),
        });
        var role = StarterRole.Of(this, machine, $"Starts {LeaksMachine.NameIn(settings)} for each leaked key");
        bus.Arriving(WatchedEvents.Leak, WatchedEvents.Leak.Pattern).AddTarget(new SfnStateMachine(machine, new SfnStateMachineProps { Role = role, DeadLetterQueue = Unheard }));
    }

    /// <summary>Keeps the events for which no run could be started; an alarm watches it.</summary>
    public Queue Unheard { get; }
}
