using Gatehouse.Cli.Output;
using Gatehouse.Ledger;
using Spectre.Console;

namespace Gatehouse.Cli.History;

/// <summary>The trail as a table. A terminal shows each entry below its person, since a name alone may fill half a line; a pipe gets one line an entry.</summary>
internal static class HistoryTable
{
    public static void Show(Screen screen, IReadOnlyList<AuditEntry> entries, bool withPerson = true)
    {
        var table = screen.IsPlain ? screen.Table("At (UTC)", "Person", "What", "Outcome", "Why", "Run", "Detail") : screen.Table("At (UTC)", "What happened");
        foreach (var entry in entries)
        {
            table.AddRow(screen.IsPlain ? Plain(entry) : [new Text(Words.Minute(entry.At)), Told(entry, withPerson)]);
        }

        screen.Results.Write(table);
    }

    private static Text[] Plain(AuditEntry entry) =>
    [
        new Text(Words.Minute(entry.At)),
        entry.Person.Value.AsText(),
        entry.What.AsText(),
        new Text(Words.Ended(entry.Outcome).Word),
        Words.Why(entry.Because).AsText(),
        entry.Run.AsText(),
        (entry.Detail ?? "").ReplaceLineEndings(" ").AsText(),
    ];

    private static Paragraph Told(AuditEntry entry, bool withPerson)
    {
        var (word, style) = Words.Ended(entry.Outcome);
        var told = new Paragraph();
        if (withPerson)
        {
            told.Append($"{entry.Person.Value.Printable()}\n", Words.Strong);
        }

        told.Append($"{entry.What.Printable()}: ").Append(word, style);
        if (entry.Detail is { } detail)
        {
            told.Append($"\n{detail.Printable()}");
        }

        return told.Append($"\n{Words.Why(entry.Because).Printable()} · {Words.ShortRun(entry.Run).Printable()}", Words.Faint);
    }
}
