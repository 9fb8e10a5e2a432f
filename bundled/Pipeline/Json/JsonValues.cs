using System.Globalization;
using System.Text.Json;

namespace Bundled.Pipeline;

/// <summary>Reads the values of a JSON answer as the types that the SDK offers them in.</summary>
internal static class JsonValues
{
    public static void Fill(this JsonElement value, IJsonShape shape)
    {
        foreach (var field in value.EnumerateObject())
        {
            if (field.Value.ValueKind != JsonValueKind.Null) shape.Read(field.Name, field.Value);
        }
    }

    public static T Shape<T>(this JsonElement value) where T : IJsonShape, new()
    {
        var shape = new T();
        value.Fill(shape);
        return shape;
    }

    public static List<T> Shapes<T>(this JsonElement value) where T : IJsonShape, new() => [.. value.EnumerateArray().Select(Shape<T>)];

    public static List<string> Texts(this JsonElement value) => [.. value.EnumerateArray().Select(item => item.GetString())];

    public static MemoryStream Blob(this JsonElement value) => new(value.GetBytesFromBase64());

    /// <summary>Seconds since 1970, with a fraction, as the services send it; or ISO 8601, as some emulators do.</summary>
    public static DateTime? Timestamp(this JsonElement value) => value.ValueKind == JsonValueKind.Number
        ? DateTime.UnixEpoch.AddSeconds(value.GetDouble())
        : DateTime.Parse(value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
