using System.Text.Json;
using System.Text.RegularExpressions;

namespace Gatehouse.Tests.Register;

/// <summary>Judges a document by the keywords that our schema uses, and fails on one that it does not know.</summary>
internal sealed class SchemaSubset(JsonElement root)
{
    public bool Takes(JsonElement value) => Takes(root, value);

    private bool Takes(JsonElement schema, JsonElement value) => schema.EnumerateObject().All(keyword => keyword.Name switch
    {
        "$schema" or "$defs" or "title" or "description" or "default" => true,
        "$ref" => Takes(Resolve(keyword.Value.GetString()!), value),
        "type" => IsOf(keyword.Value.GetString()!, value),
        "required" => value.ValueKind != JsonValueKind.Object || Has(value, keyword.Value),
        "properties" => value.ValueKind != JsonValueKind.Object || Properties(keyword.Value, value),
        "dependentRequired" => value.ValueKind != JsonValueKind.Object || keyword.Value.EnumerateObject().All(held => !value.TryGetProperty(held.Name, out _) || Has(value, held.Value)),
        "oneOf" => keyword.Value.EnumerateArray().Count(one => Takes(one, value)) == 1,
        "propertyNames" => value.ValueKind != JsonValueKind.Object || value.EnumerateObject().All(member => Regex.IsMatch(member.Name, keyword.Value.GetProperty("pattern").GetString()!)),
        "additionalProperties" => value.ValueKind != JsonValueKind.Object || Others(schema, keyword.Value, value),
        "minItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= keyword.Value.GetInt32(),
        "items" => value.ValueKind != JsonValueKind.Array || value.EnumerateArray().All(item => Takes(keyword.Value, item)),
        "pattern" => value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, keyword.Value.GetString()!),
        "maxLength" => value.ValueKind != JsonValueKind.String || value.GetString()!.Length <= keyword.Value.GetInt32(),
        "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() >= keyword.Value.GetDouble(),
        "maximum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() <= keyword.Value.GetDouble(),
        var unknown => throw new InvalidOperationException($"Teach SchemaSubset the keyword {unknown}."),
    });

    private static bool Has(JsonElement value, JsonElement names) => names.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _));

    private bool Properties(JsonElement properties, JsonElement value) =>
        value.EnumerateObject().All(member => !properties.TryGetProperty(member.Name, out var schema) || Takes(schema, member.Value));

    private bool Others(JsonElement schema, JsonElement others, JsonElement value) => value.EnumerateObject()
        .Where(member => !(schema.TryGetProperty("properties", out var known) && known.TryGetProperty(member.Name, out _)))
        .All(member => others.ValueKind != JsonValueKind.False && Takes(others, member.Value));

    private JsonElement Resolve(string reference) =>
        reference.Split('/').Skip(1).Aggregate(root, (place, name) => place.GetProperty(name));

    private static bool IsOf(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && double.IsInteger(value.GetDouble()),
        _ => throw new InvalidOperationException($"Teach SchemaSubset the type {type}."),
    };
}
