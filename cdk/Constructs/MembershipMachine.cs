using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Gatehouse.Cdk.Constructs;

/// <summary>The state machine of a membership run, from <c>Workflows/membership.asl.json</c>.</summary>
internal sealed class MembershipMachine(Construct scope, DeploymentSettings settings, Functions functions, PlanBucket plans)
    : Workflow(scope, "Membership", settings, new(NameIn(settings), "membership.asl.json", functions.OfMembership, Rights(scope, settings, plans)))
{
    public static string NameIn(DeploymentSettings settings) => $"{settings.Name}-membership";

    /// <summary>The machine's ARN made of its name, for those whom the machine itself refers to.</summary>
    public static string ArnIn(Construct scope, DeploymentSettings settings) => Arn(scope, "stateMachine", NameIn(settings));

    /// <summary>The ARNs of its runs.</summary>
    public static string RunsIn(Construct scope, DeploymentSettings settings) => Arn(scope, "execution", $"{NameIn(settings)}:*");

    private static IReadOnlyList<PolicyStatement> Rights(Construct scope, DeploymentSettings settings, PlanBucket plans) =>
    [
        // A Distributed Map runs each change as a run of this same machine, under the map's label.
        Right.To("StartChanges", ["states:StartExecution"], ArnIn(scope, settings)),
        Right.To("FollowChanges", ["states:DescribeExecution", "states:StopExecution"], Arn(scope, "execution", $"{NameIn(settings)}/*"), RunsIn(scope, settings)),
        Right.To("ReadPlans", ["s3:GetObject"], plans.Plans),
        Right.To("WriteResults", ["s3:AbortMultipartUpload", "s3:GetObject", "s3:ListMultipartUploadParts", "s3:PutObject"], plans.Results),
    ];
}
