using System.Text;
using Spectre.Console;

namespace Gatehouse.Cli.Output;

/// <summary>Text that came from elsewhere, such as a name of the register, made fit for a terminal: it can neither colour, move nor clear anything.</summary>
internal static class Said
{
    /// <summary>As a cell of a table, or a line.</summary>
    public static Text AsText(this string text, Style? style = null) => new(Printable(text), style);

    public static string Printable(this string text)
    {
        if (!text.Any(IsControl))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            clean.Append(IsControl(character) ? '\uFFFD' : character);
        }

        return clean.ToString();
    }

    private static bool IsControl(char character) => char.IsControl(character) && character != '\n';
}
