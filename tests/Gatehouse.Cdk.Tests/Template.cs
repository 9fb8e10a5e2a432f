using System.Text.Json.Nodes;

namespace Gatehouse.Cdk.Tests;

/// <summary>A synthesised template, with its references turned into the text that a deployment into account 111122223333 would make of them.</summary>
internal sealed class Template(JsonObject root, string region = "eu-west-2")
{
    private readonly string place = $"{region}:111122223333";

    public JsonObject Root => root;

    public IEnumerable<(string Id, JsonObject Resource)> All => Section("Resources");

    public IEnumerable<(string Id, JsonObject Resource)> Of(string type) => All.Where(one => TypeOf(one.Resource) == type);

    public JsonObject Only(string type) => Of(type).ShouldHaveSingleItem().Resource;

    public JsonObject Function(string method) =>
        Of("AWS::Lambda::Function").Single(one => Text(one.Resource["Properties"]!["FunctionName"]) == $"gatehouse-{method}").Resource["Properties"]!.AsObject();

    public JsonObject Machine(string name) =>
        Of("AWS::StepFunctions::StateMachine").Single(one => Text(one.Resource["Properties"]!["StateMachineName"]) == $"gatehouse-{name}").Resource["Properties"]!.AsObject();

    /// <summary>The logical id of the role of a state machine.</summary>
    public static string RoleOfMachine(JsonObject machine) => machine["RoleArn"]!["Fn::GetAtt"]![0]!.GetValue<string>();

    /// <summary>The statements of a role, by the logical id of the role.</summary>
    public IReadOnlyList<JsonObject> StatementsOf(string role) =>
        [.. root["Resources"]![role]!["Properties"]!["Policies"]!.AsArray().SelectMany(policy => policy!["PolicyDocument"]!["Statement"]!.AsArray()).Select(statement => statement!.AsObject())];

    public static string RoleOf(JsonObject function) => function["Role"]!["Fn::GetAtt"]![0]!.GetValue<string>();

    /// <summary>Each value of a property that may be one or many, as text.</summary>
    public IReadOnlyList<string> Texts(JsonNode? value) => value is JsonArray many ? [.. many.Select(Text)] : [Text(value)];

    public string Text(JsonNode? value) => value switch
    {
        JsonValue plain => plain.ToString(),
        JsonObject { Count: 1 } reference => Resolved(reference.Single().Key, reference.Single().Value!),
        _ => throw new InvalidOperationException($"Not text: {value?.ToJsonString() ?? "null"}"),
    };

    /// <summary>A part of the template with all its references turned into text.</summary>
    public JsonNode Plain(JsonNode value) => value switch
    {
        JsonArray many => new JsonArray([.. many.Select(one => Plain(one!))]),
        JsonObject { Count: 1 } reference when reference.Single().Key is "Ref" or "Fn::Join" or "Fn::GetAtt" => JsonValue.Create(Text(reference)),
        JsonObject fields => new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)Plain(field.Value!)))),
        _ => value.DeepClone(),
    };

    private IEnumerable<(string Id, JsonObject Resource)> Section(string name) => root[name]!.AsObject().Select(one => (one.Key, one.Value!.AsObject()));

    private static string TypeOf(JsonNode resource) => resource["Type"]!.GetValue<string>();

    private string Resolved(string how, JsonNode value) => how switch
    {
        "Fn::Join" => string.Join(value[0]!.GetValue<string>(), value[1]!.AsArray().Select(Text)),
        "Fn::Sub" => value.GetValue<string>().Replace("${AWS::AccountId}", "111122223333", StringComparison.Ordinal),
        "Fn::GetAtt" => Attribute(value[0]!.GetValue<string>(), value[1]!.GetValue<string>()),
        "Ref" => Reference(value.GetValue<string>()),
        _ => throw new InvalidOperationException($"{how} is not known here."),
    };

    private string Reference(string id) => id switch
    {
        "AWS::Partition" => "aws",
        "AWS::AccountId" => "111122223333",
        "AWS::Region" => region,
        _ when root["Parameters"]?[id] is { } parameter => parameter["Default"] is { } usual ? Text(usual) : id,
        _ => NameOf(id, root["Resources"]![id]!),
    };

    private string NameOf(string id, JsonNode resource) => TypeOf(resource) switch
    {
        "AWS::S3::Bucket" => "plan-bucket",
        "AWS::Events::EventBus" or "AWS::Events::Rule" => Text(resource["Properties"]!["Name"]),
        "AWS::DynamoDB::Table" => Text(resource["Properties"]!["TableName"]),
        "AWS::Lambda::Function" => Text(resource["Properties"]!["FunctionName"]),
        "AWS::SecretsManager::Secret" => $"arn:aws:secretsmanager:{place}:secret:{Text(resource["Properties"]!["Name"])}-AbCdEf",
        "AWS::StepFunctions::StateMachine" => $"arn:aws:states:{place}:stateMachine:{Text(resource["Properties"]!["StateMachineName"])}",
        _ => id,
    };

    private string Attribute(string id, string attribute)
    {
        var made = root["Resources"]![id]!["Properties"]!;
        return (TypeOf(root["Resources"]![id]!), attribute) switch
        {
            ("AWS::Lambda::Function", "Arn") => $"arn:aws:lambda:{place}:function:{Text(made["FunctionName"])}",
            ("AWS::Logs::LogGroup", "Arn") => $"arn:aws:logs:{place}:log-group:{Text(made["LogGroupName"])}:*",
            ("AWS::DynamoDB::Table", "Arn") => $"arn:aws:dynamodb:{place}:table/{Text(made["TableName"])}",
            ("AWS::S3::Bucket", "Arn") => "arn:aws:s3:::plan-bucket",
            ("AWS::Events::EventBus", "Arn") => $"arn:aws:events:{place}:event-bus/{Text(made["Name"])}",
            ("AWS::Events::Rule", "Arn") => $"arn:aws:events:{place}:rule/{Text(made["Name"])}",
            ("AWS::SQS::Queue", "Arn") => $"arn:aws:sqs:{place}:{Text(made["QueueName"])}",
            _ => $"{id}.{attribute}",
        };
    }
}
