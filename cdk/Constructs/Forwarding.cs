using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.SQS;
using Constructs;

namespace Gatehouse.Cdk.Constructs;

/// <summary>Rules on a region's default bus that send each watched event to the home region's bus, with a role that may do nothing else.</summary>
internal sealed class Forwarding : Construct
{
    /// <param name="scope">The stack.</param>
    /// <param name="name">How the rules' names begin.</param>
    /// <param name="homeBus">The ARN of the home region's bus.</param>
    /// <param name="watched">What is forwarded.</param>
    /// <param name="unheard">Keeps what could not be forwarded within a day; null where nobody would look.</param>
    public Forwarding(Construct scope, string name, string homeBus, IReadOnlyList<WatchedEvent> watched, IQueue? unheard = null)
        : base(scope, "Forwarding")
    {
        var role = new Role(this, "Role", new RoleProps
        {
            AssumedBy = new ServicePrincipal("events.amazonaws.com"),
            Description = $"Puts watched events on the bus {name} of the home region",
            InlinePolicies = new Dictionary<string, PolicyDocument>
            {
                ["rights"] = new(new PolicyDocumentProps { Statements = [Right.To("PutEvents", ["events:PutEvents"], homeBus)] }),
            },
        }).WithoutPolicyUpdates();
        var bus = Amazon.CDK.AWS.Events.EventBus.FromEventBusArn(this, "HomeBus", homeBus);
        foreach (var one in watched)
        {
            var rule = new Rule(this, one.Id, new RuleProps { RuleName = $"{name}-{one.Name}", Description = one.Description, EventPattern = one.Pattern });
            rule.AddTarget(new Amazon.CDK.AWS.Events.Targets.EventBus(bus, new Amazon.CDK.AWS.Events.Targets.EventBusProps { Role = role, DeadLetterQueue = unheard }));
        }
    }
}
