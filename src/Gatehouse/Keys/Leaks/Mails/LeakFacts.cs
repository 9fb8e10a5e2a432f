using Gatehouse.Membership.Mails.Rendering;
using static Gatehouse.Membership.Mails.Rendering.Span;

namespace Gatehouse.Keys.Leaks.Mails;

/// <summary>What each mail about a leaked key says of it, and of what was done. Pure.</summary>
internal static class LeakFacts
{
    public static IReadOnlyList<Block> Of(LeakedKey leaked, LeakAdvice advice) =>
    [
        new Block.Fact("Access key", $"{Code(leaked.Id.Value)}"),
        new Block.Fact("User name", $"{Code(leaked.User?.Value ?? "not known")}"),
        new Block.Fact("AWS account", $"{Code(leaked.Account ?? "not known")}"),
        new Block.Fact("Found", $"{leaked.Place.Words}"),
        .. leaked.Place.Link is { } link ? [new Block.Fact("Look at it here", $"{Link(link)}")] : (Block[])[],
        new Block.Fact("Last use", $"{LeakAdvice.LastUseOf(leaked)}"),
        new Block.Heading("What was done"),
        new Block.Paragraph($"{advice.Done}"),
        new Block.Heading("What to do now"),
    ];
}
