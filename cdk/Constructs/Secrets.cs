using Amazon.CDK;
using Amazon.CDK.AWS.SecretsManager;
using Constructs;

namespace Gatehouse.Cdk.Constructs;

/// <summary>The secrets, made empty: no value is ever in a template, and until someone fills one in, what needs it is refused.</summary>
internal sealed class Secrets : Construct
{
    public Secrets(Construct scope, DeploymentSettings settings)
        : base(scope, "Secrets")
    {
        Webhook = Empty("Webhook", $"{settings.Name}/github-webhook", "GitHub webhook: {\"current\":\"…\",\"previous\":\"…\"}; previous only while the secret is being changed");
        GitHub = Empty("GitHub", $"{settings.Name}/github", "GitHub access: {\"appId\":\"…\",\"installationId\":\"…\",\"privateKey\":\"…\"} or {\"token\":\"…\"}");
        Slack = Empty("Slack", $"{settings.Name}/slack", "Slack addresses: {\"#channel\":\"https://…\"}, one for each channel");
    }

    public CfnSecret Webhook { get; }

    public CfnSecret GitHub { get; }

    public CfnSecret Slack { get; }

    // The L2 Secret would generate a value, which would then be a valid webhook secret that nobody chose.
    private CfnSecret Empty(string id, string name, string description)
    {
        var secret = new CfnSecret(this, id, new CfnSecretProps { Name = name, Description = description });
        secret.ApplyRemovalPolicy(RemovalPolicy.DESTROY);
        return secret;
    }
}
