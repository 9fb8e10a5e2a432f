using System.Reflection;
using System.Text.Json;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;
using Amazon.Lambda.SQSEvents;
using Gatehouse.Account;
using Gatehouse.Keys.Leaks;
using Gatehouse.Root;
using Gatehouse.Runtime;

namespace Gatehouse.Tests.House;

/// <summary>Every sample under <c>events/</c> is read as the function that it knocks at reads it.</summary>
public class EventsTests
{
    private static readonly string Events = Repository.Path("events");

    public static TheoryData<string> Files => [.. Directory
        .EnumerateFiles(Events, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Events, file))
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_sample_deserialises_to_what_its_function_takes(string file)
    {
        using var content = File.OpenRead(Path.Combine(Events, file));

        Read(file.Split('/'), content).ShouldNotBeNull();
    }

    [Fact]
    public void Every_event_of_CloudTrail_has_an_id_of_its_own() => Directory.EnumerateFiles(Events, "*", SearchOption.AllDirectories)
        .Where(file => Path.GetRelativePath(Events, file).Split('/')[0] is "iam" or "signin")
        .Select(file => JsonSerializer.Deserialize(File.ReadAllText(file), GatehouseJson.Default.CloudWatchEventCloudTrailEvent)!.Detail.EventID)
        .ShouldBeUnique();

    [Theory]
    [MemberData(nameof(Functions))]
    public void Every_function_has_a_sample(string function)
    {
        var folder = function switch
        {
            "ReceiveWebhook" => "apigateway/github-webhook/",
            "RecordMailEvent" => "ses/mail/",
            "RecordMfaEvents" or "DeliverRootAlerts" => $"sqs/{function}/",
            "FollowRootAccounts" => $"schedule/{function}/",
            "KeepPasswordPolicy" => "cloudformation/KeepPasswordPolicy/",
            _ => $"states/{function}/",
        };

        Directory.EnumerateFiles(Path.Combine(Events, folder)).ShouldNotBeEmpty();
    }

    public static TheoryData<string> Functions => [.. AllFunctions.Select(method => method.Name)];

    private static IEnumerable<MethodInfo> AllFunctions => typeof(GatehouseJson).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods())
        .Where(method => method.GetCustomAttribute<LambdaFunctionAttribute>() is not null);

    private static object? Read(string[] place, Stream content) => place switch
    {
        ["apigateway", ..] => JsonSerializer.Deserialize(content, GatehouseJson.Default.APIGatewayHttpApiV2ProxyRequest) is { Body: not null } request ? request : null,
        ["iam" or "signin", var name, ..] => JsonSerializer.Deserialize(content, GatehouseJson.Default.CloudWatchEventCloudTrailEvent) is { Detail: { EventID.Length: 36 } told } && told.EventName == name && told.EventTime != default ? told : null,
        ["health", var code, ..] => JsonSerializer.Deserialize(content, GatehouseJson.Default.LeakInput) is { Source: LeakInput.Health, Account.Length: 12, Detail.AffectedEntities.Count: > 0 } told && told.Detail.EventTypeCode == code ? told : null,
        ["gatehouse", "heartbeat", ..] => JsonSerializer.Deserialize(content, GatehouseJson.Default.CloudWatchEventCloudTrailEvent) is { Source: RootHeartbeat.Source } beat ? beat : null,
        ["sqs", ..] => JsonSerializer.Deserialize(content, GatehouseJson.Default.SQSEvent) is { Records.Count: > 0 } messages && messages.Records.TrueForAll(IsWatched) ? messages : null,
        ["ses", ..] => JsonSerializer.Deserialize(content, GatehouseJson.Default.CloudWatchEventMailEvent) is { Detail.Mail: not null } mail ? mail : null,
        ["schedule", var function, ..] => JsonSerializer.Deserialize(content, GatehouseJson.Default.GetTypeInfo(PayloadOf(function))!) is ScheduledEvent { Id.Length: 36 } schedule ? schedule : null,
        ["cloudformation", var function, ..] => JsonSerializer.Deserialize(content, GatehouseJson.Default.GetTypeInfo(PayloadOf(function))!) is CustomResourceRequest { ResponseURL: not null } request ? request : null,
        ["states", var function, ..] => JsonSerializer.Deserialize(content, GatehouseJson.Default.GetTypeInfo(PayloadOf(function))!),
        ["github", ..] => JsonDocument.Parse(content).RootElement.ValueKind,
        _ => throw new InvalidOperationException($"Say here what {string.Join('/', place)} is read as."),
    };

    private static bool IsWatched(SQSEvent.SQSMessage message) =>
        message is { MessageId.Length: > 0, EventSource: "aws:sqs" } && JsonSerializer.Deserialize(message.Body, GatehouseJson.Default.CloudWatchEventCloudTrailEvent) is { Source: "aws.iam" or "aws.signin" or RootHeartbeat.Source };

    private static Type PayloadOf(string function) => AllFunctions.Single(method => method.Name == function).GetParameters()[0].ParameterType;
}
