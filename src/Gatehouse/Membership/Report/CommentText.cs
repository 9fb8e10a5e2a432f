using System.Globalization;
using System.Text;
using Gatehouse.Ledger;
using static Gatehouse.Membership.Report.Markdown;

namespace Gatehouse.Membership.Report;

/// <summary>Writes the comment on a pull request, in GitHub's Markdown: what its merge did to each person. Pure.</summary>
public static class CommentText
{
    /// <summary>The hidden text by which Gatehouse finds its own comment again.</summary>
    public const string Marker = "<!-- gatehouse:membership -->";

    /// <summary>GitHub takes 65,536 characters; beyond this many rows the rest is counted instead.</summary>
    private const int MostRows = 150;

    /// <summary>The most characters of one reason, and of the problem that ended a run.</summary>
    private const int LongestReason = 250, LongestProblem = 10_000;

    public static string Write(IReadOnlyList<ReportRow> rows, string run, ReportNotes notes)
    {
        var text = new StringBuilder();
        text.Append("### Gatehouse: ").AppendLine(Headline(rows, notes)).AppendLine();
        if (notes.Problem is { } problem)
        {
            text.AppendLine(Lines(Excerpt.Of(problem, LongestProblem))).AppendLine();
        }

        if (rows.Count > 0)
        {
            text.AppendLine("| Person | What | Result |").AppendLine("|---|---|---|");
            IReadOnlyList<ReportRow> worstFirst = [.. rows.OrderBy(row => !row.IsBad)];
            foreach (var row in worstFirst.Take(MostRows))
            {
                text.Append("| ").Append(Code(row.Person.Value)).Append(" | ").Append(Cell(row.What)).Append(" | ").Append(Result(row)).AppendLine(" |");
            }

            text.AppendLine();
            if (rows.Count > MostRows)
            {
                var bad = worstFirst.Skip(MostRows).Count(row => row.IsBad);
                text.Append(CultureInfo.InvariantCulture, $"… and {rows.Count - MostRows} more, {(bad == 0 ? "all done as planned" : $"{bad} of which did not go through; the ledger names them")}.").AppendLine().AppendLine();
            }
        }

        foreach (var note in CommentNotes.Of(rows, notes))
        {
            text.AppendLine(note).AppendLine();
        }

        text.Append("Run ").Append(Code(run)).Append(". This comment is kept current; it is not repeated.");
        if (!notes.Reconciles)
        {
            text.AppendLine().AppendLine().Append("_The hourly reconcile run is switched off: a lost webhook, a leaver's deletion, a welcome that is still owed and a first password that nobody used wait for the next merge._");
        }

        return text.ToString();
    }

    private static string Headline(IReadOnlyList<ReportRow> rows, ReportNotes notes) => (notes.Problem, rows.Count(row => row.IsBad), rows.Count) switch
    {
        (not null, _, _) => "nothing more was applied",
        (_, _, 0) => "this merge changes nobody's access",
        (_, 0, _) => "done",
        (_, var bad, var all) => string.Create(CultureInfo.InvariantCulture, $"{bad} of {all} did not go through"),
    };

    private static string Result(ReportRow row) => row.Outcome switch
    {
        Outcome.Applied => Done(row) + (Afterword.Of(row) is { } more ? $"; {Cell(Excerpt.Of(more, LongestReason))}" : ""),
        Outcome.Welcomed or Outcome.Told => string.Create(CultureInfo.InvariantCulture, $"✉️ accepted for delivery at {row.At.UtcDateTime:HH:mm} UTC"),
        Outcome.Failed => $"❌ failed: {Reason(row, "no reason was given")}",
        Outcome.Refused => $"⛔ {Reason(row, "refused")}",
        Outcome.Undeliverable => $"❌ not delivered: {Reason(row, "returned")}",
        _ => throw new ArgumentOutOfRangeException(nameof(row), row.Outcome, "No way is known to tell this outcome."),
    };

    private static string Done(ReportRow row) => row.ReadBack switch
    {
        true => "✅ done, and read back from IAM",
        false => "⏳ done; IAM does not show it yet",
        null => "✅ done",
    };

    private static string Reason(ReportRow row, string otherwise) => Cell(Excerpt.Of(row.Detail ?? otherwise, LongestReason));
}
