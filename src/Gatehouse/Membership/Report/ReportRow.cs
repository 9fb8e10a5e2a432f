using Gatehouse.Ledger;
using Gatehouse.Register;

namespace Gatehouse.Membership.Report;

/// <summary>One line of a report: what became of one change.</summary>
/// <param name="Person">Whose it is.</param>
/// <param name="What">What was to be done.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="At">When.</param>
/// <param name="Detail">Why it failed or was refused, or who allowed it.</param>
/// <param name="ReadBack">Whether IAM, asked afterwards, has it so; null where it was not asked.</param>
public sealed record ReportRow(UserName Person, string What, Outcome Outcome, DateTimeOffset At, string? Detail, bool? ReadBack)
{
    /// <summary>The kind of the change, see <see cref="AuditEntry.Kind"/>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The login of whoever asked for it; null where it is not known.</summary>
    public string? RequestedBy { get; init; }

    public bool IsBad => Outcome is Outcome.Failed or Outcome.Refused or Outcome.Undeliverable;

    /// <summary>The newest line for each change, sorted by person, a change before its mails: what an earlier run refused and this one did is told once.</summary>
    public static IReadOnlyList<ReportRow> Of(IEnumerable<AuditEntry> entries, IReadOnlyDictionary<string, bool> readBack) =>
        [.. entries
            .GroupBy(entry => entry.Key)
            .Select(same => same.MaxBy(entry => entry.At)!)
            .OrderBy(entry => entry.Person)
            .ThenBy(entry => entry.IsMail)
            .ThenBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => new ReportRow(
                entry.Person,
                entry.What,
                entry.Outcome,
                entry.At,
                entry.Detail,
                entry.Outcome == Outcome.Applied && readBack.TryGetValue(entry.Key, out var there) ? there : null)
            {
                Kind = entry.Kind,
                RequestedBy = entry.Because.RequestedBy,
            })];
}
