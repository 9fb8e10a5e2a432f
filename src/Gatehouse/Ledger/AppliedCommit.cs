using Amazon.DynamoDBv2.Model;
using static Gatehouse.Ledger.LedgerTable;

namespace Gatehouse.Ledger;

/// <summary>
/// Remembers two commits of the protected branch. Up to the applied one every change was made: what is newer is credited to its pull request.
/// The settings of the judging one are in force: it moves with every run that comes to its end, so that one person's lasting failure does not
/// freeze the settings for everyone.
/// </summary>
public sealed class AppliedCommit(LedgerTable table)
{
    private const string AppliedPk = "APPLIED#membership";
    private const string AppliedSk = "APPLIED";
    private const string JudgingSk = "JUDGING";

    public Task<string?> FindAsync(CancellationToken cancellationToken) => CommitAsync(AppliedSk, cancellationToken);

    public Task<string?> FindJudgingAsync(CancellationToken cancellationToken) => CommitAsync(JudgingSk, cancellationToken);

    /// <summary>The items that say how far a run came; <see cref="RunLock.ReleaseAsync"/> writes them.</summary>
    /// <param name="head">The commit that the run read.</param>
    /// <param name="whole">Whether every change was made.</param>
    public static IEnumerable<Dictionary<string, AttributeValue>> Items(string head, bool whole) =>
        whole ? [Item(JudgingSk, head), Item(AppliedSk, head)] : [Item(JudgingSk, head)];

    private static Dictionary<string, AttributeValue> Item(string sk, string commit)
    {
        var item = Key(AppliedPk, sk);
        item["commit"] = Text(commit);
        return item;
    }

    private async Task<string?> CommitAsync(string sk, CancellationToken cancellationToken) => (await table.FindAsync(AppliedPk, sk, cancellationToken))?["commit"].S;
}
