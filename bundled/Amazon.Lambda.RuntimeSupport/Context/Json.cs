using System.Text.Json;

namespace Amazon.Lambda.RuntimeSupport.Context;

/// <summary>Reads what a header may or may not hold; anything of another shape counts as missing.</summary>
internal static class Json
{
    public static string Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    public static Dictionary<string, string> Texts(JsonElement element, string name)
    {
        var texts = new Dictionary<string, string>();
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out var values) || values.ValueKind != JsonValueKind.Object)
            return texts;

        foreach (var value in values.EnumerateObject())
            texts[value.Name] = value.Value.ValueKind == JsonValueKind.String ? value.Value.GetString() : value.Value.GetRawText();
        return texts;
    }
}
