using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Gatehouse.Local.Lambda;

namespace Gatehouse.Local.Events;

/// <summary>EventBridge's default bus: an event goes to the targets of every deployed rule whose pattern it matches.</summary>
public sealed class EventRouter(World world)
{
    private readonly InvokeApi invoke = new(world);

    /// <summary>PutEvents. Sources of AWS's own are taken, so that a sign-in or a bounce can be played.</summary>
    public async Task<JsonObject> PutAsync(string region, JsonNode request, CancellationToken cancellation)
    {
        var answers = new JsonArray();
        foreach (var entry in request["Entries"]!.AsArray()) answers.Add(await PutAsync(region, entry!.AsObject(), cancellation));

        return new JsonObject { ["FailedEntryCount"] = answers.Count(answer => answer!["ErrorCode"] is not null), ["Entries"] = answers };
    }

    /// <summary>Runs one target of a rule or schedule with its input, and answers the execution it started when it is a state machine.</summary>
    public async Task<string?> RunAsync(JsonNode target, string region, string input, CancellationToken cancellation)
    {
        var arn = (string)target["Arn"]!;
        switch (arn.Split(':') is { Length: > 5 } parts ? (parts[2], parts[5].Split('/')[0]) : (arn, ""))
        {
            case ("lambda", _):
                invoke.InBackground(world.Functions.Find(arn, region) ?? throw new InvalidOperationException($"No function {arn} is deployed."), Encoding.UTF8.GetBytes(input));
                return null;
            case ("states", _):
                var started = await world.Moto.JsonAsync("states", arn.Split(':')[3], "AWSStepFunctions.StartExecution",
                    new JsonObject { ["stateMachineArn"] = arn, ["input"] = input, ["name"] = Randomness.Identity().ToString() }, cancellation);
                return (string?)started["executionArn"];
            case ("events", "event-bus"):
                await RouteAsync(arn.Split(':')[3], JsonNode.Parse(input)!.AsObject(), cancellation);
                return null;
            default:
                throw new NotSupportedException($"The local world does not know how to run the target {arn}.");
        }
    }

    private static JsonObject Refused(string code, string message) => new() { ["ErrorCode"] = code, ["ErrorMessage"] = message };

    private async Task<JsonObject> PutAsync(string region, JsonObject entry, CancellationToken cancellation)
    {
        foreach (var field in new[] { "Source", "DetailType", "Detail" })
        {
            if (string.IsNullOrEmpty((string?)entry[field])) return Refused("InvalidArgument", $"Parameter {field} is not valid. Reason: {field} is a required argument.");
        }

        JsonNode? detail;
        try
        {
            detail = JsonNode.Parse((string)entry["Detail"]!);
        }
        catch (System.Text.Json.JsonException)
        {
            return Refused("MalformedDetail", "Detail is malformed.");
        }

        var occurred = Envelope(region, entry, detail);
        await RouteAsync(region, occurred, cancellation);
        return new JsonObject { ["EventId"] = (string)occurred["id"]! };
    }

    private JsonObject Envelope(string region, JsonObject entry, JsonNode? detail) => new()
    {
        ["version"] = "0",
        ["id"] = Randomness.Identity().ToString(),
        ["detail-type"] = (string)entry["DetailType"]!,
        ["source"] = (string)entry["Source"]!,
        ["account"] = World.Account,
        ["time"] = world.Clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["region"] = region,
        ["resources"] = entry["Resources"]?.DeepClone() ?? new JsonArray(),
        ["detail"] = detail,
    };

    private async Task RouteAsync(string region, JsonObject occurred, CancellationToken cancellation)
    {
        foreach (var rule in (await RulesAsync(region, cancellation)).OfType<JsonNode>())
        {
            if ((string?)rule["EventPattern"] is not { } pattern || (string?)rule["State"] == "DISABLED" || !EventPattern.Matches(JsonNode.Parse(pattern)!, occurred)) continue;

            foreach (var target in await TargetsAsync(region, (string)rule["Name"]!, cancellation))
                await RunAsync(target!, region, EventInput.For(target!, occurred), cancellation);
        }
    }

    private async Task<JsonArray> RulesAsync(string region, CancellationToken cancellation) =>
        (await world.Moto.JsonAsync("events", region, "AWSEvents.ListRules", new JsonObject(), cancellation))["Rules"]!.AsArray();

    private async Task<JsonArray> TargetsAsync(string region, string rule, CancellationToken cancellation) =>
        (await world.Moto.JsonAsync("events", region, "AWSEvents.ListTargetsByRule", new JsonObject { ["Rule"] = rule }, cancellation))["Targets"]!.AsArray();
}
