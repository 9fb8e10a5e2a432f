using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace Gatehouse.Register;

/// <summary>
/// Turns the bytes of one file of the register into JSON, or into a problem with its line. A byte order mark and CRLF are fine; an empty file,
/// another encoding than UTF-8, comments, trailing commas and a merge conflict left behind are not.
/// </summary>
internal static partial class RegisterText
{
    private const string Strict = "Correct the line: it must be plain JSON, as `terraform fmt` and jq accept it.";

    public static PlacedJson? Parse(string file, ReadOnlySpan<byte> bytes, RegisterProblems problems)
    {
        var text = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        if (text.IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            problems.Add(file, 1, "The file is empty.", "Put its contents back from the commit before.");
            return null;
        }

        if (LineOfBadEncoding(text) is { } line)
        {
            problems.Add(file, line, "The text is not UTF-8.", "Save the file as UTF-8.");
            return null;
        }

        return Json(file, text, problems);
    }

    /// <summary>The lines of a file of plain text; one that is not UTF-8 is a problem.</summary>
    public static IReadOnlyList<string> Lines(string file, ReadOnlySpan<byte> bytes, RegisterProblems problems)
    {
        var text = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        if (LineOfBadEncoding(text) is { } line)
        {
            problems.Add(file, line, "The text is not UTF-8.", "Save the file as UTF-8.");
            return [];
        }

        return Encoding.UTF8.GetString(text).Split('\n');
    }

    private static PlacedJson? Json(string file, ReadOnlySpan<byte> text, RegisterProblems problems)
    {
        try
        {
            return PlacedJsonParser.Parse(text);
        }
        catch (JsonException broken)
        {
            var line = (int)(broken.LineNumber ?? 0) + 1;
            var (what, mend) = Explain(LineAt(text, line), broken.Message);
            problems.Add(file, line, what, mend);
            return null;
        }
    }

    private static (string What, string Mend) Explain(string line, string message) => line.TrimStart() switch
    {
        ['<' or '>' or '=' or '|', ..] => ("A merge conflict was left in the file.", "Resolve it, and take out the lines with <<<<<<<, ======= and >>>>>>>."),
        _ when message.StartsWith("'/'", StringComparison.Ordinal) || message.StartsWith("'#'", StringComparison.Ordinal) =>
            ("There is a comment, and JSON has none.", "Take the comment out."),
        _ when message.Contains("trailing comma", StringComparison.Ordinal) => ("A comma stands before a closing bracket.", "Take out the comma after the last entry."),
        _ => ($"The JSON is broken. {Position().Replace(message, "")}", Strict),
    };

    private static int? LineOfBadEncoding(ReadOnlySpan<byte> text)
    {
        if (Utf8.IsValid(text) && !text.Contains((byte)0))
        {
            return null;
        }

        for (int at = 0, line = 1; at < text.Length;)
        {
            if (Rune.DecodeFromUtf8(text[at..], out var rune, out var length) != OperationStatus.Done || rune.Value == 0)
            {
                return line;
            }

            line += rune.Value == '\n' ? 1 : 0;
            at += length;
        }

        return null;
    }

    private static string LineAt(ReadOnlySpan<byte> text, int line) => Encoding.UTF8.GetString(text).Split('\n').ElementAtOrDefault(line - 1) ?? "";

    [GeneratedRegex(@" LineNumber: \d+ \| BytePositionInLine: \d+\.$")]
    private static partial Regex Position();
}
