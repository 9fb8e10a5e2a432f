using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gatehouse.Aws;

/// <summary>The id of an access key: <c>AKIA…</c> for one that lasts, <c>ASIA…</c> for one of a session. It is no secret.</summary>
[JsonConverter(typeof(AccessKeyIdJson))]
public sealed record AccessKeyId(string Value) : IComparable<AccessKeyId>
{
    /// <summary>Whether it belongs to a session, which ends by itself.</summary>
    public bool IsTemporary => Value.StartsWith("ASIA", StringComparison.Ordinal);

    public int CompareTo(AccessKeyId? other) => StringComparer.Ordinal.Compare(Value, other?.Value);

    public override string ToString() => Value;

    public static bool operator <(AccessKeyId left, AccessKeyId right) => left.CompareTo(right) < 0;

    public static bool operator <=(AccessKeyId left, AccessKeyId right) => left.CompareTo(right) <= 0;

    public static bool operator >(AccessKeyId left, AccessKeyId right) => left.CompareTo(right) > 0;

    public static bool operator >=(AccessKeyId left, AccessKeyId right) => left.CompareTo(right) >= 0;
}

/// <summary>Writes a key's id as a plain string.</summary>
public sealed class AccessKeyIdJson : JsonConverter<AccessKeyId>
{
    public override AccessKeyId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? new(reader.GetString()!) : throw new JsonException($"A key's id is a string, not {reader.TokenType}.");

    public override void Write(Utf8JsonWriter writer, AccessKeyId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
