using Amazon.CDK;
using Constructs;

namespace Gatehouse.Cdk.Constructs;

/// <summary>The account's password policy. CloudFormation has no type for it, so that it asks a function.</summary>
internal sealed class PasswordPolicy : Construct
{
    /// <summary>Long enough for Lambda's two further tries; without it CloudFormation waits for an hour.</summary>
    private const int SecondsToAnswer = 600;

    public PasswordPolicy(Construct scope, DeploymentSettings settings, GatehouseFunction keeper)
        : base(scope, "PasswordPolicy")
    {
        var resource = new CustomResource(this, "Policy", new CustomResourceProps
        {
            ResourceType = "Custom::PasswordPolicy",
            ServiceToken = keeper.Lambda.FunctionArn,
            // The function knows them from its own settings; here they make CloudFormation ask it again when one changes.
            Properties = new Dictionary<string, object>
            {
                ["Length"] = settings.PasswordLength,
                ["Classes"] = settings.PasswordClasses.Count == 0 ? "none" : string.Join(' ', settings.PasswordClasses.Order(StringComparer.Ordinal)),
                ["Reuse"] = settings.PasswordReuse,
                ["Days"] = settings.PasswordDays,
            },
        });
        ((CfnResource)resource.Node.DefaultChild!).AddPropertyOverride("ServiceTimeout", SecondsToAnswer);
    }
}
