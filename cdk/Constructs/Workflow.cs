using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Logs;
using Amazon.CDK.AWS.StepFunctions;
using Constructs;

namespace Gatehouse.Cdk.Constructs;

/// <summary>What makes a state machine.</summary>
/// <param name="Name">Its name in the account.</param>
/// <param name="Definition">Its file under <c>Workflows</c>.</param>
/// <param name="Functions">Those that it calls: each <c>${Function}</c> of the file becomes that function's ARN.</param>
/// <param name="Rights">What its role may do beside calling them and delivering its log.</param>
internal sealed record WorkflowDescription(string Name, string Definition, IReadOnlyList<GatehouseFunction> Functions, IReadOnlyList<PolicyStatement> Rights);

/// <summary>A state machine with a log and a role of its own that nothing but its description adds to.</summary>
internal abstract class Workflow : Construct
{
    protected Workflow(Construct scope, string id, DeploymentSettings settings, WorkflowDescription described)
        : base(scope, id)
    {
        var log = new LogGroup(this, "Log", new LogGroupProps
        {
            // Under this prefix CloudWatch needs no resource policy for each log.
            LogGroupName = $"/aws/vendedlogs/states/{described.Name}",
            Retention = Retention.Of(settings.LogRetentionDays),
            RemovalPolicy = RemovalPolicy.DESTROY,
        });
        var role = new Role(this, "Role", new RoleProps
        {
            AssumedBy = new ServicePrincipal("states.amazonaws.com"),
            Description = $"What a run of {described.Name} may do",
            InlinePolicies = new Dictionary<string, PolicyDocument> { ["rights"] = new(new PolicyDocumentProps { Statements = [.. Rights(settings, described)] }) },
        });
        Machine = new StateMachine(this, "Machine", new StateMachineProps
        {
            StateMachineName = described.Name,
            StateMachineType = StateMachineType.STANDARD,
            DefinitionBody = DefinitionBody.FromString(Joined(described)),
            Role = role.WithoutPolicyUpdates(),
            Logs = new LogOptions { Destination = log, Level = LogLevel.ALL, IncludeExecutionData = false },
            TracingEnabled = settings.Tracing,
        });
    }

    public StateMachine Machine { get; }

    /// <summary>An ARN made of a name, for those whom the machine itself refers to.</summary>
    protected static string Arn(Construct scope, string resource, string name) => Stack.Of(scope).FormatArn(new ArnComponents
    {
        Service = "states",
        Resource = resource,
        ResourceName = name,
        ArnFormat = ArnFormat.COLON_RESOURCE_NAME,
    });

    /// <summary>What a machine needs whose Distributed Map reads its items from the plans: it runs each item as a run of this same machine, under the map's label.</summary>
    protected static IReadOnlyList<PolicyStatement> MapRights(Construct scope, string machine, PlanBucket plans) =>
    [
        Right.To("StartItems", ["states:StartExecution"], Arn(scope, "stateMachine", machine)),
        Right.To("FollowItems", ["states:DescribeExecution", "states:StopExecution"], Arn(scope, "execution", $"{machine}/*"), Arn(scope, "execution", $"{machine}:*")),
        Right.To("ReadPlans", ["s3:GetObject"], plans.Plans),
        Right.To("WriteResults", ["s3:AbortMultipartUpload", "s3:GetObject", "s3:ListMultipartUploadParts", "s3:PutObject"], plans.Results),
    ];

    private static string Joined(WorkflowDescription described)
    {
        using var reader = new StreamReader(typeof(Workflow).Assembly.GetManifestResourceStream(described.Definition)!);
        return described.Functions.Aggregate(reader.ReadToEnd(), (text, function) => text.Replace($"${{{function.Method}}}", function.Lambda.FunctionArn, StringComparison.Ordinal));
    }

    private static IEnumerable<PolicyStatement> Rights(DeploymentSettings settings, WorkflowDescription described)
    {
        yield return Right.To("InvokeItsFunctions", ["lambda:InvokeFunction"], [.. described.Functions.Select(function => function.Lambda.FunctionArn)]);
        foreach (var right in described.Rights)
            yield return right;
        // AWS offers no resources for the actions of log delivery: "*" is the only value that it takes.
        yield return Right.To(
            "DeliverLogs",
            [
                "logs:CreateLogDelivery", "logs:DeleteLogDelivery", "logs:DescribeLogGroups", "logs:DescribeResourcePolicies",
                "logs:GetLogDelivery", "logs:ListLogDeliveries", "logs:PutResourcePolicy", "logs:UpdateLogDelivery",
            ],
            "*");
        if (settings.Tracing)
            yield return Right.Trace();
    }
}
