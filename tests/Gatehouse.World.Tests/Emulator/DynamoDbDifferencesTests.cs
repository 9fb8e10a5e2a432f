using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Gatehouse.World.Tests.Emulator;

/// <summary>The table as the world keeps it, where moto alone would fail or differ. Listed in docs/local-world.md.</summary>
[Collection(SharedWorld.Name)]
public sealed class DynamoDbDifferencesTests(WorldFixture world) : IDisposable
{
    private const string Table = "transactions-test";
    private readonly AwsClients aws = new(world);

    public void Dispose() => aws.Dispose();

    [Fact]
    public async Task Transactions_at_once_all_succeed_and_one_that_fails_undoes_only_its_own_items()
    {
        await CreateTableAsync();

        var many = Enumerable.Range(0, 60).Select(number => WriteAsync($"one-{number}", $"two-{number}"));
        var failing = Enumerable.Range(0, 20).Select(number => Should.ThrowAsync<TransactionCanceledException>(() => FailAsync($"undone-{number}")));
        await Task.WhenAll((Task[])[.. many, .. failing]);

        var items = (await aws.DynamoDb.ScanAsync(new ScanRequest { TableName = Table, ConsistentRead = true })).Items;
        items.Count.ShouldBe(120);
        items.ShouldAllBe(item => !item["pk"].S.StartsWith("undone"));
    }

    private Task<CreateTableResponse> CreateTableAsync() => aws.DynamoDb.CreateTableAsync(new CreateTableRequest
    {
        TableName = Table,
        BillingMode = BillingMode.PAY_PER_REQUEST,
        KeySchema = [new("pk", KeyType.HASH)],
        AttributeDefinitions = [new("pk", ScalarAttributeType.S)],
    });

    private Task<TransactWriteItemsResponse> WriteAsync(params string[] keys) =>
        aws.DynamoDb.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = [.. keys.Select(Put)] });

    private Task<TransactWriteItemsResponse> FailAsync(string key) => aws.DynamoDb.TransactWriteItemsAsync(new TransactWriteItemsRequest
    {
        TransactItems =
        [
            Put(key),
            new() { ConditionCheck = new() { TableName = Table, Key = Key("nowhere"), ConditionExpression = "attribute_exists(pk)" } },
        ],
    });

    private static TransactWriteItem Put(string key) => new() { Put = new() { TableName = Table, Item = Key(key) } };

    private static Dictionary<string, AttributeValue> Key(string key) => new() { ["pk"] = new AttributeValue { S = key } };
}
