using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.SecretsManager;
using Constructs;
using Gatehouse.Aws;
using Gatehouse.Ledger;

namespace Gatehouse.Cdk.Constructs;

/// <summary>The least that each function needs, one method for each function. Every action is named, and so is every resource that AWS lets one name.</summary>
internal sealed class FunctionRights(Construct scope, DeploymentSettings settings, Ledger ledger, PlanBucket plans, Secrets secrets, Mail mail, EventQueues queues)
{
    /// <summary>What a deletion needs beside what a quarantine does.</summary>
    private static readonly string[] Deletion =
    [
        "iam:DeleteAccessKey", "iam:DeleteSSHPublicKey", "iam:DeleteServiceSpecificCredential", "iam:DeleteSigningCertificate", "iam:DeleteUser",
        "iam:DeleteUserPermissionsBoundary", "iam:DetachUserPolicy", "iam:ListAttachedUserPolicies", "iam:ListSSHPublicKeys",
        "iam:ListServiceSpecificCredentials", "iam:ListSigningCertificates", "iam:ListUserPolicies",
    ];

    private string Users => Iam("user", "*");

    public IReadOnlyList<PolicyStatement> ReceiveWebhook() =>
    [
        ReadSecrets(secrets.Webhook),
        Right.To("StartRuns", ["states:StartExecution"], MembershipMachine.ArnIn(scope, settings), PreviewMachine.ArnIn(scope, settings), LeaksMachine.ArnIn(scope, settings)),
        SeeRuns(MembershipMachine.RunsIn(scope, settings), PreviewMachine.RunsIn(scope, settings), LeaksMachine.RunsIn(scope, settings)),
    ];

    public IReadOnlyList<PolicyStatement> LockMembership() =>
    [
        Keep("dynamodb:GetItem", "dynamodb:PutItem"),
        SeeRuns(MembershipMachine.RunsIn(scope, settings)),
    ];

    public IReadOnlyList<PolicyStatement> PlanMembership() =>
    [
        ReadSecrets(secrets.GitHub),
        TakeSnapshot("iam:GenerateCredentialReport", "iam:GetAccountAuthorizationDetails", "iam:GetCredentialReport", "iam:ListAccountAliases"),
        OfManagedUsers("SeePasswords", "iam:GetLoginProfile"),
        Right.To("WritePlans", ["s3:PutObject"], plans.Plans),
        Keep("dynamodb:GetItem"),
        Query(ledger.Index(LedgerTable.ByOpen), ledger.Index(LedgerTable.ByPerson)),
    ];

    public IReadOnlyList<PolicyStatement> ApplyMembershipChange() =>
    [
        Right.ToIf("StringEquals", $"aws:RequestTag/{ManagedTags.ManagedBy}", ManagedTags.Gatehouse, "MakeManagedUsers", ["iam:CreateUser", "iam:TagUser"], Users),
        SeeUsers(),
        // IAM looks at the group alone here: groups carry no tags, and the person is no part of the decision. So a role may put people into
        // Gatehouse's own groups only, and take them out of any: a leaver leaves every group, also those that somebody else put them into.
        Right.To("JoinGroups", ["iam:AddUserToGroup"], [.. settings.Groups.Select(group => Iam("group", group))]),
        Right.To("LeaveGroups", ["iam:RemoveUserFromGroup"], Iam("group", "*")),
        OfManagedUsers("TakePasswordAway", "iam:DeleteLoginProfile", "iam:GetLoginProfile"),
        OfManagedUsers("QuarantineAndRestore", "iam:DeleteUserPolicy", "iam:ListAccessKeys", "iam:ListGroupsForUser", "iam:PutUserPolicy", "iam:UpdateAccessKey"),
        OfManagedUsers("TakeDevicesAway", "iam:DeactivateMFADevice", "iam:ListMFADevices"),
        OfManagedUsers("Delete", Deletion),
        DeleteTakenDevices(),
        Keep("dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"),
        Query(ledger.Index(LedgerTable.ByOpen)),
    ];

    public IReadOnlyList<PolicyStatement> WelcomePerson() =>
    [
        OfManagedUsers("SetFirstPassword", "iam:CreateLoginProfile", "iam:ListMFADevices", "iam:UpdateLoginProfile"),
        SendMail(),
        Keep("dynamodb:DeleteItem", "dynamodb:PutItem", "dynamodb:UpdateItem"),
    ];

    public IReadOnlyList<PolicyStatement> NotifyPerson() =>
    [
        SendMail(),
        Keep("dynamodb:DeleteItem", "dynamodb:PutItem"),
    ];

    public IReadOnlyList<PolicyStatement> GiveUpChange() =>
    [
        SeeUsers(),
        OfManagedUsers("TakePasswordAway", "iam:DeleteLoginProfile"),
        Keep("dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem"),
    ];

    public IReadOnlyList<PolicyStatement> ReportMembership() =>
    [
        ReadSecrets(secrets.GitHub, secrets.Slack),
        TakeSnapshot("iam:GetAccountAuthorizationDetails"),
        Right.To("ReadPlans", ["s3:GetObject"], plans.Plans),
        // Without it S3 answers "denied" instead of "no such key" for the plan of a run that failed before it had one.
        Right.To("SeeThatThereIsNoPlan", ["s3:ListBucket"], plans.Bucket.BucketArn),
        Keep("dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem"),
        Query(ledger.Table.TableArn, ledger.Index(LedgerTable.ByOpen), ledger.Index(LedgerTable.ByPullRequest)),
    ];

    // Of IAM it reads alone: nothing that a pull request says is done before its merge.
    public IReadOnlyList<PolicyStatement> PreviewPullRequest() =>
    [
        ReadSecrets(secrets.GitHub),
        TakeSnapshot("iam:GetAccountAuthorizationDetails"),
        SeeUsers(),
        OfManagedUsers("SeeWhetherAccessIsInUse", "iam:ListAccessKeys", "iam:ListMFADevices"),
        SeeUseOfKeys(),
        Right.To("KeepLongPlans", ["s3:PutObject"], plans.Previews),
        Keep("dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem"),
        Query(ledger.Index(LedgerTable.ByOpen)),
        SeeRuns(PreviewMachine.RunsIn(scope, settings)),
    ];

    public IReadOnlyList<PolicyStatement> SayPreviewFailed() =>
    [
        ReadSecrets(secrets.GitHub),
        Keep("dynamodb:DeleteItem"),
    ];

    public IReadOnlyList<PolicyStatement> RecordMailEvent() =>
    [
        ReadSecrets(secrets.GitHub, secrets.Slack),
        SeeUsers(),
        OfManagedUsers("TakeUnusedPasswordAway", "iam:DeleteLoginProfile", "iam:GetLoginProfile"),
        Keep("dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"),
        Query(ledger.Index(LedgerTable.ByPullRequest)),
    ];

    // AWS offers no resources for the account's password policy: "*" is the only value that IAM takes.
    public static IReadOnlyList<PolicyStatement> KeepPasswordPolicy() => [Right.To("KeepPasswordPolicy", ["iam:UpdateAccountPasswordPolicy"], "*")];

    public IReadOnlyList<PolicyStatement> RecordMfaEvents() => [queues.Mfa.TakeEvents(), .. WatchDevices(), Query(ledger.Table.TableArn)];

    // Of IAM it reads alone: what it finds is looked at again, one by one.
    public IReadOnlyList<PolicyStatement> SweepMfa() =>
    [
        ReadSecrets(secrets.GitHub),
        TakeSnapshot(
            "iam:GenerateCredentialReport", "iam:GetAccountAuthorizationDetails", "iam:GetAccountPasswordPolicy", "iam:GetCredentialReport", "iam:ListAccountAliases",
            "iam:ListVirtualMFADevices"),
        Right.To("WritePlans", ["s3:PutObject"], plans.Plans),
        Keep("dynamodb:DeleteItem"),
        Query(ledger.Index(LedgerTable.ByOpen)),
    ];

    public IReadOnlyList<PolicyStatement> ExamineMfa() =>
    [
        .. WatchDevices(),
        OfManagedUsers("TakePasswordAway", "iam:DeleteLoginProfile", "iam:GetLoginProfile"),
        Query(ledger.Table.TableArn, ledger.Index(LedgerTable.ByOpen)),
    ];

    public IReadOnlyList<PolicyStatement> GiveUpMfa() => [Keep("dynamodb:PutItem")];

    public IReadOnlyList<PolicyStatement> ReportMfa() =>
    [
        ReadSecrets(secrets.Slack),
        Right.To("ReadPlans", ["s3:GetObject"], plans.Plans),
        // Without it S3 answers "denied" instead of "no such key" for a sweep that failed before it had found anybody.
        Right.To("SeeThatThereIsNoPlan", ["s3:ListBucket"], plans.Bucket.BucketArn),
        Keep("dynamodb:DeleteItem", "dynamodb:PutItem"),
        Query(ledger.Table.TableArn),
    ];

    public IReadOnlyList<PolicyStatement> DeliverRootAlerts() =>
    [
        queues.Root.TakeEvents(),
        .. AlertAboutRoot(),
        Query(ledger.Table.TableArn),
    ];

    public IReadOnlyList<PolicyStatement> FollowRootAccounts() =>
    [
        .. AlertAboutRoot(),
        Query(ledger.Table.TableArn, ledger.Index(LedgerTable.ByOpen)),
    ];

    public IReadOnlyList<PolicyStatement> BeginKeys() =>
    [
        ReadSecrets(secrets.GitHub),
        Right.To("WritePlans", ["s3:PutObject"], plans.Plans),
    ];

    // Of IAM it reads alone: what it finds is looked at again, one by one.
    public IReadOnlyList<PolicyStatement> AssessKeys() =>
    [
        KeyRights.FindKeys(),
        SeeUseOfKeys(),
        Right.To("HandOnPlans", ["s3:GetObject", "s3:PutObject"], plans.Plans),
        Keep("dynamodb:DeleteItem"),
        Query(ledger.Index(LedgerTable.ByOpen)),
        .. EnterKeyAccounts(KeyPurpose.Look),
    ];

    public IReadOnlyList<PolicyStatement> PlanKeys() =>
    [
        Right.To("HandOnPlans", ["s3:GetObject", "s3:PutObject"], plans.Plans),
        // Without it S3 answers "denied" instead of "no such key" for an account that could not be looked over.
        Right.To("SeeThatThereIsNoPlan", ["s3:ListBucket"], plans.Bucket.BucketArn),
        Keep("dynamodb:PutItem"),
        Query(ledger.Table.TableArn),
    ];

    public IReadOnlyList<PolicyStatement> ApplyKeys() =>
    [
        .. KeyRights.Of(scope, KeyPurpose.Act),
        SendMail(),
        Keep("dynamodb:DeleteItem", "dynamodb:PutItem", "dynamodb:UpdateItem"),
        Query(ledger.Table.TableArn),
        .. EnterKeyAccounts(KeyPurpose.Act),
    ];

    public IReadOnlyList<PolicyStatement> GiveUpKeys() => [Keep("dynamodb:PutItem")];

    public IReadOnlyList<PolicyStatement> ReportKeys() =>
    [
        ReadSecrets(secrets.Slack),
        Right.To("ReadPlans", ["s3:GetObject"], plans.Plans),
        // Without it S3 answers "denied" instead of "no such key" for a sweep that failed before it had found anybody.
        Right.To("SeeThatThereIsNoPlan", ["s3:ListBucket"], plans.Bucket.BucketArn),
        Keep("dynamodb:DeleteItem", "dynamodb:PutItem"),
        Query(ledger.Table.TableArn, ledger.Index(LedgerTable.ByDay)),
    ];

    // It makes keys inactive and cuts sessions; that it can delete nothing keeps the evidence.
    public IReadOnlyList<PolicyStatement> RespondToLeak() =>
    [
        ReadSecrets(secrets.GitHub, secrets.Slack),
        // STS takes no resource here, and answers for any key of anybody's.
        Right.To("SeeWhereKeysAreFrom", ["sts:GetAccessKeyInfo"], "*"),
        .. KeyRights.Of(scope, KeyPurpose.Cut),
        .. EnterKeyAccounts(KeyPurpose.Cut),
        SendMail(),
        Keep("dynamodb:DeleteItem", "dynamodb:PutItem", "dynamodb:UpdateItem"),
        Query(ledger.Table.TableArn),
    ];

    public IReadOnlyList<PolicyStatement> GiveUpLeak() =>
    [
        ReadSecrets(secrets.Slack),
        SendMail(),
        Keep("dynamodb:DeleteItem", "dynamodb:PutItem"),
    ];

    // Of IAM it reads alone.
    public IReadOnlyList<PolicyStatement> FindRotations() =>
    [
        ReadSecrets(secrets.GitHub),
        .. SeeDeployKeys(),
        Right.To("WritePlans", ["s3:PutObject"], plans.Plans),
        Keep("dynamodb:GetItem"),
        Query(ledger.Table.TableArn, ledger.Index(LedgerTable.ByOpen)),
    ];

    public IReadOnlyList<PolicyStatement> ReplaceDeployKey() =>
    [
        ReadSecrets(secrets.GitHub),
        .. SeeDeployKeys(),
        OfMachineUsers("ReplaceKeys", "iam:CreateAccessKey", "iam:DeleteAccessKey", "iam:UpdateAccessKey"),
        Keep("dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"),
        Query(ledger.Table.TableArn),
        SeeRuns(DeployKeysMachine.RunsIn(scope, settings)),
    ];

    public IReadOnlyList<PolicyStatement> TestDeployKey() =>
    [
        ReadSecrets(secrets.GitHub),
        Keep("dynamodb:GetItem", "dynamodb:PutItem"),
        SeeRuns(DeployKeysMachine.RunsIn(scope, settings)),
    ];

    public IReadOnlyList<PolicyStatement> RetireDeployKey() =>
    [
        ReadSecrets(secrets.GitHub),
        .. SeeKeysOfMachines(),
        OfMachineUsers("RetireKeys", "iam:UpdateAccessKey"),
        Keep("dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"),
        Query(ledger.Table.TableArn),
        SeeRuns(DeployKeysMachine.RunsIn(scope, settings)),
    ];

    public IReadOnlyList<PolicyStatement> GiveUpRotation() =>
    [
        SendMail(),
        Keep("dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem"),
    ];

    public IReadOnlyList<PolicyStatement> ReportRotations() =>
    [
        ReadSecrets(secrets.Slack),
        SendMail(),
        Right.To("ReadPlans", ["s3:GetObject"], plans.Plans),
        // Without it S3 answers "denied" instead of "no such key" for a run that failed before it had found anybody.
        Right.To("SeeThatThereIsNoPlan", ["s3:ListBucket"], plans.Bucket.BucketArn),
        Keep("dynamodb:DeleteItem", "dynamodb:PutItem"),
        Query(ledger.Table.TableArn),
    ];

    private IEnumerable<PolicyStatement> SeeDeployKeys() => [SeeUsers(), .. SeeKeysOfMachines()];

    private IEnumerable<PolicyStatement> SeeKeysOfMachines() =>
    [
        OfMachineUsers("SeeKeys", "iam:ListAccessKeys"),
        // IAM knows whose a key is only once it has looked: this action takes no condition on tags.
        Right.To("SeeWhetherKeysAreInUse", ["iam:GetAccessKeyLastUsed"], Users),
    ];

    // Looked at by IAM itself at the moment of each call: a line of the register alone seizes nobody's keys.
    private PolicyStatement OfMachineUsers(string sid, params string[] actions) =>
        Right.ToIf("StringEquals", $"iam:ResourceTag/{ManagedTags.ManagedBy}", ManagedTags.Machine, sid, actions, Users);

    /// <summary>What it takes to act in the other accounts whose keys are watched; nothing where there are none.</summary>
    private IReadOnlyList<PolicyStatement> EnterKeyAccounts(KeyPurpose purpose) => KeyRights.EnterAccounts(scope, settings, purpose);

    // Of IAM nothing at all: an alert needs no right in the account that it is about.
    private IEnumerable<PolicyStatement> AlertAboutRoot() =>
    [
        ReadSecrets(secrets.GitHub, secrets.Slack),
        SendMail(),
        Keep("dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"),
    ];

    // What an event and a sweep do alike: both end in the same examination.
    private IReadOnlyList<PolicyStatement> WatchDevices() =>
    [
        ReadSecrets(secrets.Slack),
        SeeUsers(),
        // Without a condition on tags: wrong names of users that are not ours are reported, and nothing of theirs is changed.
        Right.To("SeeDevices", ["iam:ListMFADevices"], Users),
        OfManagedUsers("TakeDevicesAway", "iam:DeactivateMFADevice", "iam:ListAccessKeys"),
        DeleteTakenDevices(),
        SendMail(),
        Keep("dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"),
    ];

    private static PolicyStatement ReadSecrets(params CfnSecret[] named) =>
        Right.To("ReadSecrets", ["secretsmanager:GetSecretValue"], [.. named.Select(secret => secret.Ref)]);

    // AWS offers no resources for these reading actions: "*" is the only value that IAM takes.
    private static PolicyStatement TakeSnapshot(params string[] actions) => Right.To("TakeSnapshot", actions, "*");

    // Whether someone exists and is ours is seen first: with the condition below, IAM answers "denied" for a user who does not exist.
    private PolicyStatement SeeUsers() => Right.To("SeeUsers", ["iam:GetUser"], Users);

    private PolicyStatement SeeUseOfKeys() => Right.To("SeeWhetherKeysAreInUse", ["iam:GetAccessKeyLastUsed"], Users);

    private PolicyStatement OfManagedUsers(string sid, params string[] actions) =>
        Right.ToIf("StringEquals", $"iam:ResourceTag/{ManagedTags.ManagedBy}", ManagedTags.Gatehouse, sid, actions, Users);

    // The device carries no tag of ours; IAM refuses to delete one that somebody has, and what is deleted here is what was taken from a managed user.
    private PolicyStatement DeleteTakenDevices() => Right.To("DeleteTakenDevices", ["iam:DeleteVirtualMFADevice"], Iam("mfa", "*"));

    private PolicyStatement SendMail() =>
        Right.ToIf("StringEquals", "ses:FromAddress", settings.MailFrom, "SendMail", ["ses:SendEmail"], mail.IdentityArn, mail.ConfigurationSetArn);

    private static PolicyStatement SeeRuns(params string[] runs) => Right.To("SeeRuns", ["states:DescribeExecution"], runs);

    private PolicyStatement Keep(params string[] actions) => Right.To("KeepLedger", actions, ledger.Table.TableArn);

    private static PolicyStatement Query(params string[] resources) => Right.To("QueryLedger", ["dynamodb:Query"], resources);

    private string Iam(string resource, string name) =>
        Stack.Of(scope).FormatArn(new ArnComponents { Service = "iam", Region = "", Resource = resource, ResourceName = name });
}
