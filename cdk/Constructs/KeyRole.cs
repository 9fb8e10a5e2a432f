using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Constructs;
using Gatehouse.Aws;

namespace Gatehouse.Cdk.Constructs;

/// <summary>
/// The role by which Gatehouse watches another account's access keys for one purpose. The functions' roles of the home account may take it on, each only that of its own
/// purpose by what it may assume there, and nobody else of that account but the operators' role that the stack names, which may not stop leaked keys: an administrator of
/// the home account is none of this account's. It has no external id: that keeps a third party, who acts for many, from being sent into the wrong
/// account, and here nobody acts for anybody else.
/// </summary>
internal sealed class KeyRole : Construct
{
    /// <param name="scope">The stack.</param>
    /// <param name="settings">How the deployment is called.</param>
    /// <param name="homeAccount">The account that Gatehouse lives in.</param>
    /// <param name="operators">The ARN of the role by which people use the command line.</param>
    /// <param name="purpose">What it is for.</param>
    public KeyRole(Construct scope, DeploymentSettings settings, string homeAccount, string operators, KeyPurpose purpose)
        : base(scope, $"Keys{purpose}")
    {
        var functions = $"arn:{Stack.Of(this).Partition}:iam::{homeAccount}:role{GatehouseFunction.RolePath(settings)}*";
        _ = new Role(this, "Role", new RoleProps
        {
            RoleName = AccountEntry.RoleName(settings.Name, purpose),
            Path = GatehouseFunction.RolePath(settings),
            Description = $"Lets Gatehouse watch this account's access keys: {Words(purpose)}",
            AssumedBy = new PrincipalWithConditions(
                new AccountPrincipal(homeAccount),
                new Dictionary<string, object> { ["ArnLike"] = new Dictionary<string, object> { ["aws:PrincipalArn"] = purpose is KeyPurpose.Cut ? functions : new[] { functions, operators } } }),
            InlinePolicies = new Dictionary<string, PolicyDocument>
            {
                ["rights"] = new(new PolicyDocumentProps { Statements = [.. KeyRights.Of(this, purpose)] }),
            },
        });
    }

    private static string Words(KeyPurpose purpose) => purpose switch
    {
        KeyPurpose.Look => "it reads them",
        KeyPurpose.Act => "it makes them inactive or active, and deletes them",
        KeyPurpose.Cut => "it stops those that leaked",
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "Nobody knows what it is for: add it here."),
    };
}
