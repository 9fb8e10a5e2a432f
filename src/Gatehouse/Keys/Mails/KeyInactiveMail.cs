using Gatehouse.Ledger;
using Gatehouse.Membership.Mails;
using Gatehouse.Membership.Mails.Rendering;
using static Gatehouse.Membership.Mails.Rendering.Span;

namespace Gatehouse.Keys.Mails;

/// <summary>A key was made inactive: why, how to get on, and how to get it back for a day.</summary>
internal static class KeyInactiveMail
{
    public static Mail Write(KeyLetter letter, DeactivateKey deactivate)
    {
        var title = letter.Machine ? $"The AWS access key of {letter.User} was made inactive" : "Your AWS access key was made inactive";
        return Mail.Of(title,
        [
            new Block.Title(title),
            new Block.Paragraph(letter.Subject($"was made inactive, because {Why(letter, deactivate)}. Whatever uses it has stopped working.")),
            .. letter.Facts(),
            .. deactivate.Cause is not KeyCause.Leak && letter.DeletedOn(KeyLetter.DayOf(deactivate.At)) is { } deleted ? [new Block.Paragraph($"On {DayInWords.Of(deleted)} it is deleted. If you do not need it, you do not have to do anything.")] : Array.Empty<Block>(),
            .. letter.Machine ? ReplaceKey.Steps(letter) : ReplaceKey.OnWebsite(letter, "If you need a key, make a new one"),
            .. GetItBack(letter, deactivate),
            .. letter.AskIfStuck(),
        ]);
    }

    private static IEnumerable<Block> GetItBack(KeyLetter letter, DeactivateKey deactivate) => deactivate.Cause is KeyCause.Leak
        ? [new Block.Paragraph($"It is evidence: it is not given back, and not deleted. Do not make it active again, since whoever found it can use it then too.")]
        :
        [
            new Block.Heading("If something important has stopped"),
            new Block.Paragraph(
                $"Ask the people named below to give the key back for 24 hours, and use them to replace it. They run {Code($"gatehouse keys reactivate {letter.User} {letter.Key.Key.Id} --account {letter.Key.Account} --reason \"…\"")} with your reason. Making it active yourself does not last: the next daily check makes it inactive again."),
        ];

    private static string Why(KeyLetter letter, DeactivateKey deactivate) => deactivate.Cause switch
    {
        KeyCause.Disuse => $"nobody has used it for {letter.Key.IdleAt(letter.Now)} days",
        KeyCause.Leak => "it was found in public, and somebody had made it active again",
        _ => $"it is {letter.Age} days old",
    };
}
