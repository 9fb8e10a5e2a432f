using Constructs;

namespace Gatehouse.Cdk.Constructs;

/// <summary>The state machine of a membership run, from <c>Workflows/membership.asl.json</c>.</summary>
internal sealed class MembershipMachine(Construct scope, DeploymentSettings settings, Functions functions, PlanBucket plans)
    : Workflow(scope, "Membership", settings, new(NameIn(settings), "membership.asl.json", functions.OfMembership, MapRights(scope, NameIn(settings), plans)))
{
    public static string NameIn(DeploymentSettings settings) => $"{settings.Name}-membership";

    /// <summary>The machine's ARN made of its name, for those whom the machine itself refers to.</summary>
    public static string ArnIn(Construct scope, DeploymentSettings settings) => Arn(scope, "stateMachine", NameIn(settings));

    /// <summary>The ARNs of its runs.</summary>
    public static string RunsIn(Construct scope, DeploymentSettings settings) => Arn(scope, "execution", $"{NameIn(settings)}:*");
}
