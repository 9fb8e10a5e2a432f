using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Gatehouse.Membership;
using Gatehouse.Register;
using static Gatehouse.Ledger.LedgerTable;

namespace Gatehouse.Ledger;

/// <summary>What runs would have done, for their reports alone: it is no part of the trail, because nothing happened, and is forgotten after thirty days.</summary>
public sealed class DryRuns(LedgerTable table, TimeProvider clock)
{
    public Task RecordAsync(AuditEntry entry, CancellationToken cancellationToken)
    {
        var item = Key(PkOf(entry.Run), entry.Key);
        item["name"] = Text(entry.Person.Value);
        item["what"] = Text(entry.What);
        item["outcome"] = Text(entry.Outcome.ToString());
        item[At] = Text(Stamp(entry.At));
        item[Expires] = Number(clock.GetUtcNow().AddDays(30).ToUnixTimeSeconds());
        item.AddIfKnown("detail", entry.Detail);
        return table.PutAsync(item, cancellationToken);
    }

    public async Task<IReadOnlyList<AuditEntry>> OfRunAsync(RunId run, CancellationToken cancellationToken) =>
        [.. (await table.QueryAsync(null, Pk, PkOf(run.Name), cancellationToken)).Select(item => Entry(run, item))];

    private static string PkOf(string run) => $"DRY-RUN#{run}";

    private static AuditEntry Entry(RunId run, Dictionary<string, AttributeValue> item) => new(
        run.Name,
        new UserName(item["name"].S),
        item[Sk].S,
        item["what"].S,
        Enum.Parse<Outcome>(item["outcome"].S),
        Attribution.None,
        DateTimeOffset.Parse(item[At].S, CultureInfo.InvariantCulture),
        item.GetValueOrDefault("detail")?.S);
}
