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
    public static Mail Write(LeakedKey leaked, string help, DateTimeOffset now) => Written(leaked, help, now) with { Kind = MailKinds.AccessKey };

    private static Mail Written(LeakedKey leaked, string help, DateTimeOffset now)
    {
        var user = leaked.User!.Value;
        var isLeft = leaked.End is LeakEnd.Protected;
        var title = $"An access key of {(leaked.Machine is null ? "yours" : user)} was found in public, and is {(isLeft ? "still active" : "inactive now")}";
        var advice = LeakAdvice.Of(leaked, now);
        return Mail.Of(title,
        [
            new Block.Title(title),
            new Block.Paragraph($"Whoever found this key could use it as if {(leaked.Machine is null ? "it were you" : $"they were {user}")}. {(isLeft ? "It is active still, because it belongs to a machine user that must not stop: act now." : "Nobody can use it any more.")}"),
            .. LeakFacts.Of(leaked, advice),
            .. isLeft ? Stop(advice) : [],
            new Block.Steps([Look(leaked), TakeOut, .. Renew(leaked)]),
            new Block.Paste($"{LeakAdvice.Look(leaked)}"),
            new Block.Warning(isLeft
                ? (Prose)$"Once it is inactive, do not make it active again, since whoever found it can use it then too. Do not delete it either: it is evidence."
                : $"You cannot make this key active again, and nobody will do it for you. Do not delete it either: it is evidence."),
            .. AskForHelp.For(user, help),
        ]);
    }

    private static Prose TakeOut => $"Take the key out of where it was found, its history included: a commit that deletes it leaves it in the commits before.";

    private static Block[] Stop(LeakAdvice advice) =>
    [
        new Block.Paragraph($"Give whatever uses the key another one, and then make this one inactive:"),
        new Block.Paste([.. advice.Commands.SkipLast(1).Select(command => (Prose)$"{command}")]),
    ];

    private static Prose Look(LeakedKey leaked) => leaked.Machine is null
        ? (Prose)$"Look at what was done with the key, in each region that you use. If you did not do all of it yourself, tell the people named at the end of this mail at once."
        : $"Look at what was done with the key, in each region that is used. If some of it was not {leaked.User!.Value}, tell the people named at the end of this mail at once.";

    /// <summary>How another key is had, where one was taken; while the key is active that comes first.</summary>
    private static IEnumerable<Prose> Renew(LeakedKey leaked)
    {
        if (leaked.End is LeakEnd.Protected)
        {
            yield break;
        }

        yield return leaked.Machine switch
        {
            null => (Prose)$"Only then make a new key, if you still need one. Keep it out of files that you share: {Code("aws-vault")} keeps it in your computer's own store.",
            { Rotation: { } rotation } => $"Then let it be rotated, if that is not done yet: {Code(LeakAdvice.RotationOf(leaked))} writes another key into {rotation.Repository}, which has none that works once this one is inactive.",
            _ => $"Only then make a new key for {leaked.User!.Value}, and put it where the old one was used, not where it was found.",
        };
    }
}
