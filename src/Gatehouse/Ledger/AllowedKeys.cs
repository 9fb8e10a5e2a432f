using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Gatehouse.Aws;
using static Gatehouse.Ledger.LedgerTable;

namespace Gatehouse.Ledger;

/// <summary>
/// Remembers the keys that a sweep did not make inactive because they were too many at once, and which of them a person allowed: exactly those of
/// one run, for seven days. The next sweep makes them inactive.
/// </summary>
public sealed class AllowedKeys(LedgerTable table, TimeProvider clock)
{
    private const string AllowedPk = "KEYS-ALLOWED";
    private const string AllowedAt = "allowedAt";

    /// <summary>How long a question can be answered, and how long an answer holds.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>Writes which keys a run asks about; asked again it stays as it is.</summary>
    public Task AskAsync(string run, IReadOnlyList<AccessKeyId> keys, CancellationToken cancellationToken)
    {
        var item = Key(AllowedPk, run);
        item["keys"] = new AttributeValue { SS = [.. keys.Select(key => key.Value).Distinct()] };
        item[At] = Text(Stamp(clock.GetUtcNow()));
        item[Expires] = Number(clock.GetUtcNow().Add(Kept).ToUnixTimeSeconds());
        return table.PutOnceAsync(item, cancellationToken);
    }

    /// <summary>What a run asks about.</summary>
    /// <returns>Null where this run asked about nothing within the last seven days.</returns>
    public async Task<AskedKeys?> FindAsync(string run, CancellationToken cancellationToken) =>
        await table.FindAsync(AllowedPk, run, cancellationToken) is { } item && TimeOf(item, At) + Kept >= clock.GetUtcNow()
            ? new AskedKeys(Keys(item), item.GetValueOrDefault("by")?.S)
            : null;

    /// <summary>Allows the keys that a run asked about.</summary>
    /// <param name="run">The run's name.</param>
    /// <param name="by">Who allows it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The keys; none where this run asked about nothing within the last seven days.</returns>
    public async Task<IReadOnlyList<AccessKeyId>> AllowAsync(string run, string by, string reason, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await table.FindAsync(AllowedPk, run, cancellationToken) is not { } item || TimeOf(item, At) + Kept < now)
        {
            return [];
        }

        item[AllowedAt] = Text(Stamp(now));
        item["by"] = Text(by);
        item["reason"] = Text(reason);
        item[Expires] = Number(now.Add(Kept).ToUnixTimeSeconds());
        await table.PutAsync(item, cancellationToken);
        return Keys(item);
    }

    /// <summary>Every key that may be made inactive now, whatever else is due.</summary>
    public async Task<IReadOnlySet<AccessKeyId>> AllAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var items = await table.QueryAsync(null, Pk, AllowedPk, cancellationToken);
        return items.Where(item => item.ContainsKey(AllowedAt) && TimeOf(item, AllowedAt) + Kept > now).SelectMany(Keys).ToHashSet();
    }

    private static IReadOnlyList<AccessKeyId> Keys(Dictionary<string, AttributeValue> item) => [.. item["keys"].SS.Select(key => new AccessKeyId(key)).Order()];

    private static DateTimeOffset TimeOf(Dictionary<string, AttributeValue> item, string name) => DateTimeOffset.Parse(item[name].S, CultureInfo.InvariantCulture);
}

/// <summary>The keys that a sweep asks about.</summary>
/// <param name="Keys">Which ones.</param>
/// <param name="AllowedBy">Who allowed them; null where nobody did.</param>
public sealed record AskedKeys(IReadOnlyList<AccessKeyId> Keys, string? AllowedBy);
