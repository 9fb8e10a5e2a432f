using System.Net;
using System.Text.Json.Nodes;

namespace Gatehouse.Local.Events;

/// <summary>
/// EventBridge's pattern language: an object matches when each of its fields does, a list when one of its entries does.
/// Entries are values or one of <c>prefix</c>, <c>suffix</c>, <c>anything-but</c>, <c>exists</c>, <c>numeric</c>, <c>equals-ignore-case</c>, <c>wildcard</c>, <c>cidr</c>; <c>$or</c> is understood.
/// Any other is refused, so that no rule matches by accident.
/// </summary>
public static class EventPattern
{
    public static bool Matches(JsonNode pattern, JsonNode? value) => pattern.AsObject().All(field => field.Key == "$or"
        ? field.Value!.AsArray().Any(alternative => Matches(alternative!, value))
        : Field(field.Value!, value, field.Key));

    private static bool Field(JsonNode expected, JsonNode? parent, string name)
    {
        // A list of objects matches when one of them does.
        if (parent is JsonArray many) return many.Any(item => Field(expected, item, name));

        var present = parent is JsonObject holder && holder.ContainsKey(name);
        var value = present ? parent![name] : null;
        return expected is JsonArray entries ? entries.Any(entry => Entry(entry, value, present)) : Matches(expected, value);
    }

    private static bool Entry(JsonNode? entry, JsonNode? value, bool present)
    {
        if (entry is JsonObject test && test.FirstOrDefault() is { Key: "exists", Value: { } wanted })
            return (bool)wanted == (present && value is not JsonObject);
        if (!present) return false;

        return value is JsonArray items && items.Count > 0 ? items.Any(item => Value(entry, item)) : Value(entry, value);
    }

    private static bool Value(JsonNode? entry, JsonNode? value) =>
        entry is JsonObject test ? Test(test.Single().Key, test.Single().Value!, value) : JsonNode.DeepEquals(entry, value);

    private static bool Test(string name, JsonNode argument, JsonNode? value) => name switch
    {
        "prefix" => Text(value) is { } text && Affix(argument, text, text.StartsWith),
        "suffix" => Text(value) is { } text && Affix(argument, text, text.EndsWith),
        "equals-ignore-case" => Text(value)?.Equals((string)argument!, StringComparison.OrdinalIgnoreCase) == true,
        "wildcard" => Text(value) is { } text && Wildcard((string)argument!, text),
        "anything-but" => !Excluded(argument).Any(excluded => Value(excluded, value)),
        "numeric" => value is JsonValue number && number.TryGetValue<double>(out var actual) && Numeric(argument.AsArray(), actual),
        "cidr" => IPAddress.TryParse(Text(value), out var address) && IPNetwork.Parse((string)argument!).Contains(address),
        _ => throw new NotSupportedException($"The event pattern '{name}' is not one that the local world knows."),
    };

    private static bool Affix(JsonNode argument, string text, Func<string, StringComparison, bool> has)
    {
        _ = text;
        return argument is JsonObject folded
            ? has((string)folded["equals-ignore-case"]!, StringComparison.OrdinalIgnoreCase)
            : has((string)argument!, StringComparison.Ordinal);
    }

    private static IEnumerable<JsonNode?> Excluded(JsonNode argument) => argument switch
    {
        JsonArray list => list,
        JsonObject test when test.Single() is { Key: var name, Value: JsonArray many } => many.Select(each => (JsonNode?)new JsonObject { [name] = each!.DeepClone() }),
        _ => [argument],
    };

    private static bool Numeric(JsonArray test, double actual) => test.Chunk(2).All(pair => ((string)pair[0]!, (double)pair[1]!) switch
    {
        ("=", var bound) => actual == bound,
        ("<", var bound) => actual < bound,
        ("<=", var bound) => actual <= bound,
        (">", var bound) => actual > bound,
        (">=", var bound) => actual >= bound,
        (var sign, _) => throw new NotSupportedException($"'{sign}' compares no numbers in an event pattern."),
    });

    private static bool Wildcard(string pattern, string text)
    {
        var expression = string.Join(".*", pattern.Split('*').Select(System.Text.RegularExpressions.Regex.Escape));
        return System.Text.RegularExpressions.Regex.IsMatch(text, $"^{expression}$", System.Text.RegularExpressions.RegexOptions.Singleline);
    }

    private static string? Text(JsonNode? value) => value is JsonValue text && text.TryGetValue<string>(out var found) ? found : null;
}
