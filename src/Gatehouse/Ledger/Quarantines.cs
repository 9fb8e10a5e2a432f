using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Gatehouse.Register;
using static Gatehouse.Ledger.LedgerTable;

namespace Gatehouse.Ledger;

/// <summary>
/// Remembers who is in quarantine: since when, and the groups that they were in. Every step adds to what is known and takes nothing back, so
/// that one that was interrupted is simply done again.
/// </summary>
public sealed class Quarantines(LedgerTable table, TimeProvider clock)
{
    private const string OpenQuarantine = "quarantine";
    private const string QuarantineSk = "QUARANTINE";
    private const string Begun = "SET #name = :name, #open = :open, #at = if_not_exists(#at, :now)";

    /// <summary>Everybody who is in quarantine, or on the way into it.</summary>
    public async Task<IReadOnlyList<Quarantine>> OpenAsync(CancellationToken cancellationToken) =>
        [.. (await table.QueryAsync(ByOpen, Open, OpenQuarantine, cancellationToken)).Select(Read)];

    public async Task<Quarantine?> FindAsync(UserName person, CancellationToken cancellationToken) =>
        await table.FindAsync(PkOf(person), QuarantineSk, cancellationToken) is { } item ? Read(item) : null;

    /// <summary>Writes that a quarantine has begun, and the groups that are about to be taken away; those of an earlier attempt stay.</summary>
    public Task RememberGroupsAsync(UserName person, IReadOnlyList<string> groups, CancellationToken cancellationToken)
    {
        var update = Updating(person, Begun);
        if (groups.Count > 0)
        {
            update.UpdateExpression += " ADD #groups :groups";
            update.ExpressionAttributeNames["#groups"] = "groups";
            update.ExpressionAttributeValues[":groups"] = new AttributeValue { SS = [.. groups] };
        }

        return table.Dynamo.UpdateItemAsync(update, cancellationToken);
    }

    /// <summary>Writes that everything is taken away: the grace time begins. A quarantine that was complete stays as it was.</summary>
    public Task CompleteAsync(UserName person, CancellationToken cancellationToken)
    {
        var update = Updating(person, $"{Begun}, #complete = if_not_exists(#complete, :now)");
        update.ExpressionAttributeNames["#complete"] = "complete";
        return table.Dynamo.UpdateItemAsync(update, cancellationToken);
    }

    /// <summary>Forgets a quarantine: the person is back, or gone.</summary>
    public Task CloseAsync(UserName person, CancellationToken cancellationToken) =>
        table.Dynamo.DeleteItemAsync(table.Name, Key(PkOf(person), QuarantineSk), cancellationToken);

    private static string PkOf(UserName person) => $"QUARANTINE#{person.Value.ToLowerInvariant()}";

    private UpdateItemRequest Updating(UserName person, string set) => new()
    {
        TableName = table.Name,
        Key = Key(PkOf(person), QuarantineSk),
        UpdateExpression = set,
        ExpressionAttributeNames = new() { ["#name"] = "name", ["#open"] = Open, ["#at"] = At },
        ExpressionAttributeValues = new()
        {
            [":name"] = Text(person.Value),
            [":open"] = Text(OpenQuarantine),
            [":now"] = Text(Stamp(clock.GetUtcNow())),
        },
    };

    private static Quarantine Read(Dictionary<string, AttributeValue> item) => new(
        new UserName(item["name"].S),
        item.GetValueOrDefault("groups")?.SS ?? [],
        item.TryGetValue("complete", out var complete) ? DateTimeOffset.Parse(complete.S, CultureInfo.InvariantCulture) : null);
}

/// <summary>What the ledger knows of somebody's quarantine.</summary>
/// <param name="Person">The name as IAM has it.</param>
/// <param name="Groups">The groups that were taken away.</param>
/// <param name="Complete">When everything was taken away; null while it is on the way.</param>
public sealed record Quarantine(UserName Person, IReadOnlyList<string> Groups, DateTimeOffset? Complete);
