using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Gatehouse.Membership;
using Gatehouse.Register;
using Gatehouse.Runtime;
using static Gatehouse.Ledger.LedgerTable;

namespace Gatehouse.Ledger;

/// <summary>The trail of audit entries: written once for each change of a run, read by run, person, day and pull request, and kept for the years that the deployment sets.</summary>
public sealed class Audit(LedgerTable table, Settings settings)
{
    public Task RecordAsync(AuditEntry entry, CancellationToken cancellationToken) => table.PutAsync(Item(entry), cancellationToken);

    public Task<IReadOnlyList<AuditEntry>> OfRunAsync(RunId run, CancellationToken cancellationToken) => ReadAsync(null, Pk, RunPk(run.Name), cancellationToken);

    /// <summary>Everything that ever happened to a person, oldest first.</summary>
    public Task<IReadOnlyList<AuditEntry>> OfPersonAsync(UserName person, CancellationToken cancellationToken) =>
        ReadAsync(ByPerson, "person", person.Value.ToLowerInvariant(), cancellationToken);

    /// <summary>Everything that happened on a day of UTC, oldest first.</summary>
    public Task<IReadOnlyList<AuditEntry>> OfDayAsync(DateOnly day, CancellationToken cancellationToken) =>
        ReadAsync(ByDay, "day", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), cancellationToken);

    public Task<IReadOnlyList<AuditEntry>> OfPullRequestAsync(int number, CancellationToken cancellationToken) =>
        ReadAsync(ByPullRequest, AttributionItem.PullRequest, number.ToString(CultureInfo.InvariantCulture), cancellationToken);

    /// <summary>The entry as a DynamoDB item, so that a transaction can write it together with what it tells of.</summary>
    public Dictionary<string, AttributeValue> Item(AuditEntry entry)
    {
        var item = Key(RunPk(entry.Run), $"CHANGE#{entry.Key}");
        item["run"] = Text(entry.Run);
        item["person"] = Text(entry.Person.Value.ToLowerInvariant());
        item["name"] = Text(entry.Person.Value);
        item["key"] = Text(entry.Key);
        item["what"] = Text(entry.What);
        item["outcome"] = Text(entry.Outcome.ToString());
        entry.Because.WriteTo(item);
        item[At] = Text(Stamp(entry.At));
        item["day"] = Text(entry.At.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        item[Expires] = Number(entry.At.AddYears(settings.AuditYears).ToUnixTimeSeconds());
        item.AddIfKnown("detail", entry.Detail);
        return item;
    }

    private static string RunPk(string run) => $"RUN#{run}";

    private async Task<IReadOnlyList<AuditEntry>> ReadAsync(string? index, string key, string value, CancellationToken cancellationToken) =>
        [.. (await table.QueryAsync(index, key, value, cancellationToken)).Where(item => item[Sk].S.StartsWith("CHANGE#", StringComparison.Ordinal)).Select(Entry)];

    private static AuditEntry Entry(Dictionary<string, AttributeValue> item) => new(
        item["run"].S,
        new UserName(item["name"].S),
        item["key"].S,
        item["what"].S,
        Enum.Parse<Outcome>(item["outcome"].S),
        AttributionItem.ReadFrom(item),
        DateTimeOffset.Parse(item[At].S, CultureInfo.InvariantCulture),
        item.GetValueOrDefault("detail")?.S);
}
