using Amazon.CDK;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.Events.Targets;
using Constructs;

namespace Gatehouse.Cdk.Constructs;

/// <summary>
/// The home region's own bus, on which the watched events of us-east-1 and of other accounts arrive, and its rules, which put them into their
/// queues; what starts a run for a leaked key is <see cref="LeakWatch"/>. This account needs no word in its policy: the forwarding roles have their own. Other accounts are let in by their organisation alone.
/// </summary>
internal sealed class HomeBus : Construct
{
    private readonly DeploymentSettings settings;
    private readonly Amazon.CDK.AWS.Events.EventBus bus;

    public HomeBus(Construct scope, DeploymentSettings settings, EventQueues queues)
        : base(scope, "HomeBus")
    {
        this.settings = settings;
        bus = new Amazon.CDK.AWS.Events.EventBus(this, "Bus", new Amazon.CDK.AWS.Events.EventBusProps { EventBusName = settings.Name, Description = "MFA and root events and leaked keys, from us-east-1 and from other accounts" });
        if (settings.Organization is { } organization)
            Admit(organization);

        // People live in this account alone. A heartbeat says by its account whose it is, and another's is not taken for ours.
        Queue(WatchedEvents.Mfa, queues.Mfa, WatchedEvents.In(Stack.Of(this).Account, WatchedEvents.Mfa));
        foreach (var watched in WatchedEvents.OfRoot)
            Queue(watched, queues.Root, watched.Pattern);
    }

    public string Arn => bus.EventBusArn;

    private void Admit(string organization) => _ = new CfnEventBusPolicy(this, "Organization", new CfnEventBusPolicyProps
    {
        EventBusName = bus.EventBusName,
        StatementId = "organization",
        Statement = new Dictionary<string, object>
        {
            ["Sid"] = "organization",
            ["Effect"] = "Allow",
            ["Principal"] = "*",
            ["Action"] = "events:PutEvents",
            ["Resource"] = bus.EventBusArn,
            ["Condition"] = new Dictionary<string, object> { ["StringEquals"] = new Dictionary<string, object> { ["aws:PrincipalOrgID"] = organization } },
        },
    });

    /// <summary>A rule for what arrives; its target is somebody else's to say.</summary>
    public Rule Arriving(WatchedEvent watched, IEventPattern pattern) =>
        new(this, watched.Id, new RuleProps { RuleName = $"{settings.Name}-{watched.Name}-arrived", Description = watched.Description, EventBus = bus, EventPattern = pattern });

    private void Queue(WatchedEvent watched, EventQueue queue, IEventPattern pattern)
    {
        var rule = Arriving(watched, pattern);
        // What EventBridge cannot put into the queue lies with what its function could not do: one alarm, one place to look.
        rule.AddTarget(new SqsQueue(queue.Queue, new SqsQueueProps { DeadLetterQueue = queue.Unheard }));
    }
}
