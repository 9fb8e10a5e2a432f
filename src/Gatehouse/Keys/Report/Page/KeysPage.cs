using System.Globalization;
using System.Text;
using static Gatehouse.Keys.Report.Page.Markup;

namespace Gatehouse.Keys.Report.Page;

/// <summary>The report as one HTML file that loads nothing and needs no script: the figures, the ages, the trend, and every key. Pure.</summary>
public static class KeysPage
{
    public static string Write(EveryonesKeys report)
    {
        var figures = KeysFigures.Of(report);
        var page = new StringBuilder();
        page.AppendLine(CultureInfo.InvariantCulture, $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>Access keys, {KeyWords.Minute(report.Made)} UTC</title>
            <style>
            {KeysPageStyle.Css}
            </style>
            </head>
            <body>
            <main>
            <h1>Access keys</h1>
            <p class="faint">Made {KeyWords.Minute(report.Made)} UTC. {Text(KeysHead.Stood(report))}</p>
            """);
        foreach (var trouble in KeysHead.Troubles(report))
        {
            page.AppendLine($"""<p class="problem">{Text(trouble)}</p>""");
        }

        Figures(page, figures, report.Rule);
        page.AppendLine("""<div class="drawings">""")
            .AppendLine($"""<figure style="margin:0"><h2>Ages of the active keys</h2>{AgeHistogram.Draw(report)}</figure>""")
            .AppendLine(CultureInfo.InvariantCulture, $"""<figure style="margin:0"><h2>The last {EveryonesKeys.TrendDays} days</h2>{KeysTrend.Draw(report)}</figure>""")
            .AppendLine("</div>").AppendLine("<h2>Every key, by what happens next</h2>").AppendLine(KeysTable.Write(report));
        WithoutKeys(page, report);
        return page.AppendLine("</main>").AppendLine("</body>").AppendLine("</html>").ToString();
    }

    private static void Figures(StringBuilder page, KeysFigures figures, KeyRule rule)
    {
        (string Name, int Count)[] all =
        [
            ($"active keys of {KeyWords.Many(figures.Users, "user")}", figures.Active),
            (rule.DeactivateDays > 0 ? string.Create(CultureInfo.InvariantCulture, $"{rule.DeactivateDays} days old or older") : "too old", figures.Over),
            ("with a next step within 7 days", figures.Soon),
            (string.Create(CultureInfo.InvariantCulture, $"unused for {rule.UnusedAfter} days or more"), figures.Unused),
            ("exempt", figures.Exempt),
            ("inactive keys", figures.Inactive),
        ];
        page.Append("""<dl class="figures">""").AppendJoin("", all.Select(one => $"<div><dt>{Text(one.Name)}</dt><dd>{one.Count}</dd></div>")).AppendLine("</dl>");
    }

    /// <summary>For each repository that keys are rotated into: it could do without one.</summary>
    private static void WithoutKeys(StringBuilder page, EveryonesKeys report)
    {
        foreach (var key in report.Keys.Where(key => key.Rotation is not null).DistinctBy(key => (key.Account, key.User)))
        {
            var steps = OpenIdConnect.Steps;
            page.AppendLine($"<h2>{Text(key.Rotation!.Repository)} could do without {Text(key.User)}'s key</h2>")
                .AppendLine("<p>GitHub's OpenID Connect gives its jobs a session of an AWS role for each run: no key to keep, to rotate or to leak.</p>")
                .AppendLine($"<ol><li>{Text(steps[0])}</li><li>{Text(steps[1])}<pre>{Text(OpenIdConnect.TrustPolicy(key.Account, key.Rotation))}</pre></li>")
                .AppendJoin("", steps.Skip(2).Select(step => $"<li>{Text(step)}</li>")).AppendLine("</ol>");
        }
    }
}
