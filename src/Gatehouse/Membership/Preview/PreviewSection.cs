using System.Globalization;
using System.Text;
using Gatehouse.Membership.Report;
using static Gatehouse.Membership.Report.Markdown;

namespace Gatehouse.Membership.Preview;

/// <summary>One table of a plan's comment: a change a row, under a title and a word on what it means. Pure.</summary>
/// <param name="Title">In Markdown.</param>
/// <param name="Intro">In Markdown; empty for none.</param>
/// <param name="Heading">What stands above the changes: <c>Merging would</c>.</param>
/// <param name="Rows">Its rows.</param>
internal sealed record PreviewSection(string Title, string Intro, string Heading, IReadOnlyList<PreviewRow> Rows)
{
    /// <summary>The most characters of one change: a register may name a group as it likes.</summary>
    private const int LongestChange = 500;

    /// <param name="text">What it is written to.</param>
    /// <param name="evidence">Gives the evidence for a row; null for a table without.</param>
    /// <param name="mostRows">The rest is counted.</param>
    public void WriteTo(StringBuilder text, Func<MembershipChange, string>? evidence, int mostRows)
    {
        text.AppendLine($"#### {Title}").AppendLine();
        if (Intro.Length > 0)
        {
            text.AppendLine(Intro).AppendLine();
        }

        text.AppendLine(evidence is null ? $"| Person | {Heading} |" : $"| Person | {Heading} | In use? |").AppendLine(evidence is null ? "|---|---|" : "|---|---|---|");
        foreach (var (change, why) in Rows.Take(mostRows))
        {
            text.Append("| ").Append(Code(Cut(change.Person.Value))).Append(" | ").Append(Cell(Cut(change.What))).Append(why is null ? "" : $"<br>{Cell(Cut(why))}").AppendLine(evidence is null ? " |" : $" | {evidence(change)} |");
        }

        text.AppendLine();
        if (Rows.Count > mostRows)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"… and {Rows.Count - mostRows} more of these {Rows.Count}.").AppendLine();
        }
    }

    private static string Cut(string text) => Excerpt.Of(text, LongestChange, whole: "");
}

/// <summary>A row: a change, and the guard's reason where each row of a table has its own.</summary>
internal sealed record PreviewRow(MembershipChange Change, string? Why = null);
