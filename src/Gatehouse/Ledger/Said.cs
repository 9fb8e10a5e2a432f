using System.Security.Cryptography;
using System.Text;
using static Gatehouse.Ledger.LedgerTable;

namespace Gatehouse.Ledger;

/// <summary>Remembers what was said in Slack, so that a replay of a run does not say it again. Forgotten after thirty days.</summary>
public sealed class Said(LedgerTable table, TimeProvider clock)
{
    private const string SaidSk = "SAID";

    public async Task<bool> WasAsync(string what, CancellationToken cancellationToken) => await table.FindAsync(SaidPk(what), SaidSk, cancellationToken) is not null;

    public Task RecordAsync(string what, CancellationToken cancellationToken)
    {
        var item = Key(SaidPk(what), SaidSk);
        item[Expires] = Number(clock.GetUtcNow().AddDays(30).ToUnixTimeSeconds());
        return table.PutAsync(item, cancellationToken);
    }

    private static string SaidPk(string what) => $"SAID#{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(what)))}";
}
