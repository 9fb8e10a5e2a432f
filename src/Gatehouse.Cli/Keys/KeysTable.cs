using Gatehouse.Cli.Output;
using Gatehouse.Keys.Report;
using Spectre.Console;

namespace Gatehouse.Cli.Keys;

/// <summary>The report as a table. A terminal shows a key below its user, since a name alone may fill half a line; a pipe gets one line a key.</summary>
internal sealed class KeysTable(Screen screen)
{
    public void Show(EveryonesKeys report)
    {
        var figures = KeysFigures.Of(report);
        screen.Note(KeysHead.Stood(report), Words.Faint);
        if (report.Keys.Count == 0)
        {
            screen.Note("Nobody has an access key.");
            return;
        }

        var table = screen.IsPlain
            ? screen.Table("Next", "What", "Account", "User", "Whose", "Key", "State", "Age", "Last used", "For", "To know")
            : screen.Table("Next", "Key", "Age", "Last used");
        foreach (var key in report.Keys)
        {
            table.AddRow(screen.IsPlain ? Plain(key, report) : [Next(key, report), Told(key, report), Age(key, report), Used(key, report)]);
        }

        screen.Results.Write(table);
        screen.Note($"{Words.Many(figures.Active, "active key")} of {Words.Many(figures.Users, "user")}: {figures.Over} too old, {figures.Unused} unused, {figures.Exempt} exempt; {Words.Many(figures.Inactive, "inactive key")}.");
        foreach (var repository in report.Keys.Where(key => key.Rotation is not null).Select(key => key.Rotation!.Repository).Distinct())
        {
            screen.Note($"{repository} could do without a key, by GitHub's OpenID Connect. How: docs/operating.md, \"Deploying without a key\", or --format html.", Words.Faint);
        }
    }

    private static Text[] Plain(ReportedKey key, EveryonesKeys report) =>
    [
        new Text(key.Next is { } next ? KeyWords.Day(next.On) : ""),
        KeyWords.Next(key, report.Rule).AsText(),
        new Text(key.Account),
        key.User.AsText(),
        new Text(KeyWords.Of(key.Whose)),
        new Text(key.Id?.Value ?? ""),
        new Text(key.Active ? "active" : "inactive"),
        new Text(key.Age(report.Made) is { } age ? Words.Many(age, "day") : ""),
        new Text(key.Use is { } use ? KeyWords.Minute(use.At) : "never"),
        KeyWords.For(key.Use).AsText(),
        string.Join("; ", KeyWords.Notes(key, report.Made)).ReplaceLineEndings(" ").AsText(),
    ];

    private static Paragraph Next(ReportedKey key, EveryonesKeys report) => key.Next is { } next
        ? new Paragraph(KeyWords.Day(next.On), next.On <= report.Today ? Words.Warning : Words.Strong).Append($"\n{KeyWords.Next(key, report.Rule).Printable()}")
        : new Paragraph("nothing", Words.Faint);

    private static Paragraph Told(ReportedKey key, EveryonesKeys report)
    {
        var told = new Paragraph(key.User.Printable(), Words.Strong)
            .Append($"\n{KeyWords.Of(key.Whose)}{(report.Accounts.Count > 1 ? $" of {key.Account}" : "")}, {key.Id?.Value ?? "id not known"}, {(key.Active ? "active" : "inactive")}");
        foreach (var note in KeyWords.Notes(key, report.Made))
        {
            told.Append($"\n{note.Printable()}", Words.Faint);
        }

        return told;
    }

    private static Text Age(ReportedKey key, EveryonesKeys report) =>
        new(key.Age(report.Made) is { } age ? Words.Many(age, "day") : "not known", key.IsOver(report.Rule, report.Made) ? Words.Bad : null);

    private static Paragraph Used(ReportedKey key, EveryonesKeys report)
    {
        var style = key.IsUnused(report.Rule, report.Made) ? Words.Warning : Style.Plain;
        return key.Use is { } use ? new Paragraph(KeyWords.Day(use.At), style).Append($"\n{KeyWords.For(use).Printable()}", Words.Faint) : new Paragraph("never", style);
    }
}
