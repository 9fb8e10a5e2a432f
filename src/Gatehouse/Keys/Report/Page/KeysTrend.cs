using System.Globalization;
using System.Text;
using Gatehouse.Ledger;
using static Gatehouse.Keys.Report.Page.Markup;

namespace Gatehouse.Keys.Report.Page;

/// <summary>Draws how the keys stood at each day's sweep, each count on a scale of its own; a day without a sweep is a gap. Pure.</summary>
internal static class KeysTrend
{
    private const double Width = 720, Left = 8, Right = 44, Head = 26, Tall = 64, Foot = 14, Panel = Head + Tall + Foot;

    public static string Draw(EveryonesKeys report)
    {
        if (report.Days.Count == 0)
        {
            return $"<p>No sweep was recorded in the last {EveryonesKeys.TrendDays} days.</p>";
        }

        (string Name, Func<KeyDay, int> Count)[] lines =
        [
            ("active keys", day => day.Active),
            (report.Rule.DeactivateDays > 0 ? string.Create(CultureInfo.InvariantCulture, $"of these, {report.Rule.DeactivateDays} days old or older") : "of these, too old", day => day.Over),
            (string.Create(CultureInfo.InvariantCulture, $"of these, unused for {report.Rule.UnusedAfter} days or more"), day => day.Unused),
        ];
        var (first, last) = (report.Days[0], report.Days[^1]);
        var svg = new StringBuilder();
        svg.AppendLine(CultureInfo.InvariantCulture, $"""<svg viewBox="0 0 {Width} {(lines.Length * Panel) + 18}" role="img" aria-labelledby="trend-title trend-desc">""");
        svg.AppendLine($"""<title id="trend-title">The last {EveryonesKeys.TrendDays} days</title>""");
        var said = lines.Select(line => string.Create(CultureInfo.InvariantCulture, $"{line.Name}: {line.Count(first)} on {KeyWords.Day(first.Day)}, {line.Count(last)} on {KeyWords.Day(last.Day)}"));
        svg.AppendLine($"""<desc id="trend-desc">{Text(string.Join("; ", said))}. {KeyWords.Many(EveryonesKeys.TrendDays - report.Days.Count, "day")} without a sweep.</desc>""");
        for (var panel = 0; panel < lines.Length; panel++)
        {
            Draw(svg, report, panel * Panel, lines[panel].Name, lines[panel].Count);
        }

        var below = (lines.Length * Panel) + 8;
        svg.AppendLine($"""<text class="tick from" x="{Place(Left)}" y="{Place(below)}">{KeyWords.Day(From(report))}</text>""");
        svg.AppendLine($"""<text class="tick to" x="{Place(Width - Right)}" y="{Place(below)}">{KeyWords.Day(report.Today)}</text>""");
        return svg.Append("</svg>").ToString();
    }

    private static void Draw(StringBuilder svg, EveryonesKeys report, double top, string name, Func<KeyDay, int> count)
    {
        var (most, floor) = (report.Days.Max(count), top + Head + Tall);
        (double X, double Y) At(KeyDay day) => (X(report, day.Day), floor - (most == 0 ? 0 : Tall * count(day) / most));
        svg.AppendLine($"""<text class="label" x="{Place(Left)}" y="{Place(top + 15)}">{Text(name)}</text>""");
        svg.AppendLine($"""<line class="axis" x1="{Place(Left)}" x2="{Place(Width - Right)}" y1="{Place(floor)}" y2="{Place(floor)}"/>""");
        foreach (var stretch in Stretches(report.Days))
        {
            svg.AppendLine(stretch is [var alone]
                ? $"""<circle class="point" cx="{Place(At(alone).X)}" cy="{Place(At(alone).Y)}" r="2"/>"""
                : $"""<polyline class="line" points="{string.Join(' ', stretch.Select(day => $"{Place(At(day).X)},{Place(At(day).Y)}"))}"/>""");
        }

        var (endX, endY) = At(report.Days[^1]);
        svg.AppendLine($"""<circle class="point" cx="{Place(endX)}" cy="{Place(endY)}" r="3"/><text class="end" x="{Place(endX + 8)}" y="{Place(endY + 4)}">{count(report.Days[^1])}</text>""");
    }

    /// <summary>Days that follow one another.</summary>
    private static List<List<KeyDay>> Stretches(IReadOnlyList<KeyDay> days)
    {
        var stretches = new List<List<KeyDay>>();
        foreach (var day in days)
        {
            if (stretches.Count == 0 || stretches[^1][^1].Day.AddDays(1) != day.Day)
            {
                stretches.Add([]);
            }

            stretches[^1].Add(day);
        }

        return stretches;
    }

    private static DateOnly From(EveryonesKeys report) => report.Today.AddDays(1 - EveryonesKeys.TrendDays);

    private static double X(EveryonesKeys report, DateOnly day) =>
        Left + ((Width - Left - Right) * (day.DayNumber - From(report).DayNumber) / (EveryonesKeys.TrendDays - 1));
}
