using Amazon.DynamoDBv2.Model;
using static Gatehouse.Ledger.LedgerTable;

namespace Gatehouse.Ledger;

/// <summary>Lets one invocation at a time post alerts about root users, so that they arrive in order. A turn ends by itself, because whoever has it may die.</summary>
public sealed class RootTurn(LedgerTable table, TimeProvider clock)
{
    private const string TurnPk = "ROOT-TURN";
    private const string TurnSk = "TURN";

    /// <summary>How long a turn lasts unless it is taken again: longer than one attempt at Slack can take.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(40);

    /// <summary>Takes the turn. Whoever died with it is waited for too: SQS may give one message to two at once, who would each take it for their own.</summary>
    /// <returns>False where somebody has it.</returns>
    public Task<bool> TakeAsync(string holder, CancellationToken cancellationToken) => TryPutAsync(holder, "attribute_not_exists(pk) OR lease < :now", [], cancellationToken);

    /// <summary>Keeps the turn for another message.</summary>
    /// <returns>False where it ran out, and somebody else has it.</returns>
    public Task<bool> KeepAsync(string holder, CancellationToken cancellationToken) => TryPutAsync(holder, "holder = :holder OR lease < :now", new() { [":holder"] = Text(holder) }, cancellationToken);

    /// <summary>Gives the turn back; one that somebody else has by now stays with them.</summary>
    public async Task GiveBackAsync(string holder, CancellationToken cancellationToken)
    {
        try
        {
            await table.Dynamo.DeleteItemAsync(
                new DeleteItemRequest
                {
                    TableName = table.Name,
                    Key = Key(TurnPk, TurnSk),
                    ConditionExpression = "holder = :holder",
                    ExpressionAttributeValues = new() { [":holder"] = Text(holder) },
                },
                cancellationToken);
        }
        catch (ConditionalCheckFailedException)
        {
            // It ran out, and somebody else may have it: as wanted.
        }
    }

    private async Task<bool> TryPutAsync(string holder, string condition, Dictionary<string, AttributeValue> values, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var item = Key(TurnPk, TurnSk);
        item["holder"] = Text(holder);
        item["lease"] = Number(now.Add(Lease).ToUnixTimeMilliseconds());
        values[":now"] = Number(now.ToUnixTimeMilliseconds());
        try
        {
            await table.Dynamo.PutItemAsync(
                new PutItemRequest { TableName = table.Name, Item = item, ConditionExpression = condition, ExpressionAttributeValues = values }, cancellationToken);
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            return false;
        }
    }
}
