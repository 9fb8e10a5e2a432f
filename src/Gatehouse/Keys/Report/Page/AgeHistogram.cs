using System.Globalization;
using System.Text;
using static Gatehouse.Keys.Report.Page.Markup;

namespace Gatehouse.Keys.Report.Page;

/// <summary>Draws how old the active keys are: a bar for every fifteen days, and the days of the first warning and of the end marked. Pure.</summary>
internal static class AgeHistogram
{
    private const int BarDays = 15, LeastDays = 180, DaysAfterEnd = 75;
    private const double Width = 720, Left = 8, Top = 44, Height = 180, Gap = 3;

    public static string Draw(EveryonesKeys report)
    {
        var bars = Bars(report);
        var (most, wide) = (Math.Max(1, bars.Max()), (Width - (2 * Left)) / bars.Length);
        var svg = new StringBuilder();
        svg.AppendLine(CultureInfo.InvariantCulture, $"""<svg viewBox="0 0 {Width} {Top + Height + 44}" role="img" aria-labelledby="ages-title ages-desc">""");
        svg.AppendLine("""<title id="ages-title">Ages of the active keys</title>""").AppendLine($"""<desc id="ages-desc">{Text(Said(bars))}</desc>""");
        for (var bar = 0; bar < bars.Length; bar++)
        {
            var (x, tall) = (Left + (bar * wide), Height * bars[bar] / most);
            var zone = Zone(bar * BarDays, report.Rule);
            svg.Append($"""<rect class="{zone}" x="{Place(x + Gap)}" y="{Place(Top + Height - tall)}" width="{Place(wide - (2 * Gap))}" height="{Place(tall)}"/>""");
            svg.Append(bars[bar] == 0 ? "" : $"""<text class="count" x="{Place(x + (wide / 2))}" y="{Place(Top + Height - tall - 5)}">{bars[bar]}</text>""");
            svg.AppendLine($"""<text class="tick" x="{Place(x + (wide / 2))}" y="{Place(Top + Height + 17)}">{Label(bar, bars.Length)}</text>""");
        }

        svg.AppendLine($"""<line class="axis" x1="{Place(Left)}" x2="{Place(Width - Left)}" y1="{Place(Top + Height)}" y2="{Place(Top + Height)}"/>""");
        svg.AppendLine($"""<text class="tick" x="{Place(Width / 2)}" y="{Place(Top + Height + 38)}">age in days</text>""");
        Mark(svg, report.Rule.WarningDays[0], wide, "first mail", "end", -6);
        if (report.Rule.DeactivateDays > 0)
        {
            Mark(svg, report.Rule.DeactivateDays, wide, "inactive", "start", 6);
        }

        return svg.Append("</svg>").ToString();
    }

    private static void Mark(StringBuilder svg, int day, double wide, string what, string anchor, double aside)
    {
        var x = Left + (day * wide / BarDays);
        svg.AppendLine($"""<line class="mark" x1="{Place(x)}" x2="{Place(x)}" y1="12" y2="{Place(Top + Height)}"/>""");
        svg.AppendLine($"""<text class="label" text-anchor="{anchor}" x="{Place(x + aside)}" y="22">day {day}: {what}</text>""");
    }

    /// <summary>The last bar holds all that are older.</summary>
    private static int[] Bars(EveryonesKeys report)
    {
        var bars = new int[(Math.Max(LeastDays, report.Rule.DeactivateDays + DaysAfterEnd) / BarDays) + 1];
        foreach (var key in report.Active)
        {
            bars[Math.Min((key.Age(report.Made) ?? 0) / BarDays, bars.Length - 1)]++;
        }

        return bars;
    }

    private static string Label(int bar, int bars) => string.Create(CultureInfo.InvariantCulture, $"{bar * BarDays}{(bar == bars - 1 ? "+" : "")}");

    private static string Zone(int from, KeyRule rule) =>
        rule.DeactivateDays > 0 && from >= rule.DeactivateDays ? "bar over" : from + BarDays > rule.WarningDays[0] ? "bar warned" : "bar";

    private static string Said(int[] bars)
    {
        var said = Enumerable.Range(0, bars.Length).Where(bar => bars[bar] > 0)
            .Select(bar => string.Create(CultureInfo.InvariantCulture, $"{bar * BarDays}{(bar == bars.Length - 1 ? " days and more" : $" to {((bar + 1) * BarDays) - 1} days")}: {KeyWords.Many(bars[bar], "key")}"));
        return bars.All(bar => bar == 0) ? "There is no active key." : $"{string.Join("; ", said)}.";
    }
}
