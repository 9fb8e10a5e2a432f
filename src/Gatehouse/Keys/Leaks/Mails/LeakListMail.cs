using Gatehouse.Membership.Mails;
using Gatehouse.Membership.Mails.Rendering;
using static Gatehouse.Membership.Mails.Rendering.Span;

namespace Gatehouse.Keys.Leaks.Mails;

/// <summary>Tells the list of those who watch what Slack did not take, or what was given up. Pure.</summary>
internal static class LeakListMail
{
    /// <summary>A leaked key that Slack was not told of yet.</summary>
    public static Mail Write(LeakedKey leaked, string channel, DateTimeOffset now)
    {
        var advice = LeakAdvice.Of(leaked, now);
        return Mail.Of("A leaked access key, which Slack did not take",
        [
            new Block.Title("A leaked access key, which Slack did not take"),
            new Block.Paragraph($"In AWS, {advice.What}."),
            .. LeakFacts.Of(leaked, advice),
            new Block.Points([.. advice.Now.Select(step => (Prose)$"{step}")]),
            new Block.Paste([.. advice.Commands.Select(command => (Prose)$"{command}")]),
            new Block.Paragraph($"Slack did not take this, so the same may follow in {Code(channel)}."),
        ]);
    }

    /// <summary>A leak that could not be handled at all.</summary>
    public static Mail Given(string what, LeakPlace place, string why) => Mail.Of("A leaked access key could not be handled",
    [
        new Block.Title("A leaked access key could not be handled"),
        new Block.Paragraph($"Gatehouse has tried for more than an hour, and has given up. The key may still be active."),
        new Block.Fact("Access key", $"{Code(what)}"),
        new Block.Fact("Found", $"{place.Words}"),
        .. place.Link is { } link ? [new Block.Fact("Look at it here", $"{Link(link)}")] : (Block[])[],
        new Block.Fact("Why", $"{why}"),
        new Block.Heading("What to do now"),
        new Block.Paragraph($"See whose the key is, make it inactive, and cut the user's sessions by hand. The page docs/operating.md says how, under \"When a key leaks\"."),
        new Block.Paste([.. LeakText.ByHand(what).Select(command => (Prose)$"{command}")]),
    ]);
}
