using Gatehouse.Membership.Mails;
using Gatehouse.Membership.Mails.Rendering;
using Gatehouse.Membership.Mails.Sections;
using static Gatehouse.Membership.Mails.Rendering.Span;

namespace Gatehouse.Membership.Notices;

/// <summary>Tells somebody who is not in the register any more what happened, what comes next, and whom to ask.</summary>
internal static class LeaverMail
{
    private const string Title = "Your AWS access has ended";

    public static Mail Write(NoticeLetter letter, QuarantineUser leaver) => Mail.Of(Title, Content(letter, leaver));

    private static IEnumerable<Block> Content(NoticeLetter letter, QuarantineUser leaver)
    {
        yield return new Block.Title(Title);
        yield return new Block.Paragraph(
            $"Your user {Code(letter.Person.Value)} in the AWS account {Code(letter.AccountName)} was blocked on {DayInWords.Of(letter.At)}, because {letter.WhyBlocked("your name")}");
        if (leaver.RenamedTo is { } renamed)
        {
            yield return new Block.Paragraph(
                $"You have a new user in its place: {Code(renamed.Value)}. A mail of its own goes to that address and says how to sign in. Your access keys and MFA devices are not carried over, so add MFA and make new keys there.");
        }

        yield return new Block.Heading("What this means");
        yield return new Block.Points(
            $"You cannot sign in with this user, and its access keys no longer work. A program that used one of them has stopped.",
            $"It is in no group any more, so you cannot go into your team's accounts with it.",
            $"If you are in another account through a role right now, that session runs on until its time is over, which is 12 hours at most. You cannot start another.",
            Deletion(letter, leaver));
        yield return new Block.Heading("If this is not right");
        yield return new Block.Paragraph($"Talk to whoever agreed it, or to the people who run AWS access. {letter.Help}");
        foreach (var block in WhatToSend.For(letter.Person.Value, letter.RequestedIn))
        {
            yield return block;
        }
    }

    private static Prose Deletion(NoticeLetter letter, QuarantineUser leaver) => leaver.AtOnce
        ? $"Your user has been deleted, with its access keys and MFA devices. If you need AWS again, you get a new one."
        : (Prose)$"Your user is kept for {letter.GraceDays} days. After {DayInWords.Of(letter.At.AddDays(letter.GraceDays))} it is deleted, with its access keys and MFA devices. If your name is put back into the register before that, you get your groups back, and a new password by mail.";
}
