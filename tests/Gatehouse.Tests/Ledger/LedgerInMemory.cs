using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Gatehouse.Ledger;
using Gatehouse.Runtime;
using Gatehouse.Tests.Aws;

namespace Gatehouse.Tests.Ledger;

/// <summary>The ledger's table in memory, reached through the real client: so that a test runs a step twice, or breaks it off, and looks at what is there.</summary>
internal sealed class LedgerInMemory : HttpMessageHandler
{
    private readonly SortedDictionary<string, JsonObject> items = new(StringComparer.Ordinal);
    private readonly AmazonDynamoDBClient dynamo;

    public LedgerInMemory()
    {
        dynamo = new AmazonDynamoDBClient(AwsOver.Credentials, new AmazonDynamoDBConfig().Over(this));
        Table = new LedgerTable(dynamo, Settings);
        Audit = new Audit(Table, Settings);
    }

    public static Settings Settings { get; } = new(name => name is SettingNames.AuditYears or SettingNames.FirstPasswordDays ? "7" : "gatehouse-ledger");

    public LedgerTable Table { get; }

    public Audit Audit { get; }

    /// <summary>The writing calls so far, by operation and key.</summary>
    public List<string> Writes { get; } = [];

    /// <summary>The write, counted from 1, at which the process dies, before it takes effect; none where it is 0.</summary>
    public int DiesAtWrite { get; set; }

    /// <summary>What somebody else does just before the next write, once.</summary>
    public Func<Task>? BeforeNextWrite { get; set; }

    /// <summary>How many of the next transactions meet another that writes the same items.</summary>
    public int Conflicts { get; set; }

    public IReadOnlyList<JsonObject> ItemsOf(string pk) => [.. items.Values.Where(item => item["pk"]!["S"]!.GetValue<string>().StartsWith(pk, StringComparison.Ordinal))];

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            dynamo.Dispose();
        }

        base.Dispose(disposing);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var operation = request.Headers.GetValues("X-Amz-Target").Single().Split('.')[1];
        var body = JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!.AsObject();
        if (operation is not ("GetItem" or "Query") && BeforeNextWrite is { } meanwhile)
        {
            BeforeNextWrite = null;
            await meanwhile();
        }

        return operation switch
        {
            "GetItem" => Ok(items.TryGetValue(Place(body["Key"]!), out var item) ? new JsonObject { ["Item"] = item.DeepClone() } : []),
            // An item without an index's sort key is not in it.
            "Query" => Ok(new JsonObject { ["Items"] = new JsonArray([.. items.Values.Where(item => new Expression(body, null).HasKey(item) && (body["IndexName"] is null || item.ContainsKey(LedgerTable.At))).Select(item => item.DeepClone())]) }),
            "PutItem" => Write(operation, body, body["Item"]!),
            "UpdateItem" or "DeleteItem" => Write(operation, body, body["Key"]!),
            "TransactWriteItems" => Transact(body["TransactItems"]!.AsArray()),
            _ => throw new InvalidOperationException($"The ledger in memory knows no {operation}."),
        };
    }

    private static string Place(JsonNode key) => $"{key["pk"]!["S"]}|{key["sk"]!["S"]}";

    private static HttpResponseMessage Ok(JsonObject answer) => new(HttpStatusCode.OK) { Content = new StringContent(answer.ToJsonString(), Encoding.UTF8, "application/x-amz-json-1.0") };

    private static HttpResponseMessage Refused(string exception, JsonObject answer)
    {
        answer["__type"] = $"com.amazonaws.dynamodb.v20120810#{exception}";
        return new(HttpStatusCode.BadRequest) { Content = new StringContent(answer.ToJsonString(), Encoding.UTF8, "application/x-amz-json-1.0") };
    }

    private HttpResponseMessage Write(string operation, JsonObject body, JsonNode key)
    {
        Count(operation, key);
        var before = items.GetValueOrDefault(Place(key));
        if (!new Expression(body, before).Holds("ConditionExpression"))
        {
            return Refused("ConditionalCheckFailedException", before is null || !body.ContainsKey("ReturnValuesOnConditionCheckFailure") ? [] : new JsonObject { ["Item"] = before.DeepClone() });
        }

        Apply(operation, body, key, before);
        var shown = body["ReturnValues"]?.GetValue<string>() switch { "ALL_OLD" => before, "ALL_NEW" => items[Place(key)], _ => null };
        return Ok(shown is null ? [] : new JsonObject { ["Attributes"] = shown.DeepClone() });
    }

    private HttpResponseMessage Transact(JsonArray writes)
    {
        var all = writes.Select(write => write!.AsObject().Single()).Select(write => (write.Key, Body: write.Value!.AsObject(), Item: write.Value!["Item"] ?? write.Value!["Key"]!)).ToList();
        Count("TransactWriteItems", all[0].Item);
        if (Conflicts > 0)
        {
            Conflicts--;
            return Refused("TransactionCanceledException", new JsonObject { ["CancellationReasons"] = new JsonArray(new JsonObject { ["Code"] = "TransactionConflict" }) });
        }

        var reasons = all.Select(one => new Expression(one.Body, items.GetValueOrDefault(Place(one.Item))).Holds("ConditionExpression") ? "None" : "ConditionalCheckFailed").ToList();
        if (reasons.Contains("ConditionalCheckFailed"))
        {
            return Refused("TransactionCanceledException", new JsonObject { ["CancellationReasons"] = new JsonArray([.. reasons.Select(reason => new JsonObject { ["Code"] = reason })]) });
        }

        all.ForEach(one => Apply($"{one.Key}Item", one.Body, one.Item, items.GetValueOrDefault(Place(one.Item))));
        return Ok([]);
    }

    private void Count(string operation, JsonNode key)
    {
        Writes.Add($"{operation} {Place(key)}");
        if (Writes.Count == DiesAtWrite)
        {
            throw new ProcessDiedException();
        }
    }

    private void Apply(string operation, JsonObject body, JsonNode key, JsonObject? before)
    {
        switch (operation)
        {
            case "PutItem":
                items[Place(key)] = key.DeepClone().AsObject();
                break;
            case "DeleteItem":
                items.Remove(Place(key));
                break;
            default:
                var after = (before ?? key).DeepClone().AsObject();
                new Expression(body, before).Update(after);
                items[Place(key)] = after;
                break;
        }
    }
}

/// <summary>The process that a test runs in is gone; what it did so far stays.</summary>
internal sealed class ProcessDiedException() : Exception("The process died.");
