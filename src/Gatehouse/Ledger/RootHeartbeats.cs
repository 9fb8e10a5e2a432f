using System.Globalization;
using static Gatehouse.Ledger.LedgerTable;

namespace Gatehouse.Ledger;

/// <summary>Remembers when the way of alerts about root users was last found open, from the schedule to Slack's door.</summary>
public sealed class RootHeartbeats(LedgerTable table, TimeProvider clock)
{
    private const string HeartbeatPk = "ROOT-HEARTBEAT";
    private const string HeartbeatSk = "HEARTBEAT";

    public Task RecordAsync(CancellationToken cancellationToken)
    {
        var item = Key(HeartbeatPk, HeartbeatSk);
        item[At] = Text(Stamp(clock.GetUtcNow()));
        return table.PutAsync(item, cancellationToken);
    }

    /// <returns>When; null before the first.</returns>
    public async Task<DateTimeOffset?> LastAsync(CancellationToken cancellationToken) =>
        await table.FindAsync(HeartbeatPk, HeartbeatSk, cancellationToken) is { } item ? DateTimeOffset.Parse(item[At].S, CultureInfo.InvariantCulture) : null;
}
