using System.Text;
using static Gatehouse.Membership.Preview.PreviewHeadline;
using static Gatehouse.Membership.Report.Markdown;

namespace Gatehouse.Membership.Preview;

/// <summary>Writes what merging a pull request would do, in GitHub's Markdown: the comment, and the check's text. Pure.</summary>
public static class PreviewText
{
    /// <summary>The hidden text by which Gatehouse finds its own plan again.</summary>
    public const string Marker = "<!-- gatehouse:plan -->";

    /// <summary>GitHub takes 65,536 characters of a comment, and 65,535 of a check's text.</summary>
    public const int MostCharacters = 60_000;

    /// <summary>How many rows of each table are tried, until the whole is short enough; some rows hold much evidence.</summary>
    private static readonly int[] Rows = [400, 200, 100, 50, 25, 10, 3];

    /// <summary>More unknown addresses than this are counted.</summary>
    private const int MostUnknown = 50;

    /// <summary>All of it, however long.</summary>
    public static PreviewReport Whole(PreviewReading reading) => Report(reading, int.MaxValue, "");

    /// <summary>As many rows of each table as fit, the rest counted, and where the whole is.</summary>
    public static PreviewReport Cut(PreviewReading reading, string where) =>
        Rows.Select(rows => Report(reading, rows, where)).FirstOrDefault(report => report.Text.Length <= MostCharacters) ?? Report(reading, Rows[^1], where);

    private static PreviewReport Report(PreviewReading reading, int mostRows, string where)
    {
        var plan = reading.Plan;
        var passed = plan.Refused.Count == 0 && plan.NoticeProblems.Count == 0 && plan.Keys.Problems.Count == 0;
        var title = Of(plan, reading.Approval?.By);
        var text = new StringBuilder($"### {(passed ? "✅" : "⛔")} Gatehouse plan: {Lines($"{char.ToLowerInvariant(title[0])}{title[1..]}")}").AppendLine().AppendLine();
        text.AppendJoin("\n\n", LabelText.Of(reading.Label, reading.Approval, reading.Pull, plan.Removed).Prepend("Nothing has been done.")).AppendLine().AppendLine();
        if (where.Length > 0)
        {
            text.AppendLine(where).AppendLine();
        }

        PreviewNotices.WriteTo(text, plan, reading.Now, mostRows);
        PreviewKeys.WriteTo(text, reading, mostRows);
        foreach (var section in PreviewSections.Of(plan, reading.GraceDays))
        {
            var takesAway = reading.Evidence is not null && section.Rows.Any(row => PreviewSections.TakesAway(row.Change));
            section.WriteTo(text, takesAway ? change => EvidenceText.Cell(reading.Evidence!, change.Person, reading.Now) : null, mostRows);
        }

        Unknown(text, plan);
        text.Append(Footer(reading, plan));
        return new PreviewReport(passed, title, text.ToString()) { Annotations = PreviewProblems.Annotations([.. plan.NoticeProblems, .. plan.Keys.Problems]) };
    }

    private static void Unknown(StringBuilder text, PreviewPlan plan)
    {
        if (plan.Unknown.Count > 0)
        {
            text.AppendLine("#### Addresses of the reset files that fit no user of Gatehouse's").AppendLine()
                .Append("Nothing would be reset for ").Append(string.Join(", ", plan.Unknown.Take(MostUnknown).Select(Code)))
                .AppendLine(plan.Unknown.Count > MostUnknown ? $" and {plan.Unknown.Count - MostUnknown} more." : ".").AppendLine();
        }
    }

    private static string Footer(PreviewReading reading, PreviewPlan plan)
    {
        var waiting = plan.Waiting == 0 ? "" : $" {Counted(plan.Waiting, "change")} from before {(plan.Waiting == 1 ? "waits and is" : "wait and are")} not shown here.";
        var hidden = reading.Evidence is null && (plan.Changes.Any(PreviewSections.TakesAway) || plan.Removed.Count > 0)
            ? $" Whether the access is in use is not shown, because {(reading.Pull.Public ? "this repository is public" : "the head is a fork's")}."
            : "";
        return $"<sub>What merging {Code(Abbreviated(reading.Pull.Head))} into {Code(reading.Pull.BaseRef)} would do, judged by the settings that {Code(reading.Pull.BaseRef)} has now.{waiting}{hidden} This comment is kept current; it is not repeated.</sub>";
    }

    public static string Abbreviated(string commit) => commit[..Math.Min(commit.Length, 10)];
}
