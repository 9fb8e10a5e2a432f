using Gatehouse.Membership.Mails;
using Gatehouse.Membership.Mails.Rendering;
using Gatehouse.Membership.Mails.Sections;
using static Gatehouse.Membership.Mails.Rendering.Span;

namespace Gatehouse.Membership.Notices;

/// <summary>Tells that a password that was mailed has ended because nobody used it, and how to ask for another.</summary>
internal static class UnusedPasswordMail
{
    private const string Title = "Your AWS password was not used in time";

    public static Mail Write(NoticeLetter letter, ExpireFirstPassword expired) => Mail.Of(Title,
    [
        new Block.Title(Title),
        new Block.Paragraph(
            $"On {DayInWords.Of(expired.Mailed)} you were mailed a password for your user {Code(letter.Person.Value)} in the AWS account {Code(letter.AccountName)}. Nobody signed in with it within {letter.FirstPasswordDays} days, so it has been taken away: a password that lies in a mailbox is a risk."),
        new Block.Paragraph($"Your user is still there, with its groups. All you need is a new password."),
        .. AskAgain(letter, "How to get a new one"),
    ]);

    public static Mail WriteToRequester(NoticeLetter letter, ExpireFirstPassword expired)
    {
        var title = $"The AWS password of {letter.Person} was not used in time";
        return Mail.Of(title,
        [
            new Block.Title(title),
            new Block.Paragraph(
                $"You asked for AWS access, or for a new password, for {Code(letter.Person.Value)}{(letter.RequestedIn is { } request ? $" in {request}" : "")}. On {DayInWords.Of(expired.Mailed)} they were mailed a password. Nobody signed in with it within {letter.FirstPasswordDays} days, so it has been taken away."),
            new Block.Paragraph($"Their user is still there, with its groups, and they have been told too. Find out whether they still need it, and whether the address is right."),
            .. AskAgain(letter, "How to ask again"),
        ]);
    }

    private static IEnumerable<Block> AskAgain(NoticeLetter letter, string heading) =>
    [
        .. NewPassword.For(letter.Person.Value, letter.Repository, letter.FirstPasswordDays, heading),
        new Block.Heading("If you are stuck"),
        new Block.Paragraph($"{letter.Help}"),
        .. WhatToSend.For(letter.Person.Value, letter.RequestedIn),
    ];
}
