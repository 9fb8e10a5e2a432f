using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Gatehouse.Register;
using static Gatehouse.Ledger.LedgerTable;

namespace Gatehouse.Ledger;

/// <summary>Who was revoked by hand: it holds against the register until somebody restores them by hand.</summary>
public sealed class Holds(LedgerTable table, TimeProvider clock)
{
    private const string OpenHold = "hold";
    private const string HoldSk = "HOLD";

    public async Task<IReadOnlyList<Hold>> OpenAsync(CancellationToken cancellationToken) =>
        [.. (await table.QueryAsync(ByOpen, Open, OpenHold, cancellationToken)).Select(Read)];

    public async Task<Hold?> FindAsync(UserName person, CancellationToken cancellationToken) =>
        await table.FindAsync(PkOf(person), HoldSk, cancellationToken) is { } item ? Read(item) : null;

    public Task PutAsync(UserName person, string by, string reason, CancellationToken cancellationToken)
    {
        var item = Key(PkOf(person), HoldSk);
        item[Open] = Text(OpenHold);
        item[At] = Text(Stamp(clock.GetUtcNow()));
        item["name"] = Text(person.Value);
        item["by"] = Text(by);
        item["reason"] = Text(reason);
        return table.PutAsync(item, cancellationToken);
    }

    public Task ReleaseAsync(UserName person, CancellationToken cancellationToken) =>
        table.Dynamo.DeleteItemAsync(table.Name, Key(PkOf(person), HoldSk), cancellationToken);

    private static string PkOf(UserName person) => $"HOLD#{person.Value.ToLowerInvariant()}";

    private static Hold Read(Dictionary<string, AttributeValue> item) =>
        new(new UserName(item["name"].S), item["by"].S, item["reason"].S, DateTimeOffset.Parse(item[At].S, CultureInfo.InvariantCulture));
}

/// <summary>Somebody who was revoked by hand.</summary>
/// <param name="Person">Whose access is gone.</param>
/// <param name="By">The ARN of whoever did it.</param>
/// <param name="Reason">Why, in their words.</param>
/// <param name="At">When.</param>
public sealed record Hold(UserName Person, string By, string Reason, DateTimeOffset At);
