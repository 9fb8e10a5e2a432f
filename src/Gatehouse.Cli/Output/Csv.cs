using System.Buffers;
using System.Text;

namespace Gatehouse.Cli.Output;

/// <summary>
/// Comma-separated values by RFC 4180: a header, CRLF after each record, quotation marks where they are needed. A value that a spreadsheet
/// would take for a formula gets an apostrophe before it. Pure.
/// </summary>
internal static class Csv
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");
    private static readonly SearchValues<char> Formula = SearchValues.Create("=+-@\t\r");

    public static string Write(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string?>> records)
    {
        var text = new StringBuilder();
        Append(text, header);
        foreach (var record in records)
        {
            Append(text, record);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, IEnumerable<string?> record) => text.AppendJoin(',', record.Select(Field)).Append("\r\n");

    private static string Field(string? value)
    {
        var field = value ?? "";
        if (field.Length > 0 && Formula.Contains(field[0]))
        {
            field = $"'{field}";
        }

        return field.AsSpan().ContainsAny(Quoted) ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
    }
}
