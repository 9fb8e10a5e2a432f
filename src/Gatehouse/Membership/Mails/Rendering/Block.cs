namespace Gatehouse.Membership.Mails.Rendering;

/// <summary>Every kind of block that a mail is made of; a rendering that meets another fails.</summary>
internal abstract record Block
{
    private Block()
    {
    }

    /// <summary>The mail's one title.</summary>
    internal sealed record Title(string Words) : Block;

    internal sealed record Heading(string Words) : Block;

    internal sealed record Subheading(string Words) : Block;

    internal sealed record Paragraph(Prose Prose) : Block;

    /// <summary>Something that costs the reader an hour if they miss it.</summary>
    internal sealed record Warning(Prose Prose) : Block;

    /// <summary>A name and a value that the reader copies; the plain text gives each a line of its own, "Name: value".</summary>
    internal sealed record Fact(string Name, Prose Value) : Block;

    /// <summary>A fact to copy with care, set large.</summary>
    internal sealed record Secret(string Name, string Value) : Block
    {
        public override string ToString() => $"Secret {{ Name = {Name} }}";
    }

    /// <summary>Numbered steps, done in order.</summary>
    internal sealed record Steps(params Prose[] Items) : Block;

    internal sealed record Points(params Prose[] Items) : Block;

    /// <summary>Lines to paste as they stand: never indented, because a configuration file would read an indented line as more of the one above.</summary>
    internal sealed record Paste(params Prose[] Lines) : Block;
}
