using Amazon.CDK;
using Constructs;

namespace Gatehouse.Cdk.Constructs;

/// <summary>The two queues that watched events wait in: they are there before the functions, whose rights name them.</summary>
internal sealed class EventQueues : Construct
{
    /// <summary>SQS counts no further.</summary>
    private const int MostTimes = 1000;

    public EventQueues(Construct scope, DeploymentSettings settings)
        : base(scope, "EventQueues")
    {
        // Six times the function's timeout, as Lambda's own advice says.
        Mfa = new EventQueue(this, "Mfa", settings, new EventQueueDescription("mfa-events", Duration.Minutes(6), 5, 5));
        // Once a minute, for longer than Slack has before the alert is mailed. What is still undelivered then waits in the ledger too.
        Root = new EventQueue(this, "Root", settings, new EventQueueDescription("root-events", Duration.Minutes(1), Math.Min(settings.RootMailMinutes + 15, MostTimes), 2));
    }

    public EventQueue Mfa { get; }

    public EventQueue Root { get; }
}
