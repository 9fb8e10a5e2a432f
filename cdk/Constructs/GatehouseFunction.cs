using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Logs;
using Amazon.CDK.AWS.SQS;
using Constructs;

namespace Gatehouse.Cdk.Constructs;

/// <summary>What one function is, beside the settings that all share.</summary>
/// <param name="Method">The name of its method, which is also its logical name.</param>
/// <param name="Timeout">How long one invocation may take.</param>
/// <param name="Rights">All that its role may do, beside writing its own log.</param>
/// <param name="Unheard">Where an event goes that it could not take after Lambda's own retries; null where its caller retries.</param>
internal sealed record FunctionDescription(string Method, Duration Timeout, IReadOnlyList<PolicyStatement> Rights, IQueue? Unheard = null);

/// <summary>One function of the one artefact, with a log group and a role of its own that nothing but its description adds to.</summary>
internal sealed class GatehouseFunction : Construct
{
    public GatehouseFunction(Construct scope, DeploymentSettings settings, Code artefact, IDictionary<string, string> environment, FunctionDescription described)
        : base(scope, described.Method)
    {
        Method = described.Method;
        var name = NameIn(settings, Method);
        Log = new LogGroup(this, "Log", new LogGroupProps
        {
            LogGroupName = $"/aws/lambda/{name}",
            Retention = Retention.Of(settings.LogRetentionDays),
            // The audit is in the ledger; a log that stayed would block the next stack of this name.
            RemovalPolicy = RemovalPolicy.DESTROY,
        });
        var role = new Role(this, "Role", new RoleProps
        {
            AssumedBy = new ServicePrincipal("lambda.amazonaws.com"),
            Path = RolePath(settings),
            Description = $"What {name} may do",
            InlinePolicies = new Dictionary<string, PolicyDocument> { ["rights"] = new(new PolicyDocumentProps { Statements = [.. Rights(settings, described)] }) },
        });
        Lambda = new Function(this, "Function", new FunctionProps
        {
            FunctionName = name,
            Runtime = Amazon.CDK.AWS.Lambda.Runtime.PROVIDED_AL2023,
            Architecture = Architecture.X86_64,
            Handler = "bootstrap",
            Code = artefact,
            Environment = new Dictionary<string, string>(environment) { ["ANNOTATIONS_HANDLER"] = Method },
            Timeout = described.Timeout,
            MemorySize = settings.Memory,
            LogGroup = Log,
            Tracing = settings.Tracing ? Tracing.ACTIVE : Tracing.DISABLED,
            DeadLetterQueue = described.Unheard,
            // CDK would add statements of its own to the role; the description is the whole of it.
            Role = role.WithoutPolicyUpdates(),
        });
    }

    public string Method { get; }

    public Function Lambda { get; }

    public LogGroup Log { get; }

    /// <summary>All functions' roles have it, so that CloudTrail tells what Gatehouse itself did from what a person did.</summary>
    public static string RolePath(DeploymentSettings settings) => $"/{settings.Name}/";

    public static string NameIn(DeploymentSettings settings, string method) => $"{settings.Name}-{method}";

    /// <summary>Gives the function a setting that is known only once the function exists.</summary>
    public void Know(string name, string value) => Lambda.AddEnvironment(name, value);

    private IEnumerable<PolicyStatement> Rights(DeploymentSettings settings, FunctionDescription described)
    {
        yield return Right.To("WriteOwnLog", ["logs:CreateLogStream", "logs:PutLogEvents"], Log.LogGroupArn);
        foreach (var right in described.Rights)
            yield return right;
        if (described.Unheard is { } queue)
            yield return Right.To("KeepUnheardEvents", ["sqs:SendMessage"], queue.QueueArn);
        if (settings.Tracing)
            yield return Right.Trace();
    }
}
