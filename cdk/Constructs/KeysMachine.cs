using Constructs;

namespace Gatehouse.Cdk.Constructs;

/// <summary>The state machine of a sweep over access keys, from <c>Workflows/keys.asl.json</c>.</summary>
internal sealed class KeysMachine(Construct scope, DeploymentSettings settings, Functions functions, PlanBucket plans)
    : Workflow(scope, "Keys", settings, new(NameIn(settings), "keys.asl.json", functions.OfKeys, MapRights(scope, NameIn(settings), plans)))
{
    public static string NameIn(DeploymentSettings settings) => $"{settings.Name}-keys";
}
