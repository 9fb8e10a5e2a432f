using System.Text.RegularExpressions;

namespace Gatehouse.Membership.Report;

/// <summary>Puts what people wrote into GitHub's Markdown as the text that it is: no table cell, link, mention or HTML can come of it. Pure.</summary>
public static partial class Markdown
{
    /// <summary>Text over several lines; a list in it stays a list.</summary>
    public static string Lines(string text) => Punctuation().Replace(text, "\\$0")
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace("@", "@\u200b", StringComparison.Ordinal);

    /// <summary>Text of one table cell.</summary>
    public static string Cell(string text) => Lines(text).ReplaceLineEndings("<br>");

    /// <summary>A name, as code, also in a table cell.</summary>
    public static string Code(string text) => $"`{text.Replace("`", "'", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ")}`";

    [GeneratedRegex(@"[\\`*\[\]~|]")]
    private static partial Regex Punctuation();
}
