using System.Globalization;
using Spectre.Console;

namespace Gatehouse.Cli.Output;

/// <summary>Says each step of a command as it begins and how it ended, with the time that it took.</summary>
internal sealed class Steps(Screen screen, TimeProvider clock)
{
    /// <summary>A failure is said and goes on to whoever asked.</summary>
    public async Task DoAsync(string what, Func<Task> step)
    {
        var (console, begun) = (screen.Results, clock.GetTimestamp());
        console.Write($"  {what} … ".AsText());
        var done = false;
        try
        {
            await step();
            done = true;
        }
        finally
        {
            console.Write((done ? "done" : "FAILED").AsText(done ? Words.Good : Words.Bad));
            console.Write(string.Create(CultureInfo.InvariantCulture, $" {clock.GetElapsedTime(begun).TotalSeconds:0.00} s").AsText(Words.Faint));
            console.WriteLine();
        }
    }

    /// <summary>A step that must not stop what follows.</summary>
    /// <returns>Why it failed; null where it did not.</returns>
    public async Task<string?> TryAsync(string what, Func<Task> step)
    {
        try
        {
            await DoAsync(what, step);
            return null;
        }
        catch (Exception known) when (Failure.Explain(known) is not null)
        {
            return Failure.Explain(known)!.Value.Sentence;
        }
    }

    public void Say(string text, Style? style = null)
    {
        screen.Results.Write(text.AsText(style));
        screen.Results.WriteLine();
    }
}
