using Gatehouse.Ledger;

namespace Gatehouse.Cli.History;

/// <summary>One line of the trail, as CSV and JSON show it, at milliseconds of UTC; docs/operating.md describes each name. A name is never taken away or given another meaning.</summary>
internal sealed record HistoryEntry(
    string At,
    string Person,
    string What,
    string Outcome,
    string? Detail,
    string Run,
    int? PullRequest,
    string? Commit,
    string? MergedBy,
    string? RequestedBy,
    string? Requester,
    string? By)
{
    public static HistoryEntry Of(AuditEntry entry) => new(
        LedgerTable.Stamp(entry.At),
        entry.Person.Value,
        entry.What,
        entry.Outcome.ToString(),
        entry.Detail,
        entry.Run,
        entry.Because.PullRequest,
        entry.Because.Commit,
        entry.Because.MergedBy,
        entry.Because.RequestedBy,
        entry.Because.Requester,
        entry.Because.By);
}
