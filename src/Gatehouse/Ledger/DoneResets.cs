using Gatehouse.Membership;
using Gatehouse.Runtime;
using static Gatehouse.Ledger.LedgerTable;

namespace Gatehouse.Ledger;

/// <summary>Remembers which MFA resets were done, by address and merge: another run that meets the same line leaves the new device alone.</summary>
public sealed class DoneResets(LedgerTable table, Settings settings, TimeProvider clock)
{
    /// <summary>The name of the run that did it; null where none did.</summary>
    public async Task<string?> FindRunAsync(ResetMfa reset, CancellationToken cancellationToken) =>
        (await table.FindAsync(PkOf(reset), SkOf(reset), cancellationToken))?["run"].S;

    public Task RecordAsync(RunId run, ResetMfa reset, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var item = Key(PkOf(reset), SkOf(reset));
        item["run"] = Text(run.Name);
        item[At] = Text(Stamp(now));
        item[Expires] = Number(now.AddYears(settings.AuditYears).ToUnixTimeSeconds());
        return table.PutOnceAsync(item, cancellationToken);
    }

    private static string PkOf(ResetMfa reset) => $"RESET#{reset.Person.Value.ToLowerInvariant()}";

    private static string SkOf(ResetMfa reset) => $"MFA#{reset.Merge}";
}
