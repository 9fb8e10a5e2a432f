using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gatehouse.Local.Events;

/// <summary>What EventBridge puts around an event.</summary>
public static class EventEnvelope
{
    private static readonly string[] Required = ["Source", "DetailType", "Detail"];

    /// <summary>The event of an entry of PutEvents, or the error that its entry of the answer says.</summary>
    public static (JsonObject? Occurred, JsonObject? Refused) Of(JsonObject entry, string account, string region, DateTimeOffset now)
    {
        foreach (var field in Required)
        {
            if (string.IsNullOrEmpty((string?)entry[field])) return (null, Refusal("InvalidArgument", $"Parameter {field} is not valid. Reason: {field} is a required argument."));
        }

        try
        {
            return (Make((string)entry["Source"]!, (string)entry["DetailType"]!, JsonNode.Parse((string)entry["Detail"]!), account, region, now, entry["Resources"]?.DeepClone() as JsonArray), null);
        }
        catch (JsonException)
        {
            return (null, Refusal("MalformedDetail", "Detail is malformed."));
        }
    }

    public static JsonObject Refusal(string code, string message) => new() { ["ErrorCode"] = code, ["ErrorMessage"] = message };

    public static JsonObject Make(string source, string detailType, JsonNode? detail, string account, string region, DateTimeOffset now, JsonArray? resources = null) => new()
    {
        ["version"] = "0",
        ["id"] = Randomness.Identity().ToString(),
        ["detail-type"] = detailType,
        ["source"] = source,
        ["account"] = account,
        ["time"] = now.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["region"] = region,
        ["resources"] = resources ?? [],
        ["detail"] = detail,
    };
}
