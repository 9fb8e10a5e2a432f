using Gatehouse.Membership.Mails;
using Gatehouse.Membership.Mails.Rendering;
using Gatehouse.Membership.Mails.Sections;
using static Gatehouse.Membership.Mails.Rendering.Span;

namespace Gatehouse.Membership.Notices;

/// <summary>Tells the contact of a leaver's team what has stopped, and until when it can be undone.</summary>
internal static class LeaversContactMail
{
    public static Mail Write(NoticeLetter letter, QuarantineUser leaver)
    {
        var title = $"The AWS access of {letter.Person} has ended";
        return Mail.Of(title, Content(title, letter, leaver));
    }

    private static IEnumerable<Block> Content(string title, NoticeLetter letter, QuarantineUser leaver)
    {
        yield return new Block.Title(title);
        var renamed = leaver.RenamedTo is { } name ? $" They have a new user in its place, {name}." : "";
        yield return new Block.Paragraph(
            $"The user {Code(letter.Person.Value)} in the AWS account {Code(letter.AccountName)} was blocked on {DayInWords.Of(letter.At)}, because {letter.WhyBlocked("the name")}{renamed} You are told because the register names you as a contact.");
        yield return new Block.Points(
            $"They cannot sign in, and their access keys no longer work. A program of yours that used one of these keys has stopped: give it a role or a user of its own.",
            $"They are in no group any more. Sessions of roles that they started before run on until their time is over, which is 12 hours at most.",
            leaver.AtOnce
                ? $"The user has been deleted, with its access keys and MFA devices."
                : (Prose)$"The user is kept for {letter.GraceDays} days and deleted after {DayInWords.Of(letter.At.AddDays(letter.GraceDays))}. If this is a mistake, have the name put back into the register before that: groups come back, and a new password is mailed.");
        yield return new Block.Heading("If this is not right");
        yield return new Block.Paragraph($"{letter.Help}");
        foreach (var block in WhatToSend.For(letter.Person.Value, letter.RequestedIn))
        {
            yield return block;
        }
    }
}
