using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.SecretsManager;
using Constructs;

namespace Gatehouse.Cdk.Constructs;

/// <summary>The least that each function needs, one method for each function. Every action is named, and so is every resource that AWS lets one name.</summary>
internal sealed class FunctionRights(Construct scope, DeploymentSettings settings, Ledger ledger, PlanBucket plans, Secrets secrets, Mail mail)
{
    private string Users => Iam("user", "*");

    public IReadOnlyList<PolicyStatement> ReceiveWebhook() =>
    [
        ReadSecrets(secrets.Webhook),
        Right.To("StartRuns", ["states:StartExecution"], MembershipMachine.ArnIn(scope, settings)),
        SeeRuns(),
    ];

    public IReadOnlyList<PolicyStatement> LockMembership() =>
    [
        Write("dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"),
        SeeRuns(),
    ];

    public IReadOnlyList<PolicyStatement> PlanMembership() =>
    [
        ReadSecrets(secrets.GitHub),
        TakeSnapshot("iam:GetAccountAuthorizationDetails", "iam:ListAccountAliases"),
        Right.To("WritePlans", ["s3:PutObject"], plans.Plans),
        WriteAndQuery("dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query"),
    ];

    public IReadOnlyList<PolicyStatement> ApplyMembershipChange() =>
    [
        Right.ToIf("StringEquals", $"aws:RequestTag/{Right.ManagedBy}", Right.Gatehouse, "MakeManagedUsers", ["iam:CreateUser", "iam:TagUser"], Users),
        Right.To("SeeUsers", ["iam:GetUser"], Users),
        // IAM looks at the group alone here: groups carry no tags and the person is no part of the decision.
        Right.To("ChangeGroups", ["iam:AddUserToGroup", "iam:RemoveUserFromGroup"], [.. settings.Groups.Select(group => Iam("group", group))]),
        Write("dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"),
    ];

    public IReadOnlyList<PolicyStatement> WelcomePerson() =>
    [
        OfManagedUsers("SetFirstPassword", "iam:CreateLoginProfile", "iam:GetLoginProfile", "iam:UpdateLoginProfile"),
        Right.ToIf("StringEquals", "ses:FromAddress", settings.MailFrom, "SendWelcome", ["ses:SendEmail"], mail.IdentityArn, mail.ConfigurationSetArn),
        Write("dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"),
    ];

    public IReadOnlyList<PolicyStatement> GiveUpChange() =>
    [
        OfManagedUsers("TakePasswordAway", "iam:DeleteLoginProfile", "iam:GetLoginProfile"),
        Write("dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"),
    ];

    public IReadOnlyList<PolicyStatement> ReportMembership() =>
    [
        ReadSecrets(secrets.GitHub, secrets.Slack),
        TakeSnapshot("iam:GetAccountAuthorizationDetails"),
        Right.To("ReadPlans", ["s3:GetObject"], plans.Plans),
        WriteAndQuery("dynamodb:BatchWriteItem", "dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query", "dynamodb:UpdateItem"),
    ];

    public IReadOnlyList<PolicyStatement> RecordMailEvent() =>
    [
        ReadSecrets(secrets.GitHub, secrets.Slack),
        OfManagedUsers("TakePasswordAway", "iam:DeleteLoginProfile"),
        Right.To("ReadPlans", ["s3:GetObject"], plans.Plans),
        WriteAndQuery("dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query", "dynamodb:UpdateItem"),
    ];

    private static PolicyStatement ReadSecrets(params CfnSecret[] named) =>
        Right.To("ReadSecrets", ["secretsmanager:GetSecretValue"], [.. named.Select(secret => secret.Ref)]);

    // AWS offers no resources for these reading actions: "*" is the only value that IAM takes.
    private static PolicyStatement TakeSnapshot(params string[] actions) => Right.To("TakeSnapshot", actions, "*");

    private PolicyStatement OfManagedUsers(string sid, params string[] actions) =>
        Right.ToIf("StringEquals", $"iam:ResourceTag/{Right.ManagedBy}", Right.Gatehouse, sid, actions, Users);

    private PolicyStatement SeeRuns() => Right.To("SeeRuns", ["states:DescribeExecution"], MembershipMachine.RunsIn(scope, settings));

    private PolicyStatement Write(params string[] actions) => Right.To("KeepLedger", actions, ledger.Table.TableArn);

    private PolicyStatement WriteAndQuery(params string[] actions) => Right.To("KeepLedger", actions, ledger.Table.TableArn, $"{ledger.Table.TableArn}/index/*");

    private string Iam(string resource, string name) =>
        Stack.Of(scope).FormatArn(new ArnComponents { Service = "iam", Region = "", Resource = resource, ResourceName = name });
}
