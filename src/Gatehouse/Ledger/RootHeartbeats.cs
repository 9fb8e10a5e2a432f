using System.Globalization;
using Amazon.DynamoDBv2.Model;
using static Gatehouse.Ledger.LedgerTable;

namespace Gatehouse.Ledger;

/// <summary>
/// Remembers when the way of alerts about root users was last found open: ours from the schedule to Slack's door, and every other account's as far
/// as our queue. Another account is forgotten a while after its last heartbeat, because it may have been closed.
/// </summary>
public sealed class RootHeartbeats(LedgerTable table, TimeProvider clock)
{
    /// <summary>For how long another account that has fallen silent is remembered.</summary>
    public const int RememberedDays = 30;

    private const string HeartbeatPk = "ROOT-HEARTBEAT";
    private const string HeartbeatSk = "HEARTBEAT";
    private const string OthersPk = "ROOT-HEARTBEAT-OF-OTHERS";

    public Task RecordAsync(CancellationToken cancellationToken) => table.PutAsync(Now(HeartbeatPk, HeartbeatSk), cancellationToken);

    /// <summary>Another account's.</summary>
    public Task RecordAsync(string account, CancellationToken cancellationToken)
    {
        var item = Now(OthersPk, account);
        item[Expires] = Number(clock.GetUtcNow().AddDays(RememberedDays).ToUnixTimeSeconds());
        return table.PutAsync(item, cancellationToken);
    }

    /// <returns>When; null before the first.</returns>
    public async Task<DateTimeOffset?> LastAsync(CancellationToken cancellationToken) =>
        await table.FindAsync(HeartbeatPk, HeartbeatSk, cancellationToken) is { } item ? Time(item) : null;

    /// <summary>The other accounts that have beaten, and when last.</summary>
    public async Task<IReadOnlyList<(string Account, DateTimeOffset At)>> OthersAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return [.. (await table.QueryAsync(null, Pk, OthersPk, cancellationToken))
            .Select(item => (Account: item[Sk].S, At: Time(item)))
            .Where(beat => now - beat.At < TimeSpan.FromDays(RememberedDays))];
    }

    private static DateTimeOffset Time(Dictionary<string, AttributeValue> item) => DateTimeOffset.Parse(item[At].S, CultureInfo.InvariantCulture);

    private Dictionary<string, AttributeValue> Now(string pk, string sk)
    {
        var item = Key(pk, sk);
        item[At] = Text(Stamp(clock.GetUtcNow()));
        return item;
    }
}
