using Constructs;

namespace Gatehouse.Cdk.Constructs;

/// <summary>The state machine that plans a pull request before it is merged, from <c>Workflows/preview.asl.json</c>.</summary>
internal sealed class PreviewMachine(Construct scope, DeploymentSettings settings, Functions functions)
    : Workflow(scope, "Preview", settings, new(NameIn(settings), "preview.asl.json", functions.OfPreview, []))
{
    /// <summary>The machine's ARN made of its name, for those whom the machine itself refers to.</summary>
    public static string ArnIn(Construct scope, DeploymentSettings settings) => Arn(scope, "stateMachine", NameIn(settings));

    /// <summary>The ARNs of its runs.</summary>
    public static string RunsIn(Construct scope, DeploymentSettings settings) => Arn(scope, "execution", $"{NameIn(settings)}:*");

    private static string NameIn(DeploymentSettings settings) => $"{settings.Name}-preview";
}
