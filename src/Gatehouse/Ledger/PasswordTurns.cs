using Amazon.DynamoDBv2.Model;
using Gatehouse.Register;
using static Gatehouse.Ledger.LedgerTable;

namespace Gatehouse.Ledger;

/// <summary>
/// Lets one password at a time be set and mailed for a person. One run may bring somebody two, a welcome that is still owed and a reset say; side by
/// side, the mail that arrives last might hold the password that was replaced.
/// </summary>
public sealed class PasswordTurns(LedgerTable table, TimeProvider clock)
{
    private const string TurnSk = "TURN";

    /// <exception cref="WelcomeInProgressException">Another welcome has its turn.</exception>
    public async Task TakeAsync(UserName person, string welcome, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var turn = Key(PkOf(person), TurnSk);
        turn["welcome"] = Text(welcome);
        turn["lease"] = Number(now.Add(WelcomeClaims.Lease).ToUnixTimeMilliseconds());
        turn[Expires] = Number(now.AddDays(1).ToUnixTimeSeconds());
        try
        {
            await table.Dynamo.PutItemAsync(
                new PutItemRequest
                {
                    TableName = table.Name,
                    Item = turn,
                    ConditionExpression = "attribute_not_exists(pk) OR lease < :now OR welcome = :welcome",
                    ExpressionAttributeValues = new() { [":now"] = Number(now.ToUnixTimeMilliseconds()), [":welcome"] = Text(welcome) },
                },
                cancellationToken);
        }
        catch (ConditionalCheckFailedException)
        {
            throw new WelcomeInProgressException(welcome);
        }
    }

    public Task GiveBackAsync(UserName person, CancellationToken cancellationToken) => table.Dynamo.DeleteItemAsync(table.Name, Key(PkOf(person), TurnSk), cancellationToken);

    /// <summary>Gives it back in a transaction.</summary>
    internal Delete GivingBack(UserName person) => new() { TableName = table.Name, Key = Key(PkOf(person), TurnSk) };

    private static string PkOf(UserName person) => $"TURN#{person.Value.ToLowerInvariant()}";
}
