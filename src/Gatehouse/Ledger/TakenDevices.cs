using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Gatehouse.Register;
using static Gatehouse.Ledger.LedgerTable;

namespace Gatehouse.Ledger;

/// <summary>
/// Remembers the virtual MFA devices that are about to be taken from somebody, until they are deleted: once deactivated, IAM no longer says
/// whose they were, and one that stayed would block its name for good.
/// </summary>
public sealed class TakenDevices(LedgerTable table, TimeProvider clock)
{
    private const string DevicesSk = "DEVICES";

    /// <summary>Writes which devices are about to be taken; those of an earlier attempt stay.</summary>
    /// <returns>The serial numbers of all that must be deleted, those of an earlier attempt included.</returns>
    public async Task<IReadOnlyList<string>> RememberAsync(UserName person, IReadOnlyList<string> serials, CancellationToken cancellationToken)
    {
        if (serials.Count == 0)
        {
            return (await table.FindAsync(PkOf(person), DevicesSk, cancellationToken))?["serials"].SS ?? [];
        }

        var update = new UpdateItemRequest
        {
            TableName = table.Name,
            Key = Key(PkOf(person), DevicesSk),
            UpdateExpression = "SET #name = :name, #at = :now ADD #serials :serials",
            ExpressionAttributeNames = new() { ["#name"] = "name", ["#at"] = At, ["#serials"] = "serials" },
            ExpressionAttributeValues = new()
            {
                [":name"] = Text(person.Value),
                [":now"] = Text(Stamp(clock.GetUtcNow())),
                [":serials"] = new AttributeValue { SS = [.. serials] },
            },
            ReturnValues = ReturnValue.ALL_NEW,
        };
        return (await table.Dynamo.UpdateItemAsync(update, cancellationToken)).Attributes["serials"].SS;
    }

    /// <summary>Writes that they are all deleted.</summary>
    public Task ForgetAsync(UserName person, CancellationToken cancellationToken) =>
        table.Dynamo.DeleteItemAsync(table.Name, Key(PkOf(person), DevicesSk), cancellationToken);

    private static string PkOf(UserName person) => $"DEVICES#{person.Value.ToLowerInvariant()}";
}
