using System.Text.Json.Nodes;
using Gatehouse.Local.Deploy;

namespace Gatehouse.Local.Queues;

/// <summary>An event source mapping of the deployed template: which function a queue feeds, and how.</summary>
/// <param name="Queue">The queue's ARN.</param>
/// <param name="Function">The function's name.</param>
/// <param name="BatchSize">How many messages one invocation gets at most.</param>
/// <param name="Concurrency">How many invocations run at once.</param>
/// <param name="ReportsFailures">Whether the function says which messages must come again.</param>
public sealed record QueueMapping(string Queue, string Function, int BatchSize, int Concurrency, bool ReportsFailures)
{
    public const string Type = "AWS::Lambda::EventSourceMapping";

    /// <summary>What Lambda does when nothing is said.</summary>
    private const int UsualBatch = 10, UsualConcurrency = 1000;

    public string QueueName => Queue.Split(':')[^1];

    public string Region => Queue.Split(':')[3];

    /// <summary>The address that SQS knows the queue by.</summary>
    public string Url => $"https://sqs.{Region}.amazonaws.com/{Queue.Split(':')[4]}/{QueueName}";

    public static IReadOnlyList<QueueMapping> ReadAll(IEnumerable<Deployment> stacks) =>
        [.. stacks.SelectMany(stack => stack.Stack.Resources(Type).Where(mapping => (bool?)mapping.Value["Enabled"] != false).Select(mapping => Read(stack, mapping.Value)))];

    private static QueueMapping Read(Deployment stack, JsonNode mapping) => new(
        stack.Resolve(mapping["EventSourceArn"]),
        stack.Resolve(mapping["FunctionName"]),
        (int?)mapping["BatchSize"] ?? UsualBatch,
        (int?)mapping["ScalingConfig"]?["MaximumConcurrency"] ?? UsualConcurrency,
        mapping["FunctionResponseTypes"]?.AsArray().Any(type => (string?)type == "ReportBatchItemFailures") == true);
}
