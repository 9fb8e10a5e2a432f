using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Gatehouse.Runtime;

namespace Gatehouse.Ledger;

/// <summary>The one DynamoDB table that remembers what was done: keys <c>pk</c> and <c>sk</c>, and the attribute names that its rooms share.</summary>
public sealed class LedgerTable(IAmazonDynamoDB dynamo, Settings settings)
{
    public const string Pk = "pk";
    public const string Sk = "sk";
    public const string Expires = "expires";
    public const string Open = "open";
    public const string At = "at";
    public const string ByPerson = "by-person";
    public const string ByDay = "by-day";
    public const string ByPullRequest = "by-pull-request";
    public const string ByOpen = "open";

    public IAmazonDynamoDB Dynamo => dynamo;

    public string Name => settings.Table;

    public static Dictionary<string, AttributeValue> Key(string pk, string sk) => new() { [Pk] = Text(pk), [Sk] = Text(sk) };

    public static AttributeValue Text(string value) => new() { S = value };

    public static AttributeValue Number(long value) => new() { N = value.ToString(CultureInfo.InvariantCulture) };

    /// <summary>ISO 8601 in UTC to the millisecond: sorts as text.</summary>
    public static string Stamp(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    public async Task<Dictionary<string, AttributeValue>?> FindAsync(string pk, string sk, CancellationToken cancellationToken)
    {
        var answer = await dynamo.GetItemAsync(new GetItemRequest { TableName = Name, Key = Key(pk, sk), ConsistentRead = true }, cancellationToken);
        return answer.Item is { Count: > 0 } item ? item : null;
    }

    public Task PutAsync(Dictionary<string, AttributeValue> item, CancellationToken cancellationToken) =>
        dynamo.PutItemAsync(new PutItemRequest { TableName = Name, Item = item }, cancellationToken);

    /// <summary>Puts an item that is not there yet; one that is stays as it is.</summary>
    /// <returns>Whether this call put it.</returns>
    public async Task<bool> PutOnceAsync(Dictionary<string, AttributeValue> item, CancellationToken cancellationToken)
    {
        try
        {
            await dynamo.PutItemAsync(new PutItemRequest { TableName = Name, Item = item, ConditionExpression = "attribute_not_exists(pk)" }, cancellationToken);
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            return false;
        }
    }

    /// <summary>Every item of a partition, or of an index's partition, page by page.</summary>
    public async Task<List<Dictionary<string, AttributeValue>>> QueryAsync(string? index, string keyName, string keyValue, CancellationToken cancellationToken)
    {
        var request = new QueryRequest
        {
            TableName = Name,
            IndexName = index,
            ConsistentRead = index is null,
            KeyConditionExpression = "#key = :key",
            ExpressionAttributeNames = new() { ["#key"] = keyName },
            ExpressionAttributeValues = new() { [":key"] = Text(keyValue) },
        };
        var items = new List<Dictionary<string, AttributeValue>>();
        do
        {
            var page = await dynamo.QueryAsync(request, cancellationToken);
            items.AddRange(page.Items ?? []);
            request.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 });
        return items;
    }
}
