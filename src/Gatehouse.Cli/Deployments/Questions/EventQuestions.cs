using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gatehouse.Cli.Deployments.Questions;

/// <summary>What is asked of EventBridge.</summary>
internal sealed class EventQuestions(SignedCall call)
{
    /// <summary>The bus that AWS's own events arrive on.</summary>
    public const string DefaultBus = "default";

    /// <summary>The state of a rule: <c>ENABLED</c> or <c>DISABLED</c>; null where there is no such rule.</summary>
    public async Task<string?> RuleStateAsync(string region, string bus, string rule, CancellationToken cancellationToken) =>
        (await call.AskAsync(Of(region, "DescribeRule", new JsonObject { ["Name"] = rule, ["EventBusName"] = bus }), cancellationToken))?.GetProperty("State").GetString();

    /// <summary>The ARNs that a rule wakes; none where there is no such rule.</summary>
    public async Task<IReadOnlyList<string>> TargetsAsync(string region, string bus, string rule, CancellationToken cancellationToken) =>
        await call.AskAsync(Of(region, "ListTargetsByRule", new JsonObject { ["Rule"] = rule, ["EventBusName"] = bus }), cancellationToken) is { } answer
            ? [.. answer.GetProperty("Targets").EnumerateArray().Select(target => target.GetProperty("Arn").GetString()!)]
            : [];

    /// <summary>A bus with its policy as text, empty where it has none; null where there is no such bus.</summary>
    public async Task<string?> BusPolicyAsync(string region, string bus, CancellationToken cancellationToken) =>
        await call.AskAsync(Of(region, "DescribeEventBus", new JsonObject { ["Name"] = bus }), cancellationToken) is { } answer
            ? answer.TryGetProperty("Policy", out var policy) && policy.ValueKind == JsonValueKind.String ? policy.GetString()! : ""
            : null;

    private static Question Of(string region, string operation, JsonObject fields) => new("events", region, $"AWSEvents.{operation}") { Fields = fields };
}
