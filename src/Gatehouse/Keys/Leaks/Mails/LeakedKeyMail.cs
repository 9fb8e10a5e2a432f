using Gatehouse.Membership.Mails;
using Gatehouse.Membership.Mails.Rendering;
using Gatehouse.Membership.Mails.Sections;
using static Gatehouse.Membership.Mails.Rendering.Span;

namespace Gatehouse.Keys.Leaks.Mails;

/// <summary>Tells whose key it is that it was found in public: what was done, what to look at, and when to make another. Pure.</summary>
internal static class LeakedKeyMail
{
    /// <param name="leaked">The key.</param>
    /// <param name="help">Where to ask, as a sentence.</param>
    /// <param name="now">When it is written.</param>
    public static Mail Write(LeakedKey leaked, string help, DateTimeOffset now)
    {
        var title = leaked.End is LeakEnd.Protected ? "An access key of yours was found in public, and is still active" : "An access key of yours was found in public, and is inactive now";
        var advice = LeakAdvice.Of(leaked, now);
        return Mail.Of(title,
        [
            new Block.Title(title),
            new Block.Paragraph($"Whoever found this key could use it as if it were you. {(leaked.End is LeakEnd.Protected ? "It is active still, because it belongs to a machine user that must not stop: act now." : "Nobody can use it any more.")}"),
            .. LeakFacts.Of(leaked, advice),
            .. leaked.End is LeakEnd.Protected
                ? [new Block.Paragraph($"Give whatever uses the key another one, and then make this one inactive:"), new Block.Paste([.. advice.Commands.SkipLast(1).Select(command => (Prose)$"{command}")])]
                : (Block[])[],
            new Block.Steps(
                $"Look at what was done with the key, in each region that you use. If you did not do all of it yourself, tell the people named at the end of this mail at once.",
                $"Take the key out of where it was found, its history included: a commit that deletes it leaves it in the commits before.",
                leaked.Machine?.Rotation is { } rotation
                    ? $"Then let it be rotated, if that is not done yet: {Code(LeakAdvice.RotationOf(leaked))} writes another key into {rotation.Repository}, which has none that works once this one is inactive."
                    : (Prose)$"Only then make a new key, if you still need one. Keep it out of files that you share: {Code("aws-vault")} keeps it in your computer's own store."),
            new Block.Paste($"{LeakAdvice.Look(leaked)}"),
            new Block.Warning($"You cannot make this key active again, and nobody will do it for you. Do not delete it either: it is evidence."),
            .. AskForHelp.For(leaked.User!.Value, help),
        ]) with { Kind = MailKinds.AccessKey };
    }
}
