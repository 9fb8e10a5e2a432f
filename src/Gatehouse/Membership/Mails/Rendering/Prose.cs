using System.Runtime.CompilerServices;

namespace Gatehouse.Membership.Mails.Rendering;

/// <summary>A sentence written as an interpolated string whose holes keep what they are, so that each rendering escapes and marks them itself.</summary>
[InterpolatedStringHandler]
internal sealed class Prose
{
    private readonly List<Span> spans;

    public Prose(int literalLength, int formattedCount)
    {
        _ = literalLength;
        spans = new List<Span>(2 * formattedCount + 1);
    }

    public IReadOnlyList<Span> Spans => spans;

    public void AppendLiteral(string words) => spans.Add(new Span(SpanKind.Words, words));

    public void AppendFormatted(string words) => AppendLiteral(words);

    public void AppendFormatted(int number) => AppendLiteral($"{number}");

    public void AppendFormatted(Span span) => spans.Add(span);
}
