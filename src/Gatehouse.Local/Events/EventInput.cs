using System.Text.Json.Nodes;

namespace Gatehouse.Local.Events;

/// <summary>What a target receives: the whole event, a part of it (<c>InputPath</c>), a constant (<c>Input</c>), or a template filled in from it.</summary>
public static class EventInput
{
    public static string For(JsonNode target, JsonObject occurred)
    {
        if ((string?)target["Input"] is { Length: > 0 } constant) return constant;
        if ((string?)target["InputPath"] is { Length: > 0 } path) return At(occurred, path)?.ToJsonString() ?? "null";
        if (target["InputTransformer"] is not JsonObject transformer) return occurred.ToJsonString();

        var template = (string)transformer["InputTemplate"]!;
        foreach (var (name, from) in transformer["InputPathsMap"]?.AsObject() ?? []) template = Fill(template, name, At(occurred, (string)from!));

        return template;
    }

    /// <summary>Inside quotes a value goes in as it is, elsewhere as JSON.</summary>
    private static string Fill(string template, string name, JsonNode? value)
    {
        var text = value is JsonValue scalar && scalar.TryGetValue<string>(out var found) ? found : value?.ToJsonString() ?? "";
        return template.Replace($"\"<{name}>\"", System.Text.Json.JsonSerializer.Serialize(text), StringComparison.Ordinal)
            .Replace($"<{name}>", value?.ToJsonString() ?? "null", StringComparison.Ordinal);
    }

    private static JsonNode? At(JsonNode occurred, string path) =>
        path.TrimStart('$').Split('.', StringSplitOptions.RemoveEmptyEntries).Aggregate((JsonNode?)occurred, (node, name) => (node as JsonObject)?[name]);
}
