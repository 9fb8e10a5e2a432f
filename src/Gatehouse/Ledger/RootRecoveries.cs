using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using Gatehouse.Root;
using Gatehouse.Runtime;
using static Gatehouse.Ledger.LedgerTable;

namespace Gatehouse.Ledger;

/// <summary>Remembers for each account which root passwords were asked for and which resets were completed, so that one without the other is noticed in whatever order they arrive.</summary>
public sealed class RootRecoveries(LedgerTable table, Settings settings)
{
    private const string OpenRequest = "root-recovery";

    /// <summary>What an account's recoveries are, oldest first.</summary>
    public async Task<IReadOnlyList<RootRecovery>> OfAccountAsync(string account, CancellationToken cancellationToken) =>
        [.. (await table.QueryAsync(null, Pk, PkOf(account), cancellationToken)).Select(Read)];

    /// <summary>The requests that nothing has been made of yet: neither completed, nor said to be open.</summary>
    public async Task<IReadOnlyList<RootRecovery>> OpenAsync(CancellationToken cancellationToken) =>
        [.. (await table.QueryAsync(ByOpen, Open, OpenRequest, cancellationToken)).Select(Read)];

    /// <summary>Closes a request: it was completed, or it was said that it is not.</summary>
    public Task CloseAsync(RootRecovery request, CancellationToken cancellationToken) => table.Dynamo.UpdateItemAsync(
        new UpdateItemRequest
        {
            TableName = table.Name,
            Key = KeyOf(request.Event),
            UpdateExpression = "REMOVE #open",
            ConditionExpression = "attribute_exists(pk)",
            ExpressionAttributeNames = new() { ["#open"] = Open },
        },
        cancellationToken);

    /// <summary>The item that remembers an event; null for one that is no part of a recovery, or that failed.</summary>
    internal Dictionary<string, AttributeValue>? Item(RootEvent one)
    {
        if (one is not { Kind: RootEventKind.RecoveryRequested or RootEventKind.RecoveryCompleted, Outcome: not RootOutcome.Failed })
        {
            return null;
        }

        var item = KeyOf(one);
        item["event"] = Text(JsonSerializer.Serialize(one, GatehouseJson.Default.RootEvent));
        item[At] = Text(Stamp(one.At));
        item[Expires] = Number(one.At.AddYears(settings.AuditYears).ToUnixTimeSeconds());
        if (one.Kind == RootEventKind.RecoveryRequested)
        {
            item[Open] = Text(OpenRequest);
        }

        return item;
    }

    private static string PkOf(string account) => $"ROOT-RECOVERY#{account}";

    private static Dictionary<string, AttributeValue> KeyOf(RootEvent one) => Key(PkOf(one.Account), $"{Stamp(one.At)}#{one.Id}");

    private static RootRecovery Read(Dictionary<string, AttributeValue> item) =>
        new(JsonSerializer.Deserialize(item["event"].S, GatehouseJson.Default.RootEvent)!);
}

/// <summary>The request of a root password, or its completion.</summary>
public sealed record RootRecovery(RootEvent Event)
{
    public bool IsRequest => Event.Kind == RootEventKind.RecoveryRequested;
}
