using Constructs;

namespace Gatehouse.Cdk.Constructs;

/// <summary>The state machine of a sweep over MFA devices, from <c>Workflows/mfa.asl.json</c>.</summary>
internal sealed class MfaMachine(Construct scope, DeploymentSettings settings, Functions functions, PlanBucket plans)
    : Workflow(scope, "Mfa", settings, new(NameIn(settings), "mfa.asl.json", functions.OfMfa, MapRights(scope, NameIn(settings), plans)))
{
    public static string NameIn(DeploymentSettings settings) => $"{settings.Name}-mfa";
}
