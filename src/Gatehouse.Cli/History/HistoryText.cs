using System.Globalization;
using System.Text.Json;
using Gatehouse.Cli.Output;
using Gatehouse.Ledger;

namespace Gatehouse.Cli.History;

/// <summary>Writes the trail for a machine to read. Pure.</summary>
internal static class HistoryText
{
    private static readonly string[] Header =
        ["at", "person", "what", "outcome", "detail", "run", "pullRequest", "commit", "mergedBy", "requestedBy", "requester", "by"];

    public static string Csv(IEnumerable<AuditEntry> entries) => Output.Csv.Write(Header, entries.Select(entry => Record(HistoryEntry.Of(entry))));

    public static string Json(IEnumerable<AuditEntry> entries) =>
        JsonSerializer.Serialize([.. entries.Select(HistoryEntry.Of)], CliJson.Readable.IReadOnlyListHistoryEntry) + "\n";

    private static IReadOnlyList<string?> Record(HistoryEntry entry) =>
    [
        entry.At,
        entry.Person,
        entry.What,
        entry.Outcome,
        entry.Detail,
        entry.Run,
        entry.PullRequest?.ToString(CultureInfo.InvariantCulture),
        entry.Commit,
        entry.MergedBy,
        entry.RequestedBy,
        entry.Requester,
        entry.By,
    ];
}
