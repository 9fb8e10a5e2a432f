using Amazon.CDK;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.Events.Targets;
using Amazon.CDK.AWS.SES;
using Amazon.CDK.AWS.SQS;
using Constructs;

namespace Gatehouse.Cdk.Constructs;

/// <summary>How welcomes leave, and how their bounces come back: a configuration set that tells the default event bus, and a rule that wakes a function.</summary>
internal sealed class Mail : Construct
{
    private static readonly string[] Events = ["bounce", "reject", "complaint", "delivery", "renderingFailure"];
    private static readonly string[] EventNames = ["Email Bounced", "Email Rejected", "Email Complaint Received", "Email Delivered", "Email Rendering Failed"];
    private readonly DeploymentSettings settings;

    public Mail(Construct scope, DeploymentSettings settings)
        : base(scope, "Mail")
    {
        this.settings = settings;
        ConfigurationSetName = settings.Name;
        // A password is in the mail: a recipient's server that does not speak TLS gets none, and the bounce takes the password away.
        var set = new ConfigurationSet(this, "ConfigurationSet", new ConfigurationSetProps
        {
            ConfigurationSetName = ConfigurationSetName,
            TlsPolicy = ConfigurationSetTlsPolicy.REQUIRE,
            ReputationMetrics = true,
        });
        _ = new CfnConfigurationSetEventDestination(this, "Events", new CfnConfigurationSetEventDestinationProps
        {
            ConfigurationSetName = set.ConfigurationSetName,
            EventDestination = new CfnConfigurationSetEventDestination.EventDestinationProperty
            {
                Name = "default-bus",
                Enabled = true,
                MatchingEventTypes = Events,
                EventBridgeDestination = new CfnConfigurationSetEventDestination.EventBridgeDestinationProperty { EventBusArn = ArnOf("events", "event-bus", "default") },
            },
        });
        if (settings.CreateMailIdentity)
            MakeIdentity();
        Unheard = new Queue(this, "Unheard", new QueueProps
        {
            QueueName = $"{settings.Name}-mail-events-unheard",
            Encryption = QueueEncryption.SQS_MANAGED,
            EnforceSSL = true,
            RetentionPeriod = Duration.Days(14),
        });
    }

    public string ConfigurationSetName { get; }

    /// <summary>Keeps the mail events that could not be recorded; an alarm watches it.</summary>
    public Queue Unheard { get; }

    public string IdentityArn => ArnOf("ses", "identity", settings.MailIdentity);

    public string ConfigurationSetArn => ArnOf("ses", "configuration-set", ConfigurationSetName);

    /// <summary>Every mail event of the account wakes the function: only the ledger knows which mails were ours, and another sender's event costs one look.</summary>
    public void Wake(GatehouseFunction function)
    {
        var rule = new Rule(this, "Rule", new RuleProps
        {
            RuleName = $"{settings.Name}-mail-events",
            Description = "What became of a mail: a welcome that bounced leaves no password, and a warning that bounced takes none",
            EventPattern = new EventPattern { Source = ["aws.ses"], DetailType = EventNames },
        });
        rule.AddTarget(new LambdaFunction(function.Lambda, new LambdaFunctionProps { RetryAttempts = 185, MaxEventAge = Duration.Hours(24), DeadLetterQueue = Unheard }));
    }

    private void MakeIdentity()
    {
        var identity = new CfnEmailIdentity(this, "Identity", new CfnEmailIdentityProps { EmailIdentity = settings.MailIdentity });
        if (settings.MailIdentity.Contains('@', StringComparison.Ordinal))
            return;

        // SES sends for a domain once these three are in its DNS.
        Record(1, identity.AttrDkimDnsTokenName1, identity.AttrDkimDnsTokenValue1);
        Record(2, identity.AttrDkimDnsTokenName2, identity.AttrDkimDnsTokenValue2);
        Record(3, identity.AttrDkimDnsTokenName3, identity.AttrDkimDnsTokenValue3);
    }

    private void Record(int number, string name, string value) => _ = new CfnOutput(Stack.Of(this), $"MailDnsRecord{number}", new CfnOutputProps
    {
        Value = $"{name} CNAME {value}",
        Description = $"Put this into the DNS of {settings.MailIdentity}, so that SES may send for it.",
    });

    private string ArnOf(string service, string resource, string name) =>
        Stack.Of(this).FormatArn(new ArnComponents { Service = service, Resource = resource, ResourceName = name });
}
