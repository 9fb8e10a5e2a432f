using Constructs;

namespace Gatehouse.Cdk.Constructs;

/// <summary>The state machine of a run of rotations, from <c>Workflows/deploy-keys.asl.json</c>.</summary>
internal sealed class DeployKeysMachine(Construct scope, DeploymentSettings settings, Functions functions, PlanBucket plans)
    : Workflow(scope, "DeployKeys", settings, new(NameIn(settings), "deploy-keys.asl.json", functions.OfRotation, MapRights(scope, NameIn(settings), plans)))
{
    public static string NameIn(DeploymentSettings settings) => $"{settings.Name}-deploy-keys";

    /// <summary>The ARNs of its runs, for those whom the machine itself refers to.</summary>
    public static string RunsIn(Construct scope, DeploymentSettings settings) => Arn(scope, "execution", $"{NameIn(settings)}:*");
}
