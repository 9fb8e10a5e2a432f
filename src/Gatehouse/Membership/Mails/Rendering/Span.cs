namespace Gatehouse.Membership.Mails.Rendering;

/// <summary>What a piece of a sentence is, for the reader's eye.</summary>
internal enum SpanKind
{
    Words,

    /// <summary>Something the reader sees on the screen and selects.</summary>
    Screen,

    /// <summary>Something to copy exactly.</summary>
    Code,

    /// <summary>A placeholder that the reader replaces.</summary>
    Fill,

    Link,
}

/// <summary>A piece of a sentence; not a record, because a record would print a password that it holds.</summary>
internal readonly struct Span(SpanKind kind, string value)
{
    public SpanKind Kind { get; } = kind;

    public string Value { get; } = value;

    public static Span Screen(string label) => new(SpanKind.Screen, label);

    public static Span Code(string exact) => new(SpanKind.Code, exact);

    public static Span Fill(string placeholder) => new(SpanKind.Fill, placeholder);

    public static Span Link(string address) => new(SpanKind.Link, address);
}
