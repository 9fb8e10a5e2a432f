using Constructs;

namespace Gatehouse.Cdk.Constructs;

/// <summary>The state machine of a leaked key, from <c>Workflows/leaks.asl.json</c>.</summary>
internal sealed class LeaksMachine(Construct scope, DeploymentSettings settings, Functions functions)
    : Workflow(scope, "Leaks", settings, new(NameIn(settings), "leaks.asl.json", functions.OfLeaks, []))
{
    public static string NameIn(DeploymentSettings settings) => $"{settings.Name}-leaks";

    /// <summary>The machine's ARN made of its name, for those whom the machine itself refers to.</summary>
    public static string ArnIn(Construct scope, DeploymentSettings settings) => Arn(scope, "stateMachine", NameIn(settings));

    /// <summary>The ARNs of its runs.</summary>
    public static string RunsIn(Construct scope, DeploymentSettings settings) => Arn(scope, "execution", $"{NameIn(settings)}:*");
}
