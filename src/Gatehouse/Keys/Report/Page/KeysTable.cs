using System.Globalization;
using System.Text;
using static Gatehouse.Keys.Report.Page.Markup;

namespace Gatehouse.Keys.Report.Page;

/// <summary>Writes the keys as a table, sorted as the report is. On a narrow screen each row becomes a card, and stays a row to a screen reader. Pure.</summary>
internal static class KeysTable
{
    private static readonly string[] Columns = ["Next", "Whose", "Key", "Age", "Last used", "To know"];

    public static string Write(EveryonesKeys report)
    {
        if (report.Keys.Count == 0)
        {
            return "<p>Nobody has an access key.</p>";
        }

        var html = new StringBuilder("""<table role="table"><thead role="rowgroup"><tr role="row">""");
        html.AppendJoin("", Columns.Select(column => $"""<th scope="col" role="columnheader">{column}</th>""")).AppendLine("""</tr></thead><tbody role="rowgroup">""");
        foreach (var key in report.Keys)
        {
            html.Append("""<tr role="row">""")
                .AppendJoin("", Columns.Zip(Cells(key, report), (column, cell) => $"""<td role="cell" data-column="{column}">{cell}</td>"""))
                .AppendLine("</tr>");
        }

        return html.Append("</tbody></table>").ToString();
    }

    private static string[] Cells(ReportedKey key, EveryonesKeys report) =>
    [
        key.Next is { } next ? $"""<strong>{KeyWords.Day(next.On)}</strong>{(next.On <= report.Today ? """ <span class="tag">due</span>""" : "")}<br>{Text(KeyWords.Next(key, report.Rule))}""" : "nothing",
        $"""<span class="name">{Text(key.User)}</span><br><span class="faint">{KeyWords.Of(key.Whose)}{(report.Accounts.Count > 1 ? $", {Text(key.Account)}" : "")}</span>""",
        $"""{(key.Id is { } id ? $"<code>{Text(id.Value)}</code>" : """<span class="faint">id not known</span>""")}<br>{(key.Active ? "active" : """<span class="tag">inactive</span>""")}""",
        key.Age(report.Made) is { } age ? $"""{KeyWords.Many(age, "day")}{(key.IsOver(report.Rule, report.Made) ? """ <span class="tag">too old</span>""" : "")}<br><span class="faint">{KeyWords.Day(key.Created!.Value)}</span>""" : "not known",
        Used(key, report),
        string.Join("<br>", KeyWords.Notes(key, report.Made).Select(Text)),
    ];

    private static string Used(ReportedKey key, EveryonesKeys report)
    {
        var unused = key.IsUnused(report.Rule, report.Made) ? """ <span class="tag">unused</span>""" : "";
        return key.Use is { } use
            ? string.Create(CultureInfo.InvariantCulture, $"""{KeyWords.Day(use.At)}{unused}<br><span class="faint">{Text(KeyWords.For(use))}</span>""")
            : $"never{unused}";
    }
}
