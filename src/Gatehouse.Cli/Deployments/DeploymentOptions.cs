using System.CommandLine;

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

    public static Task<Deployment> ReachAsync(this ParseResult arguments, CancellationToken cancellationToken) =>
        Deployment.ReachAsync(arguments.GetValue(Name), arguments.GetValue(Region), Environment.GetEnvironmentVariable, Environment.CurrentDirectory, cancellationToken);
}
