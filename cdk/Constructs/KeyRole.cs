using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Constructs;
using Gatehouse.Aws;

namespace Gatehouse.Cdk.Constructs;

/// <summary>
/// The role by which Gatehouse watches another account's access keys. The functions' roles of the home account may take it on, and nobody else there: an
/// administrator of the home account is none of this account's. It has no external id: that keeps a third party, who acts for many, from being sent into the wrong
/// account, and here nobody acts for anybody else.
/// </summary>
internal sealed class KeyRole : Construct
{
    /// <param name="scope">The stack.</param>
    /// <param name="settings">How the deployment is called.</param>
    /// <param name="homeAccount">The account that Gatehouse lives in.</param>
    public KeyRole(Construct scope, DeploymentSettings settings, string homeAccount)
        : base(scope, "Keys")
    {
        var functions = $"arn:{Stack.Of(this).Partition}:iam::{homeAccount}:role{GatehouseFunction.RolePath(settings)}*";
        _ = new Role(this, "Role", new RoleProps
        {
            RoleName = AccountEntry.RoleName(settings.Name),
            Path = GatehouseFunction.RolePath(settings),
            Description = "Lets Gatehouse watch this account's access keys",
            AssumedBy = new PrincipalWithConditions(
                new AccountPrincipal(homeAccount),
                new Dictionary<string, object> { ["ArnLike"] = new Dictionary<string, object> { ["aws:PrincipalArn"] = functions } }),
            InlinePolicies = new Dictionary<string, PolicyDocument>
            {
                ["rights"] = new(new PolicyDocumentProps
                {
                    Statements =
                    [
                        KeyRights.FindKeys(),
                        KeyRights.SeeUse(this),
                        KeyRights.OfOurUsers(this, "WatchKeys", "iam:DeleteAccessKey", "iam:GetUserPolicy", "iam:ListAccessKeys", "iam:PutUserPolicy", "iam:UpdateAccessKey"),
                    ],
                }),
            },
        });
    }
}
