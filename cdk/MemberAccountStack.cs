using System.Diagnostics.CodeAnalysis;
using Amazon.CDK;
using Constructs;
using Gatehouse.Aws;
using Gatehouse.Cdk.Constructs;

namespace Gatehouse.Cdk;

/// <summary>
/// What every other account of the organisation has in us-east-1: rules that send its root user's events, and AWS's word of a leaked key, to the home region's bus
/// directly, since a bus does not forward what another bus sent it; a heartbeat, since nobody else would see that they come no more; and the roles by which its access
/// keys are watched. One template for StackSets: it uploads nothing, and asks only where that bus is and whose, and who may use the command line here.
/// </summary>
[SuppressMessage("Naming", "CA1711", Justification = "A stack is what CloudFormation calls it.")]
public sealed class MemberAccountStack : Stack
{
    /// <summary>Where the events go.</summary>
    public const string HomeBusArn = "HomeBusArn";

    /// <summary>Who may look after its access keys.</summary>
    public const string HomeAccount = "HomeAccount";

    /// <summary>Who may report on its access keys, and give one back, by the command line.</summary>
    public const string OperatorRole = "OperatorRole";

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
        var operators = new CfnParameter(this, OperatorRole, new CfnParameterProps
        {
            Type = "String",
            // A role of no account: the trust takes a value, and this one is nobody's.
            Default = "arn:aws:iam::000000000000:role/nobody",
            AllowedPattern = "^arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9+=,.@_*/-]+$",
            ConstraintDescription = "the ARN of one role; * stands for any part of its path and name",
            Description = "The role of the base account by which operators use the command line on this account's access keys; nobody does where it is left as it is",
        });
        _ = new Forwarding(this, settings.Name, bus.ValueAsString, WatchedEvents.OfEveryAccount);
        foreach (var purpose in Enum.GetValues<KeyPurpose>())
        {
            _ = new KeyRole(this, settings, home.ValueAsString, operators.ValueAsString, purpose);
        }

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
