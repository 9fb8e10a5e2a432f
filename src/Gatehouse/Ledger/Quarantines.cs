using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Gatehouse.Register;
using static Gatehouse.Ledger.LedgerTable;

namespace Gatehouse.Ledger;

/// <summary>
/// Remembers who is in quarantine: since when, the groups that they were in, and the virtual MFA devices that a deletion has taken from them and
/// must still delete. Every step adds to what is known and takes nothing back, so that one that was interrupted is simply done again.
/// </summary>
public sealed class Quarantines(LedgerTable table, TimeProvider clock)
{
    private const string OpenQuarantine = "quarantine";
    private const string QuarantineSk = "QUARANTINE";

    /// <summary>Everybody who is in quarantine, or on the way into it.</summary>
    public async Task<IReadOnlyList<Quarantine>> OpenAsync(CancellationToken cancellationToken) =>
        [.. (await table.QueryAsync(ByOpen, Open, OpenQuarantine, cancellationToken)).Select(Read)];

    public async Task<Quarantine?> FindAsync(UserName person, CancellationToken cancellationToken) =>
        await table.FindAsync(PkOf(person), QuarantineSk, cancellationToken) is { } item ? Read(item) : null;

    /// <summary>Writes that a quarantine has begun, and the groups that are about to be taken away; those of an earlier attempt stay.</summary>
    public Task RememberGroupsAsync(UserName person, IReadOnlyList<string> groups, CancellationToken cancellationToken) =>
        UpdateAsync(person, "SET #name = :name, #open = :open, #at = if_not_exists(#at, :now)", "groups", groups, cancellationToken);

    /// <summary>Writes that everything is taken away: the grace time begins. A quarantine that was complete stays as it was.</summary>
    public Task CompleteAsync(UserName person, CancellationToken cancellationToken) =>
        UpdateAsync(person, "SET #name = :name, #open = :open, #at = if_not_exists(#at, :now), #complete = if_not_exists(#complete, :now)", "groups", [], cancellationToken);

    /// <summary>Writes which virtual MFA devices are about to be taken from the user: once deactivated, IAM no longer says whose they were.</summary>
    /// <returns>The serial numbers of all that this deletion has to delete, those of an earlier attempt included.</returns>
    public async Task<IReadOnlyList<string>> RememberDevicesAsync(UserName person, IReadOnlyList<string> serials, CancellationToken cancellationToken) =>
        (await UpdateAsync(person, "SET #name = :name, #open = :open, #at = if_not_exists(#at, :now)", "devices", serials, cancellationToken)).Devices;

    /// <summary>Forgets a quarantine: the person is back, or gone.</summary>
    public Task CloseAsync(UserName person, CancellationToken cancellationToken) =>
        table.Dynamo.DeleteItemAsync(table.Name, Key(PkOf(person), QuarantineSk), cancellationToken);

    private static string PkOf(UserName person) => $"QUARANTINE#{person.Value.ToLowerInvariant()}";

    private async Task<Quarantine> UpdateAsync(UserName person, string set, string list, IReadOnlyList<string> added, CancellationToken cancellationToken)
    {
        var request = new UpdateItemRequest
        {
            TableName = table.Name,
            Key = Key(PkOf(person), QuarantineSk),
            UpdateExpression = added.Count == 0 ? set : $"{set} ADD #list :added",
            ExpressionAttributeNames = new() { ["#name"] = "name", ["#open"] = Open, ["#at"] = At },
            ExpressionAttributeValues = new()
            {
                [":name"] = Text(person.Value),
                [":open"] = Text(OpenQuarantine),
                [":now"] = Text(Stamp(clock.GetUtcNow())),
            },
            ReturnValues = Amazon.DynamoDBv2.ReturnValue.ALL_NEW,
        };
        if (set.Contains("#complete", StringComparison.Ordinal))
        {
            request.ExpressionAttributeNames["#complete"] = "complete";
        }

        if (added.Count > 0)
        {
            request.ExpressionAttributeNames["#list"] = list;
            request.ExpressionAttributeValues[":added"] = new AttributeValue { SS = [.. added] };
        }

        return Read((await table.Dynamo.UpdateItemAsync(request, cancellationToken)).Attributes);
    }

    private static Quarantine Read(Dictionary<string, AttributeValue> item) => new(
        new UserName(item["name"].S),
        item.GetValueOrDefault("groups")?.SS ?? [],
        item.GetValueOrDefault("devices")?.SS ?? [],
        item.TryGetValue("complete", out var complete) ? DateTimeOffset.Parse(complete.S, CultureInfo.InvariantCulture) : null);
}

/// <summary>What the ledger knows of somebody's quarantine.</summary>
/// <param name="Person">The name as IAM has it.</param>
/// <param name="Groups">The groups that were taken away.</param>
/// <param name="Devices">Serial numbers of virtual MFA devices that a deletion took away.</param>
/// <param name="Complete">When everything was taken away; null while it is on the way.</param>
public sealed record Quarantine(UserName Person, IReadOnlyList<string> Groups, IReadOnlyList<string> Devices, DateTimeOffset? Complete);
