using System.Diagnostics.CodeAnalysis;
using Amazon.CDK;
using Constructs;
using Gatehouse.Cdk.Constructs;

namespace Gatehouse.Cdk;

/// <summary>
/// What every other account of the organisation has in us-east-1: rules that send its root user's events, and AWS's word of a leaked key, to the home region's bus
/// directly, since a bus does not forward what another bus sent it; a heartbeat, since nobody else would see that they come no more; and the role by which its access
/// keys are watched. One template for StackSets: it uploads nothing, and asks only where that bus is and whose.
/// </summary>
[SuppressMessage("Naming", "CA1711", Justification = "A stack is what CloudFormation calls it.")]
public sealed class MemberAccountStack : Stack
{
    /// <summary>Where the events go.</summary>
    public const string HomeBusArn = "HomeBusArn";

    /// <summary>Who may look after its access keys.</summary>
    public const string HomeAccount = "HomeAccount";

    internal MemberAccountStack(Construct scope, DeploymentSettings settings)
        : base(scope, "MemberAccountStack", Props(settings))
    {
        Amazon.CDK.Tags.Of(this).Add("service", settings.Name);
        var bus = new CfnParameter(this, HomeBusArn, new CfnParameterProps
        {
            Type = "String",
            AllowedPattern = "^arn:aws[a-z-]*:events:[a-z0-9-]+:[0-9]{12}:event-bus/[A-Za-z0-9._-]+$",
            ConstraintDescription = "the ARN of Gatehouse's event bus: the output HomeBusArn of its stack in the home region",
            Description = "The ARN of Gatehouse's event bus in the home region of the base account",
        });
        var home = new CfnParameter(this, HomeAccount, new CfnParameterProps
        {
            Type = "String",
            AllowedPattern = "^[0-9]{12}$",
            ConstraintDescription = "the twelve digits of the account that Gatehouse lives in",
            Description = "The number of the base account, whose Gatehouse looks after this account's access keys",
        });
        _ = new Forwarding(this, settings.Name, bus.ValueAsString, WatchedEvents.OfEveryAccount);
        _ = new KeyRole(this, settings, home.ValueAsString);
        _ = new Heartbeat(this, settings.Name);
    }

    private static StackProps Props(DeploymentSettings settings) => new()
    {
        StackName = $"{settings.Name}-member-account",
        Description = "Gatehouse: forwards the events of this account's root user, and lets its access keys be watched",
        Env = new Amazon.CDK.Environment { Region = GlobalEventsStack.GlobalRegion },
        Synthesizer = new BootstraplessSynthesizer(new BootstraplessSynthesizerProps()),
    };
}
