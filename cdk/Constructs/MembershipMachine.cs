using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Logs;
using Amazon.CDK.AWS.StepFunctions;
using Constructs;

namespace Gatehouse.Cdk.Constructs;

/// <summary>The state machine of a membership run, from <c>Workflows/membership.asl.json</c> with each <c>${Function}</c> replaced by that function's ARN.</summary>
internal sealed class MembershipMachine : Construct
{
    private const string Definition = "membership.asl.json";

    public MembershipMachine(Construct scope, DeploymentSettings settings, Functions functions, PlanBucket plans)
        : base(scope, "Membership")
    {
        var log = new LogGroup(this, "Log", new LogGroupProps
        {
            // Under this prefix CloudWatch needs no resource policy for each log.
            LogGroupName = $"/aws/vendedlogs/states/{NameIn(settings)}",
            Retention = Retention.Of(settings.LogRetentionDays),
            RemovalPolicy = RemovalPolicy.DESTROY,
        });
        var role = new Role(this, "Role", new RoleProps
        {
            AssumedBy = new ServicePrincipal("states.amazonaws.com"),
            Description = $"What a run of {NameIn(settings)} may do",
            InlinePolicies = new Dictionary<string, PolicyDocument>
            {
                ["rights"] = new(new PolicyDocumentProps { Statements = [.. Rights(settings, functions, plans)] }),
            },
        });
        Machine = new StateMachine(this, "Machine", new StateMachineProps
        {
            StateMachineName = NameIn(settings),
            StateMachineType = StateMachineType.STANDARD,
            DefinitionBody = DefinitionBody.FromString(Joined(functions.OfMembership)),
            Role = role.WithoutPolicyUpdates(),
            Logs = new LogOptions { Destination = log, Level = LogLevel.ALL, IncludeExecutionData = false },
            TracingEnabled = settings.Tracing,
        });
    }

    public StateMachine Machine { get; }

    public static string NameIn(DeploymentSettings settings) => $"{settings.Name}-membership";

    /// <summary>The machine's ARN made of its name, for those whom the machine itself refers to.</summary>
    public static string ArnIn(Construct scope, DeploymentSettings settings) => Arn(scope, "stateMachine", NameIn(settings));

    /// <summary>The ARNs of its runs.</summary>
    public static string RunsIn(Construct scope, DeploymentSettings settings) => Arn(scope, "execution", $"{NameIn(settings)}:*");

    private static string Arn(Construct scope, string resource, string name) => Stack.Of(scope).FormatArn(new ArnComponents
    {
        Service = "states",
        Resource = resource,
        ResourceName = name,
        ArnFormat = ArnFormat.COLON_RESOURCE_NAME,
    });

    private static string Joined(IEnumerable<GatehouseFunction> functions)
    {
        using var reader = new StreamReader(typeof(MembershipMachine).Assembly.GetManifestResourceStream(Definition)!);
        return functions.Aggregate(reader.ReadToEnd(), (text, function) => text.Replace($"${{{function.Method}}}", function.Lambda.FunctionArn, StringComparison.Ordinal));
    }

    private IEnumerable<PolicyStatement> Rights(DeploymentSettings settings, Functions functions, PlanBucket plans)
    {
        yield return Right.To("InvokeItsFunctions", ["lambda:InvokeFunction"], [.. functions.OfMembership.Select(function => function.Lambda.FunctionArn)]);
        // A Distributed Map runs each change as a run of this same machine, under the map's label.
        yield return Right.To("StartChanges", ["states:StartExecution"], ArnIn(this, settings));
        yield return Right.To("FollowChanges", ["states:DescribeExecution", "states:StopExecution"], Arn(this, "execution", $"{NameIn(settings)}/*"), RunsIn(this, settings));
        yield return Right.To("ReadPlans", ["s3:GetObject"], plans.Plans);
        yield return Right.To("WriteResults", ["s3:AbortMultipartUpload", "s3:GetObject", "s3:ListMultipartUploadParts", "s3:PutObject"], plans.Results);
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
