using System.Globalization;
using Amazon.DynamoDBv2.Model;
using static Gatehouse.Ledger.LedgerTable;

namespace Gatehouse.Ledger;

/// <summary>
/// Remembers which findings were told. One item for each sort holds the short hashes of all of its findings: 3,000 hand-made users are one write,
/// and none where nothing changed.
/// </summary>
public sealed class Findings(LedgerTable table, TimeProvider clock)
{
    private const string FindingsPk = "FINDINGS";

    public async Task<ToldFindings> ReadAsync(CancellationToken cancellationToken) => new(
        clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        (await table.QueryAsync(null, Pk, FindingsPk, cancellationToken)).ToDictionary(item => item[Sk].S, item => item["told"].SS.ToHashSet()));

    /// <summary>Writes that all of these were told, and forgets those of their sorts that are no more: should one come back, it is news.</summary>
    /// <param name="told">What was known before.</param>
    /// <param name="findings">Everything that was seen.</param>
    /// <param name="sorts">The sorts that were looked for.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <param name="keepOthers">Whether those that were not seen are remembered too, because not everything was looked at.</param>
    public async Task RecordAsync(ToldFindings told, IReadOnlyList<IFinding> findings, IEnumerable<string> sorts, CancellationToken cancellationToken, bool keepOthers = false)
    {
        foreach (var sort in sorts)
        {
            var now = findings.Where(finding => finding.Sort == sort).Select(told.Hash).Concat(keepOthers ? told.Of(sort) : []).ToHashSet();
            if (!now.SetEquals(told.Of(sort)))
            {
                await WriteAsync(sort, now, cancellationToken);
            }
        }
    }

    private Task WriteAsync(string sort, HashSet<string> hashes, CancellationToken cancellationToken)
    {
        var item = Key(FindingsPk, sort);
        if (hashes.Count == 0)
        {
            return table.Dynamo.DeleteItemAsync(table.Name, item, cancellationToken);
        }

        item["told"] = new AttributeValue { SS = [.. hashes.Order(StringComparer.Ordinal)] };
        item[At] = Text(Stamp(clock.GetUtcNow()));
        return table.PutAsync(item, cancellationToken);
    }
}
