using System.Globalization;
using System.Net;

namespace Gatehouse.Keys.Report.Page;

/// <summary>Puts text into HTML and SVG as the text that it is. Pure.</summary>
internal static class Markup
{
    public static string Text(string text) => WebUtility.HtmlEncode(text);

    /// <summary>A length or place in a drawing.</summary>
    public static string Place(double at) => at.ToString("0.#", CultureInfo.InvariantCulture);
}
