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

    /// <summary>Whose a key is and when it was used last: known of every user, so that a leaked key of one that is not ours is told as such.</summary>
    public static PolicyStatement SeeUse(Construct scope) => Right.To("SeeWhoseKeysAre", ["iam:GetAccessKeyLastUsed", "iam:GetUser"], Users(scope));

    /// <summary>What finds the keys to look at. AWS offers no resources for these reading actions: "*" is the only value that IAM takes.</summary>
    public static PolicyStatement FindKeys() =>
        Right.To("FindKeys", ["iam:GenerateCredentialReport", "iam:GetAccountAuthorizationDetails", "iam:GetCredentialReport", "iam:ListAccountAliases"], "*");

    /// <summary>The role that is assumed in each of the other accounts; none where no other is watched.</summary>
    public static IReadOnlyList<PolicyStatement> EnterAccounts(Construct scope, DeploymentSettings settings) =>
        settings.KeyAccounts.Count == 0 ? [] : [Right.To("EnterKeyAccounts", ["sts:AssumeRole"], [.. settings.KeyAccounts.Select(account => RoleIn(scope, settings, account))])];

    private static string RoleIn(Construct scope, DeploymentSettings settings, string account) => Stack.Of(scope).FormatArn(new ArnComponents
    {
        Service = "iam",
        Region = "",
        Account = account,
        Resource = "role",
        ResourceName = $"{settings.Name}/{AccountEntry.RoleName(settings.Name)}",
    });

    private static string Users(Construct scope) => Stack.Of(scope).FormatArn(new ArnComponents { Service = "iam", Region = "", Resource = "user", ResourceName = "*" });
}
