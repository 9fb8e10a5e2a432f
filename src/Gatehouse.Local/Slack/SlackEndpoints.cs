using System.Text.Json;
using System.Text.Json.Nodes;
using Gatehouse.Local.Aws;

namespace Gatehouse.Local.Slack;

/// <summary>Incoming Slack webhooks, one address for each channel: kept instead of shown, refused in Slack's own words.</summary>
public static class SlackEndpoints
{
    /// <summary>Where to post for a channel, named with its <c>#</c>.</summary>
    public static Uri Address(Ports ports, string channel) => new(Ports.Address(ports.Web), $"/slack/{channel.TrimStart('#')}");

    public static void MapSlack(this IEndpointRouteBuilder endpoints, World world) => endpoints.MapSlack(world.Slack, world.Gate, world.Clock);

    public static void MapSlack(this IEndpointRouteBuilder endpoints, SlackMessages messages, CallGate gate, TimeProvider clock) =>
        endpoints.MapPost("/slack/{channel}", async (string channel, HttpContext http) =>
        {
            using var reader = new StreamReader(http.Request.Body);
            var body = await reader.ReadToEndAsync(http.RequestAborted);
            var fault = gate.Enter("slack", "PostMessage", http.Connection);
            if (fault is { After: false })
                return Results.Text(fault.Code, statusCode: fault.Status);
            var (status, answer) = Receive(messages, new SlackMessage($"#{channel}", Text(body) ?? "", clock.GetUtcNow()), body);
            if (fault is null)
                return Results.Text(answer, statusCode: status);
            gate.Leave(fault, http.Connection);
            return Results.Text(fault.Code, statusCode: fault.Status);
        });

    private static (int Status, string Answer) Receive(SlackMessages messages, SlackMessage message, string body)
    {
        if (Parse(body) is not JsonObject payload)
            return (400, "invalid_payload");
        if (message.Text.Length == 0 && payload["blocks"] is null && payload["attachments"] is null)
            return (400, "no_text");
        messages.Receive(message);
        return (200, "ok");
    }

    private static string? Text(string body) => (Parse(body) as JsonObject)?["text"] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static JsonNode? Parse(string body)
    {
        try
        {
            return JsonNode.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
