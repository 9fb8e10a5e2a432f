using System.Net;

namespace Gatehouse.Membership.Mails.Rendering;

/// <summary>
/// Renders content as HTML for mail clients: simple blocks, inline styles, nothing loaded from outside. It sets no text or page colour,
/// so that a client in dark mode keeps its own.
/// </summary>
internal static class Html
{
    public static string Render(string title, IReadOnlyList<Block> content) =>
        $"""
         <!DOCTYPE html>
         <html lang="en">
         <head>
         <meta charset="utf-8">
         <meta name="viewport" content="width=device-width, initial-scale=1">
         <meta name="color-scheme" content="light dark">
         <meta name="supported-color-schemes" content="light dark">
         <meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
         <title>{Escape(title)}</title>
         </head>
         <body style="margin:0;padding:0">
         <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:16px">
         <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px"><tr>
         <td align="left" style="{HtmlStyle.Page}">
         {string.Join('\n', content.Select(Of))}
         </td></tr></table>
         </td></tr></table>
         </body>
         </html>

         """;

    private static string Of(Block block) => block switch
    {
        Block.Title title => Element("h1", HtmlStyle.Title, Escape(title.Words)),
        Block.Heading heading => Element("h2", HtmlStyle.Heading, Escape(heading.Words)),
        Block.Subheading subheading => Element("h3", HtmlStyle.Subheading, Escape(subheading.Words)),
        Block.Paragraph paragraph => Element("p", HtmlStyle.Paragraph, Of(paragraph.Prose)),
        Block.Warning warning => Element("p", HtmlStyle.Warning, Of(warning.Prose)),
        Block.Fact fact => Element("p", HtmlStyle.Fact, $"{Escape(fact.Name)}:<br>{Of(fact.Value)}"),
        Block.Secret secret => Element("p", HtmlStyle.Fact, $"{Escape(secret.Name)}:<br>{Element("code", HtmlStyle.Secret, Escape(secret.Value))}"),
        Block.Steps steps => List("ol", steps.Items),
        Block.Points points => List("ul", points.Items),
        Block.Paste paste => Element("pre", HtmlStyle.Paste, string.Join('\n', paste.Lines.Select(Of))),
        _ => throw new NotSupportedException($"HTML has no rendering for {block.GetType().Name}."),
    };

    private static string List(string kind, IEnumerable<Prose> items) =>
        Element(kind, HtmlStyle.List, string.Concat(items.Select(item => "\n" + Element("li", HtmlStyle.Item, Of(item)))) + "\n");

    private static string Of(Prose prose) => string.Concat(prose.Spans.Select(Of));

    private static string Of(Span span) => span.Kind switch
    {
        SpanKind.Words => Escape(span.Value),
        SpanKind.Screen => $"<strong>{Escape(span.Value)}</strong>",
        SpanKind.Code => Element("code", HtmlStyle.Code, Escape(span.Value)),
        SpanKind.Fill => Element("strong", HtmlStyle.Fill, Escape(span.Value)),
        SpanKind.Link => $"<a href=\"{Escape(span.Value)}\" style=\"{HtmlStyle.Link}\">{Escape(span.Value)}</a>",
        _ => throw new NotSupportedException($"HTML has no rendering for {span.Kind}."),
    };

    private static string Element(string name, string style, string content) => $"<{name} style=\"{style}\">{content}</{name}>";

    private static string Escape(string value) => WebUtility.HtmlEncode(value);
}
