using Amazon.DynamoDBv2.Model;
using static Gatehouse.Ledger.LedgerTable;

namespace Gatehouse.Ledger;

/// <summary>Remembers up to which commit of the protected branch the register was applied: its settings judge the next merge, and what is newer is credited to its pull request.</summary>
public sealed class AppliedCommit(LedgerTable table)
{
    private const string AppliedPk = "APPLIED#membership";
    private const string AppliedSk = "APPLIED";

    public async Task<string?> FindAsync(CancellationToken cancellationToken) => (await table.FindAsync(AppliedPk, AppliedSk, cancellationToken))?["commit"].S;

    /// <summary>The item that says so; <see cref="RunLock.ReleaseAsync"/> writes it.</summary>
    public static Dictionary<string, AttributeValue> Item(string commit)
    {
        var item = Key(AppliedPk, AppliedSk);
        item["commit"] = Text(commit);
        return item;
    }
}
