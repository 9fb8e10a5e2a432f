using Spectre.Console;

namespace Gatehouse.Cli.Output;

/// <summary>
/// Where a command says what it says: results on standard output; errors, warnings and progress on standard error. A terminal gets colours
/// and lines that fit it; a file or a pipe gets plain text of any width, so that nothing is cut or wrapped.
/// </summary>
internal sealed class Screen
{
    /// <summary>Wider than any line that is written.</summary>
    private const int Unlimited = 10_000;

    private readonly TextWriter output;

    public Screen(TextWriter output, bool redirected, TextWriter errors, bool errorsRedirected)
    {
        this.output = output;
        IsPlain = redirected;
        Results = Over(output, redirected);
        Aside = Over(errors, errorsRedirected);
    }

    public static Screen OfProcess { get; } = new(Console.Out, Console.IsOutputRedirected, Console.Error, Console.IsErrorRedirected);

    /// <summary>Whether results go to a file or a pipe.</summary>
    public bool IsPlain { get; }

    public IAnsiConsole Results { get; }

    /// <summary>Standard error.</summary>
    public IAnsiConsole Aside { get; }

    /// <summary>Writes text as it is, for a machine to read.</summary>
    public void WriteRaw(string text) => output.Write(text);

    /// <summary>A command to copy: on a line of its own, never broken by us.</summary>
    public void Command(string command) => output.WriteLine($"  {command}");

    /// <summary>A line of its own on standard error: what is no result.</summary>
    public void Note(string text, Style? style = null)
    {
        Aside.Write(text.AsText(style));
        Aside.WriteLine();
    }

    public Table Table(params string[] columns)
    {
        var table = new Table().Border(IsPlain ? TableBorder.None : TableBorder.Simple);
        foreach (var column in columns)
        {
            table.AddColumn(IsPlain
                ? new TableColumn(new Text(column)) { NoWrap = true, Padding = new Padding(0, 0, 2, 0) }
                : new TableColumn(new Text(column, Words.Strong)));
        }

        return table;
    }

    private static IAnsiConsole Over(TextWriter writer, bool redirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect,
            Interactive = redirected ? InteractionSupport.No : InteractionSupport.Detect,
        });
        if (redirected)
        {
            console.Profile.Width = Unlimited;
        }

        return console;
    }
}
