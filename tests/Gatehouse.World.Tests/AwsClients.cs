using System.Text;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.IdentityManagement;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.StepFunctions;

namespace Gatehouse.World.Tests;

/// <summary>The world's AWS, through the clients that anyone would use.</summary>
public sealed class AwsClients(WorldFixture world) : IDisposable
{
    private static readonly BasicAWSCredentials Anyone = new("anyone", "at all");
    private readonly HttpClient http = new();

    public AmazonIdentityManagementServiceClient Iam { get; } = new(Anyone, At(new AmazonIdentityManagementServiceConfig(), world));

    public AmazonStepFunctionsClient StepFunctions { get; } = new(Anyone, At(new AmazonStepFunctionsConfig(), world));

    public AmazonDynamoDBClient DynamoDb { get; } = new(Anyone, At(new AmazonDynamoDBConfig(), world));

    public AmazonS3Client S3 { get; } = new(Anyone, At(new AmazonS3Config { ForcePathStyle = true }, world));

    /// <summary>The whole history of an execution, as Step Functions tells it.</summary>
    public Task<string> HistoryAsync(string execution) =>
        JsonAsync("states", "AWSStepFunctions.GetExecutionHistory", new JsonObject { ["executionArn"] = execution, ["includeExecutionData"] = true });

    /// <summary>The text that a secret holds.</summary>
    public async Task<string> SecretAsync(string id) =>
        (string)JsonNode.Parse(await JsonAsync("secretsmanager", "secretsmanager.GetSecretValue", new JsonObject { ["SecretId"] = id }))!["SecretString"]!;

    public Task PutSecretAsync(string id, string text) => JsonAsync("secretsmanager", "secretsmanager.PutSecretValue", new JsonObject { ["SecretId"] = id, ["SecretString"] = text });

    /// <summary>Puts an event on the home region's default bus, as an AWS service does.</summary>
    public Task PutEventAsync(string source, string detailType, JsonObject detail) => PutEventsAsync(world.Where.Region, "anyone", null, (source, detailType, detail));

    /// <summary>Puts an event of IAM or of a sign-in where AWS puts it: on the default bus of us-east-1, of this account or of another (its number).</summary>
    public Task PutGlobalEventAsync(string source, string detailType, JsonObject detail, string account = "anyone") => PutEventsAsync("us-east-1", account, null, (source, detailType, detail));

    /// <summary>Puts events on a bus, of which the default one has no name here; answers what PutEvents answered.</summary>
    public async Task<JsonNode> PutEventsAsync(string region, string account, string? bus, params (string Source, string DetailType, JsonObject Detail)[] events) =>
        JsonNode.Parse(await JsonAsync("events", "AWSEvents.PutEvents", new JsonObject { ["Entries"] = new JsonArray([.. events.Select(one => Entry(one.Source, one.DetailType, one.Detail, bus))]) }, region, account))!;

    /// <summary>The audit entries that an index of the ledger has for a value, oldest first.</summary>
    public async Task<List<Dictionary<string, AttributeValue>>> TrailAsync(string index, string key, string value)
    {
        var found = await DynamoDb.QueryAsync(new QueryRequest
        {
            TableName = await LedgerAsync(),
            IndexName = index,
            KeyConditionExpression = "#key = :value",
            ExpressionAttributeNames = new() { ["#key"] = key },
            ExpressionAttributeValues = new() { [":value"] = new AttributeValue(value) },
        });
        return found.Items;
    }

    /// <summary>The name of the ledger's table.</summary>
    public async Task<string> LedgerAsync() =>
        (await DynamoDb.ListTablesAsync(new ListTablesRequest())).TableNames.Single(one => one.EndsWith("-ledger", StringComparison.Ordinal));

    /// <summary>Everything that the ledger holds.</summary>
    public async Task<IReadOnlyList<Dictionary<string, AttributeValue>>> LedgerItemsAsync()
    {
        var items = new List<Dictionary<string, AttributeValue>>();
        await foreach (var page in DynamoDb.Paginators.Scan(new ScanRequest { TableName = await LedgerAsync() }).Responses)
        {
            items.AddRange(page.Items);
        }

        return items;
    }

    /// <summary>SES's message id of a person's welcome, and the welcome's name, from the ledger.</summary>
    public async Task<(string MessageId, string Welcome)> WelcomeOfAsync(string name)
    {
        var welcome = (await LedgerItemsAsync()).Single(item => item["pk"].S.StartsWith("WELCOME#", StringComparison.Ordinal) && item["name"].S == name);
        return (welcome["messageId"].S, welcome["pk"].S["WELCOME#".Length..]);
    }

    public void Dispose()
    {
        http.Dispose();
        Iam.Dispose();
        StepFunctions.Dispose();
        DynamoDb.Dispose();
        S3.Dispose();
    }

    private static JsonObject Entry(string source, string detailType, JsonObject detail, string? bus)
    {
        var entry = new JsonObject { ["Source"] = source, ["DetailType"] = detailType, ["Detail"] = detail.ToJsonString() };
        if (bus is not null) entry["EventBusName"] = bus;
        return entry;
    }

    /// <summary>Invokes a function and waits for its answer, whose headers say whether it failed.</summary>
    public async Task<HttpResponseMessage> InvokeAsync(string function, string payload)
    {
        using var body = new StringContent(payload, Encoding.UTF8, "application/json");
        return await http.PostAsync(new Uri(world.Where.Aws, $"2015-03-31/functions/{function}/invocations"), body);
    }

    /// <summary>A call of a service that has no client here.</summary>
    public async Task<string> JsonAsync(string service, string target, JsonObject body, string? region = null, string key = "anyone")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, world.Where.Aws) { Content = new StringContent(body.ToJsonString(), null, "application/x-amz-json-1.1") };
        request.Headers.Add("X-Amz-Target", target);
        request.Headers.TryAddWithoutValidation("Authorization", $"AWS4-HMAC-SHA256 Credential={key}/20260101/{region ?? world.Where.Region}/{service}/aws4_request, SignedHeaders=host, Signature=0");
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? text : throw new InvalidOperationException($"{target}: {(int)answer.StatusCode} {text}");
    }

    private static T At<T>(T config, WorldFixture world)
        where T : ClientConfig
    {
        config.ServiceURL = world.Where.Aws.ToString();
        config.AuthenticationRegion = world.Where.Region;
        config.MaxErrorRetry = 0;
        return config;
    }
}
