using System.Security.Cryptography;
using System.Text;
using Amazon.DynamoDBv2.Model;
using static Gatehouse.Ledger.LedgerTable;

namespace Gatehouse.Ledger;

/// <summary>Remembers what was said in Slack, so that neither a replay nor a second event at the same moment says it again. Forgotten after thirty days.</summary>
public sealed class Said(LedgerTable table, TimeProvider clock)
{
    private const string SaidSk = "SAID";

    /// <summary>How long somebody who is saying it is waited for: longer than the function lives.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    /// <summary>Claims the right to say it.</summary>
    /// <returns>False where it was said already.</returns>
    /// <exception cref="SayingInProgressException">Somebody may be saying it right now.</exception>
    public async Task<bool> ClaimAsync(string what, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var item = Item(what, now);
        item["lease"] = Number(now.Add(Lease).ToUnixTimeMilliseconds());
        try
        {
            await table.Dynamo.PutItemAsync(
                new PutItemRequest
                {
                    TableName = table.Name,
                    Item = item,
                    ConditionExpression = "attribute_not_exists(pk) OR lease < :now",
                    ExpressionAttributeValues = new() { [":now"] = Number(now.ToUnixTimeMilliseconds()) },
                    ReturnValuesOnConditionCheckFailure = Amazon.DynamoDBv2.ReturnValuesOnConditionCheckFailure.ALL_OLD,
                },
                cancellationToken);
            return true;
        }
        catch (ConditionalCheckFailedException held)
        {
            return held.Item.ContainsKey("lease") ? throw new SayingInProgressException() : false;
        }
    }

    /// <summary>Writes that it was said; only what is still being said can be claimed again.</summary>
    public Task RecordAsync(string what, CancellationToken cancellationToken) => table.PutAsync(Item(what, clock.GetUtcNow()), cancellationToken);

    /// <summary>Gives a claim back: it could not be said.</summary>
    public Task ReleaseAsync(string what, CancellationToken cancellationToken) =>
        table.Dynamo.DeleteItemAsync(table.Name, Key(SaidPk(what), SaidSk), cancellationToken);

    private static Dictionary<string, AttributeValue> Item(string what, DateTimeOffset now)
    {
        var item = Key(SaidPk(what), SaidSk);
        item[Expires] = Number(now.AddDays(30).ToUnixTimeSeconds());
        return item;
    }

    private static string SaidPk(string what) => $"SAID#{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(what)))}";
}

/// <summary>Not now: somebody else may be saying the same thing. Asked again within a minute.</summary>
public sealed class SayingInProgressException() : Exception("The same message may be on its way to Slack from another invocation; it is looked at again within a minute.");
