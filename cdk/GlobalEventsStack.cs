using System.Diagnostics.CodeAnalysis;
using Amazon.CDK;
using Amazon.CDK.AWS.SQS;
using Constructs;
using Gatehouse.Cdk.Constructs;

namespace Gatehouse.Cdk;

/// <summary>What must be in us-east-1, where alone AWS tells of IAM, of root users and of leaked keys: rules that forward to the home region, and the heartbeat that proves the way.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "A stack is what CloudFormation calls it.")]
public sealed class GlobalEventsStack : Stack
{
    public const string GlobalRegion = "us-east-1";

    internal GlobalEventsStack(Construct scope, DeploymentSettings settings)
        : base(scope, "GlobalEventsStack", Props(settings))
    {
        Amazon.CDK.Tags.Of(this).Add("service", settings.Name);
        var unheard = new Queue(this, "Unheard", new QueueProps
        {
            QueueName = $"{settings.Name}-global-events-unheard",
            Encryption = QueueEncryption.SQS_MANAGED,
            EnforceSSL = true,
            RetentionPeriod = Duration.Days(14),
        });
        _ = new Forwarding(this, settings.Name, HomeBusAddress.In(this, settings), [WatchedEvents.Mfa, .. WatchedEvents.OfEveryAccount], unheard);
        _ = new Heartbeat(this, settings.Name);
        _ = new UnforwardedAlarm(this, settings, unheard);
        if (settings.CreateTrail)
            _ = new GlobalTrail(this, settings);
    }

    private static StackProps Props(DeploymentSettings settings) => new()
    {
        StackName = $"{settings.Name}-global-events",
        Description = "Gatehouse: forwards the events of MFA devices, root users and leaked keys to the home region",
        Env = new Amazon.CDK.Environment { Account = settings.Account, Region = GlobalRegion },
        // Nothing is uploaded, so that this region needs no bootstrap.
        Synthesizer = new BootstraplessSynthesizer(new BootstraplessSynthesizerProps()),
    };
}
