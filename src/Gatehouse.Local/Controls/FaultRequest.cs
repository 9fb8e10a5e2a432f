using System.Text.Json;
using System.Text.Json.Nodes;
using Gatehouse.Local.Aws;

namespace Gatehouse.Local.Controls;

/// <summary>
/// <c>{"service","action","code","status","times"}</c>, or <c>"kill":true</c> instead of a code.
/// Left out: status 400 (500 for a kill), times 1, after false, every 1, skip one less than every.
/// </summary>
public static class FaultRequest
{
    private const string Text = "text", Number = "a number", Truth = "true or false";

    private static readonly Dictionary<string, string> Takes = new()
    {
        ["service"] = Text,
        ["action"] = Text,
        ["code"] = Text,
        ["status"] = Number,
        ["times"] = Number,
        ["kill"] = Truth,
        ["after"] = Truth,
        ["skip"] = Number,
        ["every"] = Number,
    };

    public static Fault? Read(JsonObject? body, out string refusal)
    {
        refusal = "";
        if (body is null) return Refuse("The body is no JSON object.", out refusal);

        if (Senseless(body) is { } senseless) return Refuse(senseless, out refusal);

        var kill = Get(body, "kill", false);
        if (Get<string?>(body, "service", null) is not { Length: > 0 } service) return Refuse("'service' is missing: a signing name such as iam, ses, states, dynamodb, s3, github or slack.", out refusal);
        if (Get<string?>(body, "action", null) is not { Length: > 0 } action) return Refuse("'action' is missing: a name as GET /api/calls shows it, or *.", out refusal);
        if (Get<string?>(body, "code", null) is null && !kill) return Refuse("'code' is missing: the error to answer, or \"kill\":true.", out refusal);

        var status = Get(body, "status", kill ? 500 : 400);
        if (status is < 400 or > 599) return Refuse($"'status' is {status}: an error is 400 to 599.", out refusal);

        var times = Get(body, "times", 1);
        var every = Get(body, "every", 1);
        var skip = Get(body, "skip", every - 1);
        return times < 1 ? Refuse($"'times' is {times}: at least 1.", out refusal)
            : every < 1 ? Refuse($"'every' is {every}: at least 1.", out refusal)
            : skip < 0 ? Refuse($"'skip' is {skip}: at least 0.", out refusal)
            : new Fault(service, action, Get(body, "code", "InternalFailure"), status, times, kill, Get(body, "after", false), skip, every);
    }

    // A misspelt key or a number in quotes would otherwise play another fault than the one that was meant.
    private static string? Senseless(JsonObject body)
    {
        foreach (var (name, value) in body)
        {
            if (!Takes.TryGetValue(name, out var takes)) return $"'{name}' is unknown: there are {string.Join(", ", Takes.Keys)}.";
            if (value is not null && Kind(value) != takes) return $"'{name}' is {value.ToJsonString()}: it takes {takes}.";
        }

        return null;
    }

    private static string? Kind(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.String => Text,
        JsonValueKind.Number => Number,
        JsonValueKind.True or JsonValueKind.False => Truth,
        _ => null,
    };

    private static Fault? Refuse(string why, out string refusal)
    {
        refusal = why;
        return null;
    }

    private static T Get<T>(JsonObject body, string name, T otherwise) => body[name] is JsonValue value && value.TryGetValue<T>(out var found) ? found : otherwise;
}
