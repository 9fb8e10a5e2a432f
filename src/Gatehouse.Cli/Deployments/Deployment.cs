using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using Amazon.SecurityToken;
using Gatehouse.Membership;
using Gatehouse.Runtime;
using Microsoft.Extensions.DependencyInjection;

namespace Gatehouse.Cli.Deployments;

/// <summary>A deployment as somebody reaches it from a command line: who they are, what is known of it, and Gatehouse's own rooms over their credentials.</summary>
internal sealed class Deployment : IAsyncDisposable
{
    private readonly ServiceProvider rooms;

    private Deployment(string name, Caller caller, Settings settings, CdkJson? cdk, ServiceProvider rooms) =>
        (Name, Caller, Settings, Cdk, this.rooms) = (name, caller, settings, cdk?.Name == name ? cdk : null, rooms);

    public string Name { get; }

    public Caller Caller { get; }

    public Settings Settings { get; }

    /// <summary>The <c>cdk.json</c> in reach; null where none is, or it describes another deployment.</summary>
    public CdkJson? Cdk { get; }

    public TimeProvider Clock => Room<TimeProvider>();

    public T Room<T>()
        where T : class => rooms.GetRequiredService<T>();

    /// <summary>The ARN of another of its state machines, by the name that follows the deployment's: <c>keys</c>.</summary>
    public string Machine(string name) => $"{Settings.Machine[..(Settings.Machine.LastIndexOf(':') + 1)]}{Name}-{name}";

    /// <summary>A run of its membership machine, by its name.</summary>
    public RunId Run(string name) => new($"{Settings.Machine.Replace(":stateMachine:", ":execution:", StringComparison.Ordinal)}:{name}");

    /// <exception cref="DeploymentUnknownException">No region or no credentials are known, or <c>cdk.json</c> cannot be read.</exception>
    public static async Task<Deployment> ReachAsync(
        string? name, string? region, Func<string, string?> environment, string folder, CancellationToken cancellationToken)
    {
        var cdk = CdkJson.Nearest(folder);
        var deployment = name ?? cdk?.Name ?? DeploymentKnowledge.UsualName;
        var home = region ?? environment(SettingNames.HomeRegion) ?? (cdk?.Name == deployment ? cdk.Find("region") ?? "eu-west-2" : null) ?? OfProfile();
        // Every client below takes it from here, so that none of them searches for another.
        AWSConfigs.AWSRegion = home;
        RequireCredentials();
        using var sts = new AmazonSecurityTokenServiceClient();
        var caller = await Caller.AskAsync(sts, cancellationToken);
        var settings = new DeploymentKnowledge(deployment, home, environment, cdk, caller).Settings;
        return new Deployment(deployment, caller, settings, cdk, OperatorServices.Over(settings, environment));
    }

    public ValueTask DisposeAsync() => rooms.DisposeAsync();

    /// <summary>Looked for first: a client without them says something that helps nobody.</summary>
    private static void RequireCredentials()
    {
        try
        {
            _ = DefaultAWSCredentialsIdentityResolver.GetCredentials();
        }
        catch (AmazonClientException missing)
        {
            // Of a search that found nothing it lists every place, which says no more than that.
            var why = missing.Message.StartsWith("Failed to resolve", StringComparison.Ordinal) ? "" : $" {missing.Message}";
            throw new DeploymentUnknownException($"No AWS credentials were found.{why} Sign in (aws sso login), or set AWS_PROFILE.");
        }
    }

    private static string OfProfile() => FallbackRegionFactory.GetRegionEndpoint(includeInstanceMetadata: false)?.SystemName
        ?? throw new DeploymentUnknownException("No region is known. Say --region, set AWS_REGION, or run the command in the checkout that was deployed.");
}
