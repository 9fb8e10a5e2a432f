namespace Gatehouse.Membership.Mails.Rendering;

/// <summary>Renders content as plain text that reads well unformatted; lines are not wrapped, so that a phone can.</summary>
internal static class PlainText
{
    public static string Render(IReadOnlyList<Block> content)
    {
        var text = "";
        for (var i = 0; i < content.Count; i++)
            text += Of(content[i]) + (StaysTogether(content, i) ? "\n" : "\n\n");
        return text.TrimEnd('\n') + "\n";
    }

    private static bool StaysTogether(IReadOnlyList<Block> content, int i) =>
        i + 1 < content.Count && IsFact(content[i]) && IsFact(content[i + 1]);

    private static bool IsFact(Block block) => block is Block.Fact or Block.Secret;

    private static string Of(Block block) => block switch
    {
        Block.Title title => Underlined(title.Words, '='),
        Block.Heading heading => "\n" + Underlined(heading.Words, '-'),
        Block.Subheading subheading => subheading.Words + ":",
        Block.Paragraph paragraph => Of(paragraph.Prose),
        Block.Warning warning => "! " + Of(warning.Prose),
        Block.Fact fact => $"{fact.Name}: {Of(fact.Value)}",
        Block.Secret secret => $"{secret.Name}: {secret.Value}",
        Block.Steps steps => string.Join('\n', steps.Items.Select((step, i) => $"{i + 1}. {Of(step)}")),
        Block.Points points => string.Join('\n', points.Items.Select(point => $"- {Of(point)}")),
        Block.Paste paste => string.Join('\n', paste.Lines.Select(Of)),
        _ => throw new NotSupportedException($"Plain text has no rendering for {block.GetType().Name}."),
    };

    private static string Underlined(string words, char line) => $"{words}\n{new string(line, words.Length)}";

    private static string Of(Prose prose) => string.Concat(prose.Spans.Select(Of));

    private static string Of(Span span) => span.Kind is SpanKind.Screen ? $"\"{span.Value}\"" : span.Value;
}
