using System.Globalization;
using Amazon.DynamoDBv2.Model;
using static Gatehouse.Ledger.LedgerTable;

namespace Gatehouse.Ledger;

/// <summary>How the access keys stood on each day that a sweep ran, kept for a year: the trend of a report.</summary>
public sealed class KeyDays(LedgerTable table, TimeProvider clock)
{
    private const string DaysPk = "KEY-DAYS";
    private const int KeptDays = 400;

    /// <summary>Writes how they stood; a later sweep of the same day replaces it.</summary>
    public Task RecordAsync(KeyDay day, CancellationToken cancellationToken)
    {
        var item = Key(DaysPk, Written(day.Day));
        foreach (var (name, count) in Counts(day))
        {
            item[name] = Number(count);
        }

        item[Expires] = Number(clock.GetUtcNow().AddDays(KeptDays).ToUnixTimeSeconds());
        return table.PutAsync(item, cancellationToken);
    }

    /// <summary>The days from one on, oldest first; a day without a sweep is not there.</summary>
    public async Task<IReadOnlyList<KeyDay>> SinceAsync(DateOnly first, CancellationToken cancellationToken) =>
        [.. (await table.QueryAsync(null, Pk, DaysPk, cancellationToken)).Select(Read).Where(day => day.Day >= first).OrderBy(day => day.Day)];

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static IEnumerable<(string Name, int Count)> Counts(KeyDay day) =>
        [("active", day.Active), ("warned", day.Warned), ("over", day.Over), ("unused", day.Unused), ("exempt", day.Exempt), ("deactivated", day.Deactivated), ("deleted", day.Deleted)];

    private static KeyDay Read(Dictionary<string, AttributeValue> item)
    {
        int Count(string name) => int.Parse(item[name].N, CultureInfo.InvariantCulture);
        return new KeyDay(DateOnly.Parse(item[Sk].S, CultureInfo.InvariantCulture), Count("active"), Count("warned"), Count("over"), Count("unused"), Count("exempt"), Count("deactivated"), Count("deleted"));
    }
}

/// <summary>How the access keys of all accounts stood at a day's sweep.</summary>
/// <param name="Day">The day, in UTC.</param>
/// <param name="Active">Active keys.</param>
/// <param name="Warned">Of these, as old as the first warning or older, and not yet too old.</param>
/// <param name="Over">Of these, too old.</param>
/// <param name="Unused">Of these, unused for too long.</param>
/// <param name="Exempt">Of these, exempt.</param>
/// <param name="Deactivated">Made inactive that day.</param>
/// <param name="Deleted">Deleted that day.</param>
public sealed record KeyDay(DateOnly Day, int Active, int Warned, int Over, int Unused, int Exempt, int Deactivated, int Deleted);
