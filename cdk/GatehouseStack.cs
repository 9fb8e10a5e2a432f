using System.Diagnostics.CodeAnalysis;
using Amazon.CDK;
using Constructs;
using Gatehouse.Cdk.Constructs;

namespace Gatehouse.Cdk;

/// <summary>Everything of Gatehouse that lives in the home region.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "A stack is what CloudFormation calls it.")]
public sealed class GatehouseStack : Stack
{
    internal GatehouseStack(Construct scope, DeploymentSettings settings, string artefact)
        : base(scope, "GatehouseStack", Props(settings))
    {
        Amazon.CDK.Tags.Of(this).Add("service", settings.Name);
        Amazon.CDK.Tags.Of(this).Add("register", settings.Repository);

        var ledger = new Constructs.Ledger(this, settings);
        var plans = new PlanBucket(this, settings);
        var secrets = new Secrets(this, settings);
        var mail = new Mail(this, settings);
        var queues = new EventQueues(this, settings);
        var functions = new Functions(this, settings, artefact, ledger, plans, secrets, mail, queues);
        var machines = new Machines(
            new MembershipMachine(this, settings, functions, plans),
            new PreviewMachine(this, settings, functions),
            new MfaMachine(this, settings, functions, plans),
            new KeysMachine(this, settings, functions, plans),
            new DeployKeysMachine(this, settings, functions, plans),
            new LeaksMachine(this, settings, functions));
        functions.ReceiveWebhook.Know(Runtime.SettingNames.Machine, machines.Membership.Machine.StateMachineArn);
        functions.ReceiveWebhook.Know(Runtime.SettingNames.PreviewMachine, machines.Preview.Machine.StateMachineArn);
        functions.ReceiveWebhook.Know(Runtime.SettingNames.LeaksMachine, machines.Leaks.Machine.StateMachineArn);
        mail.Wake(functions.RecordMailEvent);
        var bus = new HomeBus(this, settings, queues);
        var leakWatch = new LeakWatch(this, settings, bus, machines.Leaks.Machine);
        queues.Mfa.Feed(functions.RecordMfaEvents);
        queues.Root.Feed(functions.DeliverRootAlerts);
        var door = new FrontDoor(this, settings, functions.ReceiveWebhook);
        _ = new Reconcile(this, settings, machines.Membership.Machine);
        _ = new PeoplePolicy(this, settings);
        _ = new PasswordPolicy(this, settings, functions.KeepPasswordPolicy);
        _ = new MfaSchedules(this, settings, machines.Mfa.Machine);
        _ = new KeysSchedule(this, settings, machines.Keys.Machine);
        _ = new DeployKeysSchedule(this, settings, machines.DeployKeys.Machine);
        _ = new RootWatch(this, settings, functions.FollowRootAccounts);
        _ = new Alarms(this, settings, functions, machines, door, mail.Unheard, queues, leakWatch);
        _ = new Board(this, settings, functions, machines);

        Output("WebhookUrl", door.WebhookUrl, "The webhook's address: write it into the register repository's settings.");
        Output("MembershipMachine", machines.Membership.Machine.StateMachineArn, "The state machine of a membership run.");
        Output("PreviewMachine", machines.Preview.Machine.StateMachineArn, "The state machine that plans a pull request.");
        Output("HomeBusArn", bus.Arn, "The bus of watched events: other accounts' stacks ask for it.");
        Output("MfaMachine", machines.Mfa.Machine.StateMachineArn, "The state machine of a sweep over MFA devices.");
        Output("KeysMachine", machines.Keys.Machine.StateMachineArn, "The state machine of a sweep over access keys.");
        Output("DeployKeysMachine", machines.DeployKeys.Machine.StateMachineArn, "The state machine that rotates deploy keys.");
        Output("LeaksMachine", machines.Leaks.Machine.StateMachineArn, "The state machine of a leaked key.");
        Output("LedgerTable", ledger.Table.TableName, "What was done, once.");
        Output("PlanBucketName", plans.Bucket.BucketName, "The plans of the last days.");
        Output("WebhookSecret", secrets.Webhook.Ref, "Empty until you fill it: the webhook's secret.");
        Output("GitHubSecret", secrets.GitHub.Ref, "Empty until you fill it: the GitHub App's key, or a token.");
        Output("SlackSecret", secrets.Slack.Ref, "Empty until you fill it: the address of each channel.");
    }

    private static StackProps Props(DeploymentSettings settings) => new()
    {
        StackName = settings.Name,
        Description = "Gatehouse: people's AWS access, run from a Git repository",
        Env = new Amazon.CDK.Environment { Account = settings.Account, Region = settings.Region },
        // Without the rule the template needs no SSM parameter at deployment; `cdk deploy` checks the bootstrap by itself.
        Synthesizer = new DefaultStackSynthesizer(new DefaultStackSynthesizerProps { GenerateBootstrapVersionRule = false }),
    };

    private void Output(string name, string value, string description) =>
        _ = new CfnOutput(this, name, new CfnOutputProps { Value = value, Description = description });
}
