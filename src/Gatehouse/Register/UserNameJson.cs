using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gatehouse.Register;

/// <summary>Writes a user name as a plain string, also where it is an object's key; refuses anything that is not a string.</summary>
public sealed class UserNameJson : JsonConverter<UserName>
{
    public override UserName Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? new(reader.GetString()!)
            : throw new JsonException($"A user name is a string, not {reader.TokenType}.");

    public override void Write(Utf8JsonWriter writer, UserName value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);

    public override UserName ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString()!);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, UserName value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.Value);
}
