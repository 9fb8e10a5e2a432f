using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Constructs;
using Gatehouse.Aws;

namespace Gatehouse.Cdk.Constructs;

/// <summary>What is needed to watch the access keys of an account: the same in this account, where functions' roles have it, and in others, where the role that they assume does.</summary>
internal static class KeyRights
{
    /// <summary>Both kinds of user that are ours; IAM looks at the tag at the moment of each call.</summary>
    private static readonly string[] Ours = [ManagedTags.Gatehouse, ManagedTags.Machine];

    /// <summary>Changes or lists keys of people and machine users that are ours, and of nobody else.</summary>
    public static PolicyStatement OfOurUsers(Construct scope, string sid, params string[] actions) =>
        Right.ToIf("StringEquals", $"iam:ResourceTag/{ManagedTags.ManagedBy}", Ours, sid, actions, Users(scope));

    /// <summary>All that a purpose needs of IAM: of every user it reads, and of ours alone it changes anything.</summary>
    public static IReadOnlyList<PolicyStatement> Of(Construct scope, KeyPurpose purpose) => purpose switch
    {
        KeyPurpose.Look => [FindKeys(), See(scope, "iam:GetAccessKeyLastUsed", "iam:ListAccessKeys")],
        KeyPurpose.Act => [See(scope, "iam:GetAccessKeyLastUsed"), OfOurUsers(scope, "WatchKeys", "iam:DeleteAccessKey", "iam:ListAccessKeys", "iam:UpdateAccessKey")],
        // A leaked key of somebody who is not ours is told as such, and remembered with the moment at which it was made.
        KeyPurpose.Cut => [See(scope, "iam:GetAccessKeyLastUsed", "iam:GetUser", "iam:ListAccessKeys"), OfOurUsers(scope, "StopLeakedKeys", "iam:GetUserPolicy", "iam:PutUserPolicy", "iam:UpdateAccessKey")],
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "Nobody knows what it needs: add it here."),
    };

    /// <summary>What finds the keys to look at. AWS offers no resources for these reading actions: "*" is the only value that IAM takes.</summary>
    public static PolicyStatement FindKeys() =>
        Right.To("FindKeys", ["iam:GenerateCredentialReport", "iam:GetAccountAuthorizationDetails", "iam:GetCredentialReport", "iam:ListAccountAliases"], "*");

    /// <summary>The role of one purpose, which is assumed in each of the other accounts; none where no other is watched.</summary>
    public static IReadOnlyList<PolicyStatement> EnterAccounts(Construct scope, DeploymentSettings settings, KeyPurpose purpose) =>
        settings.KeyAccounts.Count == 0 ? [] : [Right.To("EnterKeyAccounts", ["sts:AssumeRole"], [.. settings.KeyAccounts.Select(account => RoleIn(scope, settings, account, purpose))])];

    private static PolicyStatement See(Construct scope, params string[] actions) => Right.To("SeeWhoseKeysAre", actions, Users(scope));

    private static string RoleIn(Construct scope, DeploymentSettings settings, string account, KeyPurpose purpose) => Stack.Of(scope).FormatArn(new ArnComponents
    {
        Service = "iam",
        Region = "",
        Account = account,
        Resource = "role",
        ResourceName = $"{settings.Name}/{AccountEntry.RoleName(settings.Name, purpose)}",
    });

    private static string Users(Construct scope) => Stack.Of(scope).FormatArn(new ArnComponents { Service = "iam", Region = "", Resource = "user", ResourceName = "*" });
}
