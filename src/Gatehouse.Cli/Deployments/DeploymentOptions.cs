using System.CommandLine;
using Gatehouse.Runtime;

namespace Gatehouse.Cli.Deployments;

/// <summary>The options by which every command is told which deployment is meant.</summary>
internal static class DeploymentOptions
{
    public static readonly Option<string?> Name = new("--deployment")
    {
        Description = "The deployment's name. Left out: the one that cdk.json describes, in this folder or above it; else gatehouse.",
        HelpName = "name",
        Recursive = true,
    };

    public static readonly Option<string?> Region = new("--region")
    {
        Description = "Its home region. Left out: cdk.json's, else that of the AWS profile.",
        HelpName = "region",
        Recursive = true,
    };

    /// <param name="arguments">The command line.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <param name="repository">A register to read instead of the deployment's own; null for that.</param>
    public static Task<Deployment> ReachAsync(this ParseResult arguments, CancellationToken cancellationToken, string? repository = null) => Deployment.ReachAsync(
        arguments.GetValue(Name),
        arguments.GetValue(Region),
        name => name == SettingNames.Repository && repository is not null ? repository : Environment.GetEnvironmentVariable(name),
        Environment.CurrentDirectory,
        cancellationToken);
}
