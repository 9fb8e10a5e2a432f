using System.Text.Json.Nodes;

namespace Gatehouse.Local.Deploy;

/// <summary>A stack that moto has created, with what its intrinsic functions come to: moto passes over some types, which the world reads from the template itself.</summary>
public sealed class Deployment(StackTemplate stack, IReadOnlyDictionary<string, string> physicalIds)
{
    public StackTemplate Stack { get; } = stack;

    /// <summary>The text that a value of the template comes to; refuses an intrinsic function that the world does not know.</summary>
    public string Resolve(JsonNode? value)
    {
        if (value is JsonValue plain) return plain.ToString();
        if (value is not JsonObject call || call.Count != 1) throw new NotSupportedException($"The template's {value?.ToJsonString()} is no text.");

        var (name, argument) = call.Single();
        return name switch
        {
            "Ref" => Reference((string)argument!),
            "Fn::Join" => string.Join((string)argument![0]!, argument[1]!.AsArray().Select(Resolve)),
            "Fn::Sub" when argument is JsonValue => Substitute((string)argument!),
            "Fn::GetAtt" => Attribute((string)argument![0]!, (string)argument[1]!),
            _ => throw new NotSupportedException($"The local world does not resolve {name}."),
        };
    }

    /// <summary>A copy of a value of the template in which each intrinsic function is the text that it comes to.</summary>
    public JsonNode ResolveAll(JsonNode value) => value switch
    {
        JsonObject { Count: 1 } call when call.Single().Key is "Ref" or ['F', 'n', ':', ':', ..] => JsonValue.Create(Resolve(call)),
        JsonObject fields => new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, field.Value is null ? null : ResolveAll(field.Value)))),
        JsonArray items => new JsonArray([.. items.Select(item => item is null ? null : ResolveAll(item))]),
        _ => value.DeepClone(),
    };

    private string Reference(string name) => name switch
    {
        "AWS::AccountId" => World.Account,
        "AWS::Region" => Stack.Region,
        "AWS::Partition" => "aws",
        "AWS::URLSuffix" => "amazonaws.com",
        "AWS::StackName" => Stack.Name,
        _ => physicalIds.TryGetValue(name, out var id) ? id : name,
    };

    private string Attribute(string resource, string attribute)
    {
        var id = Reference(resource);
        return ((string?)Stack.Template["Resources"]?[resource]?["Type"], attribute) switch
        {
            ("AWS::Events::EventBus", "Arn") => new Events.BusAddress(World.Account, Stack.Region, id).Arn,
            // moto knows a queue by its address, which ends in its name.
            ("AWS::SQS::Queue", "Arn") => $"arn:aws:sqs:{Stack.Region}:{World.Account}:{id.Split('/')[^1]}",
            ("AWS::Lambda::Function", "Arn") => $"arn:aws:lambda:{Stack.Region}:{World.Account}:function:{id}",
            (_, "Arn") when id.StartsWith("arn:", StringComparison.Ordinal) => id,
            (var type, _) => throw new NotSupportedException($"The local world does not resolve {attribute} of {type}."),
        };
    }

    private string Substitute(string text) =>
        System.Text.RegularExpressions.Regex.Replace(text, @"\$\{([^}]+)\}", match => Reference(match.Groups[1].Value));
}
