using System.Security.Cryptography;
using System.Text;
using Amazon.DynamoDBv2.Model;
using static Gatehouse.Ledger.LedgerTable;

namespace Gatehouse.Ledger;

/// <summary>
/// Remembers what was told, in Slack or by a mail without a password, so that neither a replay nor a second event at the same moment tells it
/// again. Forgotten after thirty days.
/// </summary>
public sealed class Told(LedgerTable table, TimeProvider clock)
{
    private const string ToldSk = "TOLD";

    /// <summary>How long somebody who is telling it is waited for: longer than the function lives.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    /// <summary>Claims the right to tell it.</summary>
    /// <param name="what">Tells it from everything else.</param>
    /// <param name="by">Who claims: it takes over a claim of its own at once, because there it has died. Null where two may claim at the same moment.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>False where it was told already.</returns>
    /// <exception cref="TellingInProgressException">Somebody may be telling it right now.</exception>
    public async Task<bool> ClaimAsync(string what, string? by, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var item = Item(what, now);
        item["lease"] = Number(now.Add(Lease).ToUnixTimeMilliseconds());
        try
        {
            await table.Dynamo.PutItemAsync(Claiming(item, by, now), cancellationToken);
            return true;
        }
        catch (ConditionalCheckFailedException held)
        {
            return held.Item.ContainsKey("lease") ? throw new TellingInProgressException() : false;
        }
    }

    /// <summary>Writes that it was told; only what is still being told can be claimed again.</summary>
    public Task RecordAsync(string what, CancellationToken cancellationToken) => table.PutAsync(Item(what, clock.GetUtcNow()), cancellationToken);

    /// <summary>Writes at once that it was told, and another item that tells of it: neither is ever there without the other.</summary>
    public Task RecordAsync(string what, Dictionary<string, AttributeValue> beside, CancellationToken cancellationToken) => table.Dynamo.TransactWriteItemsAsync(
        new TransactWriteItemsRequest
        {
            TransactItems = [.. new[] { Item(what, clock.GetUtcNow()), beside }.Select(item => new TransactWriteItem { Put = new Put { TableName = table.Name, Item = item } })],
        },
        cancellationToken);

    /// <summary>Gives a claim back: it could not be told.</summary>
    public Task ReleaseAsync(string what, CancellationToken cancellationToken) =>
        table.Dynamo.DeleteItemAsync(table.Name, Key(ToldPk(what), ToldSk), cancellationToken);

    private static Dictionary<string, AttributeValue> Item(string what, DateTimeOffset now)
    {
        var item = Key(ToldPk(what), ToldSk);
        item[Expires] = Number(now.AddDays(30).ToUnixTimeSeconds());
        return item;
    }

    private static string ToldPk(string what) => $"TOLD#{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(what)))}";

    private PutItemRequest Claiming(Dictionary<string, AttributeValue> item, string? by, DateTimeOffset now)
    {
        var claim = new PutItemRequest
        {
            TableName = table.Name,
            Item = item,
            ConditionExpression = "attribute_not_exists(pk) OR lease < :now",
            ExpressionAttributeValues = new() { [":now"] = Number(now.ToUnixTimeMilliseconds()) },
            ReturnValuesOnConditionCheckFailure = Amazon.DynamoDBv2.ReturnValuesOnConditionCheckFailure.ALL_OLD,
        };
        if (by is not null)
        {
            item["claimer"] = Text(by);
            claim.ConditionExpression += " OR claimer = :by";
            claim.ExpressionAttributeValues[":by"] = Text(by);
        }

        return claim;
    }
}

/// <summary>Not now: somebody else may be telling the same thing. Asked again within a minute.</summary>
public sealed class TellingInProgressException() : Exception("The same message may be on its way from another invocation; it is looked at again within a minute.");
