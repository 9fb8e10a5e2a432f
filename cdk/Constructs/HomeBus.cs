using Amazon.CDK;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.Events.Targets;
using Constructs;

namespace Gatehouse.Cdk.Constructs;

/// <summary>
/// The home region's own bus, on which the watched events of us-east-1 and of other accounts arrive, and its rules, which put them into their
/// queues. This account needs no word in its policy: the forwarding roles have their own. Other accounts are let in by their organisation alone.
/// </summary>
internal sealed class HomeBus : Construct
{
    private readonly DeploymentSettings settings;
    private readonly Amazon.CDK.AWS.Events.EventBus bus;

    public HomeBus(Construct scope, DeploymentSettings settings, EventQueues queues)
        : base(scope, "HomeBus")
    {
        this.settings = settings;
        bus = new Amazon.CDK.AWS.Events.EventBus(this, "Bus", new Amazon.CDK.AWS.Events.EventBusProps { EventBusName = settings.Name, Description = "MFA and root events, from us-east-1 and from other accounts" });
        if (settings.Organization is { } organization)
            Admit(organization);

        var account = Stack.Of(this).Account;
        // People live in this account alone, and a heartbeat that another account puts would hide that ours does not arrive.
        Queue(WatchedEvents.Mfa, queues.Mfa, WatchedEvents.In(account, WatchedEvents.Mfa));
        Queue(WatchedEvents.Heartbeat, queues.Root, WatchedEvents.In(account, WatchedEvents.Heartbeat));
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

    private void Queue(WatchedEvent watched, EventQueue queue, IEventPattern pattern)
    {
        var rule = new Rule(this, watched.Id, new RuleProps { RuleName = $"{settings.Name}-{watched.Name}-arrived", Description = watched.Description, EventBus = bus, EventPattern = pattern });
        rule.AddTarget(new SqsQueue(queue.Queue));
    }
}
