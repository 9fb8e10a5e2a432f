using Amazon.CDK;
using Constructs;

namespace Gatehouse.Cdk.Constructs;

/// <summary>Where the home region's bus is, said by its name: no stack needs another's reference.</summary>
internal static class HomeBusAddress
{
    public static string In(Construct scope, DeploymentSettings settings) => Stack.Of(scope).FormatArn(new ArnComponents
    {
        Service = "events",
        Region = settings.Region,
        Resource = "event-bus",
        ResourceName = settings.Name,
    });
}
