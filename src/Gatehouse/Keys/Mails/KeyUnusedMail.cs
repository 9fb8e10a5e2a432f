using Gatehouse.Membership.Mails;
using Gatehouse.Membership.Mails.Rendering;

namespace Gatehouse.Keys.Mails;

/// <summary>Nobody has used a key for long: delete it, or say nothing and it ends with its age.</summary>
internal static class KeyUnusedMail
{
    public static Mail Write(KeyLetter letter)
    {
        var title = letter.Machine ? $"Nobody uses the AWS access key of {letter.User}" : "Do you still need your AWS access key?";
        return Mail.Of(title,
        [
            new Block.Title(title),
            new Block.Paragraph(letter.Subject($"has not been used for {letter.Key.IdleAt(letter.Now)} days. A key that nobody uses is a risk, and of use to nobody.")),
            .. letter.Facts(),
            new Block.Paragraph(WhatFollows(letter)),
            .. ReplaceKey.Delete(letter),
            .. letter.AskIfStuck(),
        ]);
    }

    private static Prose WhatFollows(KeyLetter letter)
    {
        var (byDisuse, byAge) = (KeyLadder.EndsOfDisuseAt(letter.Key with { Record = letter.Key.Known with { WarnedOfDisuse = letter.Now } }, letter.Rule), letter.EndsOn);
        if (byDisuse is { } at && (byAge is null || KeyLetter.DayOf(at) < byAge))
        {
            return $"If you need it, use it before {DayInWords.Of(at)}. If nobody has used it by then, it is made inactive.";
        }

        return byAge is { } ends
            ? $"If you need it, you do not have to do anything now: you are told again before it is too old, and it works until {DayInWords.Of(ends)} at least."
            : (Prose)$"If you need it, you do not have to do anything.";
    }
}
