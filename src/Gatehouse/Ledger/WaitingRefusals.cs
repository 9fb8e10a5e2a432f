using Gatehouse.Membership;
using static Gatehouse.Ledger.LedgerTable;

namespace Gatehouse.Ledger;

/// <summary>Which refusals are waiting, and the merge that each is credited to: what waits is told as news once, and keeps its merge however long it waits.</summary>
public sealed class WaitingRefusals(LedgerTable table, TimeProvider clock)
{
    private const string OpenRefusal = "refusal";
    private const string RefusalSk = "REFUSAL";

    /// <summary>By the key of each change whose refusal was told and still waits, the merge that it is credited to.</summary>
    public async Task<IReadOnlyDictionary<string, Attribution>> WaitingAsync(CancellationToken cancellationToken) =>
        (await table.QueryAsync(ByOpen, Open, OpenRefusal, cancellationToken)).ToDictionary(item => item[Pk].S[RefusalPk("").Length..], AttributionItem.ReadFrom);

    public Task RecordAsync(PlannedRefusal refusal, CancellationToken cancellationToken)
    {
        var item = Key(RefusalPk(refusal.Planned.Change.Key), RefusalSk);
        item[Open] = Text(OpenRefusal);
        item[At] = Text(Stamp(clock.GetUtcNow()));
        item["why"] = Text(refusal.Why);
        refusal.Planned.Because.WriteTo(item);
        return table.PutAsync(item, cancellationToken);
    }

    /// <summary>Forgets a refusal that no longer waits: should it come back, it is news.</summary>
    public Task ForgetAsync(string key, CancellationToken cancellationToken) =>
        table.Dynamo.DeleteItemAsync(table.Name, Key(RefusalPk(key), RefusalSk), cancellationToken);

    private static string RefusalPk(string key) => $"REFUSED#{key}";
}
