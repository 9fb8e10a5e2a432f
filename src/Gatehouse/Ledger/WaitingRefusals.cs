using Gatehouse.Membership;
using static Gatehouse.Ledger.LedgerTable;

namespace Gatehouse.Ledger;

/// <summary>Which refusals are waiting, so that each is told once and not by every run that meets it again.</summary>
public sealed class WaitingRefusals(LedgerTable table, TimeProvider clock)
{
    private const string OpenRefusal = "refusal";
    private const string RefusalSk = "REFUSAL";

    /// <summary>The keys of the changes whose refusal was told and still waits.</summary>
    public async Task<IReadOnlySet<string>> KeysAsync(CancellationToken cancellationToken) =>
        (await table.QueryAsync(ByOpen, Open, OpenRefusal, cancellationToken)).Select(item => item[Pk].S[RefusalPk("").Length..]).ToHashSet();

    public Task RecordAsync(PlannedRefusal refusal, CancellationToken cancellationToken)
    {
        var item = Key(RefusalPk(refusal.Planned.Change.Key), RefusalSk);
        item[Open] = Text(OpenRefusal);
        item[At] = Text(Stamp(clock.GetUtcNow()));
        item["why"] = Text(refusal.Why);
        return table.PutAsync(item, cancellationToken);
    }

    /// <summary>Forgets a refusal that no longer waits: should it come back, it is news.</summary>
    public Task ForgetAsync(string key, CancellationToken cancellationToken) =>
        table.Dynamo.DeleteItemAsync(table.Name, Key(RefusalPk(key), RefusalSk), cancellationToken);

    private static string RefusalPk(string key) => $"REFUSED#{key}";
}
