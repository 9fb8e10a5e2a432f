using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.SQS;
using Constructs;
using Gatehouse.Runtime;

namespace Gatehouse.Cdk.Constructs;

/// <summary>All functions: one artefact, one environment, and for each the least that it needs (<see cref="FunctionRights"/>).</summary>
internal sealed class Functions : Construct
{
    private readonly List<GatehouseFunction> all = [];
    private readonly DeploymentSettings settings;
    private readonly Code artefact;
    private readonly Dictionary<string, string> environment;

    public Functions(Construct scope, DeploymentSettings settings, string artefact, Ledger ledger, PlanBucket plans, Secrets secrets, Mail mail, EventQueues queues)
        : base(scope, "Functions")
    {
        this.settings = settings;
        this.artefact = Code.FromAsset(artefact);
        environment = Environment(ledger, plans, secrets, mail);
        var rights = new FunctionRights(this, settings, ledger, plans, secrets, mail, queues);

        ReceiveWebhook = Add(FunctionNames.ReceiveWebhook, 9, rights.ReceiveWebhook());
        OfMembership =
        [
            Add(FunctionNames.LockMembership, 30, rights.LockMembership()),
            Add(FunctionNames.PlanMembership, 300, rights.PlanMembership()),
            // A deletion is up to a hundred calls to an IAM that may throttle the whole account; where it still does not suffice, the retry goes on with what is left.
            Add(FunctionNames.ApplyMembershipChange, 180, rights.ApplyMembershipChange()),
            // Shorter than a claim's lease (Gatehouse.Ledger.Welcomes), so that a claim never outlives its holder.
            Add(FunctionNames.WelcomePerson, 30, rights.WelcomePerson()),
            // Shorter than the lease of what is being told (Gatehouse.Ledger.Told).
            Add(FunctionNames.NotifyPerson, 30, rights.NotifyPerson()),
            Add(FunctionNames.GiveUpChange, 60, rights.GiveUpChange()),
            Add(FunctionNames.ReportMembership, 300, rights.ReportMembership()),
        ];
        OfPreview =
        [
            Add(FunctionNames.PreviewPullRequest, 300, rights.PreviewPullRequest()),
            Add(FunctionNames.SayPreviewFailed, 60, rights.SayPreviewFailed()),
        ];
        RecordMailEvent = Add(FunctionNames.RecordMailEvent, 60, rights.RecordMailEvent(), mail.Unheard);
        KeepPasswordPolicy = Add(FunctionNames.KeepPasswordPolicy, 60, FunctionRights.KeepPasswordPolicy());
        RecordMfaEvents = Add(FunctionNames.RecordMfaEvents, 60, rights.RecordMfaEvents());
        OfMfa =
        [
            Add(FunctionNames.SweepMfa, 300, rights.SweepMfa()),
            // Shorter than the lease of what is being told (Gatehouse.Ledger.Told).
            Add(FunctionNames.ExamineMfa, 50, rights.ExamineMfa()),
            Add(FunctionNames.GiveUpMfa, 30, rights.GiveUpMfa()),
            Add(FunctionNames.ReportMfa, 60, rights.ReportMfa()),
        ];
        DeliverRootAlerts = Add(FunctionNames.DeliverRootAlerts, 30, rights.DeliverRootAlerts());
        FollowRootAccounts = Add(FunctionNames.FollowRootAccounts, 60, rights.FollowRootAccounts());
        OfKeys =
        [
            Add(FunctionNames.BeginKeys, 60, rights.BeginKeys()),
            Add(FunctionNames.AssessKeys, 300, rights.AssessKeys()),
            Add(FunctionNames.PlanKeys, 120, rights.PlanKeys()),
            Add(FunctionNames.ApplyKeys, 50, rights.ApplyKeys()),
            Add(FunctionNames.GiveUpKeys, 30, rights.GiveUpKeys()),
            Add(FunctionNames.ReportKeys, 120, rights.ReportKeys()),
        ];
        OfLeaks =
        [
            // Shorter than the lease of what is being told (Gatehouse.Ledger.Told).
            Add(FunctionNames.RespondToLeak, 50, rights.RespondToLeak()),
            Add(FunctionNames.GiveUpLeak, 50, rights.GiveUpLeak()),
        ];
        OfRotation =
        [
            Add(FunctionNames.FindRotations, 120, rights.FindRotations()),
            // A write is tried three times at once, ten seconds each; an attempt that is cut off costs a key.
            Add(FunctionNames.ReplaceDeployKey, 180, rights.ReplaceDeployKey()),
            Add(FunctionNames.TestDeployKey, 60, rights.TestDeployKey()),
            Add(FunctionNames.RetireDeployKey, 60, rights.RetireDeployKey()),
            // Shorter than the lease of what is being told (Gatehouse.Ledger.Told), as the report's.
            Add(FunctionNames.GiveUpRotation, 50, rights.GiveUpRotation()),
            Add(FunctionNames.ReportRotations, 50, rights.ReportRotations()),
        ];
    }

    public GatehouseFunction ReceiveWebhook { get; }

    public GatehouseFunction RecordMailEvent { get; }

    /// <summary>CloudFormation calls it: the account's password policy.</summary>
    public GatehouseFunction KeepPasswordPolicy { get; }

    /// <summary>The queue of MFA events feeds it.</summary>
    public GatehouseFunction RecordMfaEvents { get; }

    /// <summary>The functions that the MFA machine calls.</summary>
    public IReadOnlyList<GatehouseFunction> OfMfa { get; }

    /// <summary>The queue of root events feeds it.</summary>
    public GatehouseFunction DeliverRootAlerts { get; }

    /// <summary>A schedule wakes it.</summary>
    public GatehouseFunction FollowRootAccounts { get; }

    /// <summary>The functions that the keys machine calls.</summary>
    public IReadOnlyList<GatehouseFunction> OfKeys { get; }

    /// <summary>The functions that the leaks machine calls.</summary>
    public IReadOnlyList<GatehouseFunction> OfLeaks { get; }

    /// <summary>The functions that the deploy-keys machine calls.</summary>
    public IReadOnlyList<GatehouseFunction> OfRotation { get; }

    /// <summary>The functions that the membership machine calls.</summary>
    public IReadOnlyList<GatehouseFunction> OfMembership { get; }

    /// <summary>The functions that the preview machine calls.</summary>
    public IReadOnlyList<GatehouseFunction> OfPreview { get; }

    public IReadOnlyList<GatehouseFunction> All => all;

    private GatehouseFunction Add(string method, int seconds, IReadOnlyList<PolicyStatement> rights, IQueue? unheard = null)
    {
        var function = new GatehouseFunction(this, settings, artefact, environment, new FunctionDescription(method, Duration.Seconds(seconds), rights, unheard));
        all.Add(function);
        return function;
    }

    private Dictionary<string, string> Environment(Ledger ledger, PlanBucket plans, Secrets secrets, Mail mail) => new()
    {
        [SettingNames.Repository] = settings.Repository,
        [SettingNames.Branch] = settings.Branch,
        [SettingNames.GitHubUrl] = GitHubApiUrl(),
        [SettingNames.Table] = ledger.Table.TableName,
        [SettingNames.PlanBucket] = plans.Bucket.BucketName,
        [SettingNames.WebhookSecret] = secrets.Webhook.Name!,
        [SettingNames.GitHubSecret] = secrets.GitHub.Name!,
        [SettingNames.SlackSecret] = secrets.Slack.Name!,
        [SettingNames.MailFrom] = settings.MailFrom,
        [SettingNames.MailConfigurationSet] = mail.ConfigurationSetName,
        [SettingNames.Channel] = settings.Channel,
        [SettingNames.PasswordLength] = Number(settings.PasswordLength),
        [SettingNames.FirstPasswordDays] = Number(settings.FirstPasswordDays),
        [SettingNames.GraceDays] = Number(settings.GraceDays),
        [SettingNames.RevertDrift] = settings.RevertDrift ? "on" : "off",
        [SettingNames.Groups] = string.Join(' ', settings.Groups),
        [SettingNames.AuditYears] = Number(settings.AuditYears),
        [SettingNames.Help] = settings.Help,
        [SettingNames.Reconcile] = settings.Reconcile ? "on" : "off",
        [SettingNames.HomeRegion] = settings.Region,
        [SettingNames.HomeAccount] = Stack.Of(this).Account,
        [SettingNames.PasswordClasses] = settings.PasswordClasses.Count == 0 ? "none" : string.Join(' ', settings.PasswordClasses),
        [SettingNames.PasswordReuse] = Number(settings.PasswordReuse),
        [SettingNames.PasswordDays] = Number(settings.PasswordDays),
        [SettingNames.RolePath] = GatehouseFunction.RolePath(settings),
        [SettingNames.MfaNames] = settings.MfaNames,
        [SettingNames.MfaGraceHours] = Number(settings.MfaGraceHours),
        [SettingNames.MfaFirstWarningDays] = Number(settings.MfaFirstWarningDays),
        [SettingNames.MfaSecondWarningDays] = Number(settings.MfaSecondWarningDays),
        [SettingNames.MfaSuspendDays] = Number(settings.MfaSuspendDays),
        [SettingNames.RootChannel] = settings.RootChannel,
        [SettingNames.OnCall] = settings.OnCall ?? "",
        [SettingNames.RootMailTo] = settings.RootMailTo ?? "",
        [SettingNames.RootMailMinutes] = Number(settings.RootMailMinutes),
        [SettingNames.RootCompletionMinutes] = Number(settings.RootCompletionMinutes),
        [SettingNames.SweepKeys] = settings.SweepKeys ? "on" : "off",
        [SettingNames.KeysAct] = KeysAct(),
        [SettingNames.KeyWarningDays] = string.Join(' ', settings.KeyWarningDays.Select(Number)),
        [SettingNames.KeyDeactivateDays] = Number(settings.KeyDeactivateDays),
        [SettingNames.KeyDeleteDays] = Number(settings.KeyDeleteDays),
        [SettingNames.KeyNoticeDays] = Number(settings.KeyNoticeDays),
        [SettingNames.UnusedAfter] = Number(settings.UnusedAfter),
        [SettingNames.UnusedDeactivateAfter] = Number(settings.UnusedDeactivateAfter),
        [SettingNames.KeyMostDeactivations] = Number(settings.KeyMostDeactivations),
        [SettingNames.KeyMostShare] = Number(settings.KeyMostShare),
        [SettingNames.KeyShareFrom] = Number(settings.KeyShareFrom),
        [SettingNames.KeyAccounts] = KeyAccounts(),
        [SettingNames.LeakCutsProtected] = settings.LeakCutsProtected ? "on" : "off",
        [SettingNames.DeployKeyGraceDays] = Number(settings.DeployKeyGraceDays),
        [SettingNames.DeployKeyTestMinutes] = Number(settings.DeployKeyTestMinutes),
    };

    // Parameters, so that the same template can be pointed at another GitHub, and be tried where nobody's key is at stake.
    private string GitHubApiUrl() => Parameter("GitHubApiUrl", settings.GitHubApiUrl, "The base address of GitHub's REST API");

    private string KeysAct() => Parameter("KeysAct", settings.KeysAct ? "on" : "off", "Whether sweeps over access keys act (on), or say what they would do (off)");

    private string KeyAccounts() => Parameter(
        "KeyAccounts", settings.KeyAccounts.Count == 0 ? "none" : string.Join(' ', settings.KeyAccounts), "The other accounts whose access keys are watched, by their twelve digits, with blanks between them; or none");

    private string Parameter(string name, string usual, string description) =>
        new CfnParameter(Stack.Of(this), name, new CfnParameterProps { Type = "String", Default = usual, Description = description }).ValueAsString;

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
