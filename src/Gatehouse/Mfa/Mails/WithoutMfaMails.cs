using Gatehouse.Membership.Mails;
using Gatehouse.Membership.Mails.Rendering;
using Gatehouse.Membership.Mails.Sections;
using static Gatehouse.Membership.Mails.Rendering.Span;

namespace Gatehouse.Mfa.Mails;

/// <summary>The three mails to somebody without MFA: a friendly one, one that names the day, and one that says what was done and how to get back. Pure.</summary>
internal static class WithoutMfaMails
{
    /// <summary>A first mail that names a day is the last before the password ends, and as clear as the second.</summary>
    public static Mail Of(MfaChange change, WithoutMfaLetter letter) => change switch
    {
        WarnWithoutMfa { Number: 1 } when letter.SuspendsOn is null => First(letter),
        WarnWithoutMfa => Second(letter),
        SuspendPassword => Suspended(letter),
        _ => throw new UnknownMfaChangeException(change),
    };

    private static Mail First(WithoutMfaLetter letter)
    {
        const string Title = "Please add MFA to your AWS user";
        return Mail.Of(Title,
        [
            new Block.Title(Title),
            new Block.Paragraph(
                $"Your user {Code(letter.Person.Value)} in the AWS account {Code(letter.AccountName)} has a password, but no second factor yet. Adding one takes about 5 minutes, and you need your phone."),
            .. HowTo(letter),
        ]);
    }

    private static Mail Second(WithoutMfaLetter letter)
    {
        var title = letter.SuspendsOn is { } day ? $"Add MFA to your AWS user, or your password ends on {DayInWords.Of(day)}" : "Your AWS user still has no MFA";
        return Mail.Of(title,
        [
            new Block.Title(title),
            new Block.Paragraph(
                $"Your user {Code(letter.Person.Value)} in the AWS account {Code(letter.AccountName)} has been without a second factor since {DayInWords.Of(letter.Since)} at least. A password alone is not enough: whoever learns it can sign in as you."),
            letter.SuspendsOn is { } end
                ? new Block.Warning($"If there is still no MFA device on {DayInWords.Of(end)}, your password for the AWS website is taken away. Your user, your groups and your access keys stay, but you cannot sign in until you have asked for a new password.")
                : new Block.Warning($"Please do it today. It takes about 5 minutes."),
            .. HowTo(letter),
        ]);
    }

    private static Mail Suspended(WithoutMfaLetter letter)
    {
        const string Title = "Your AWS password was taken away, because there is no MFA";
        return Mail.Of(Title,
        [
            new Block.Title(Title),
            new Block.Paragraph(
                $"Your user {Code(letter.Person.Value)} in the AWS account {Code(letter.AccountName)} had no second factor since {DayInWords.Of(letter.Since)}, although we asked for one by mail. So the password for the AWS website has been taken away, and you cannot sign in there any more."),
            new Block.Paragraph($"Your user is still there, with its groups. Access keys are as they were. All you need is a new password, and then an MFA device."),
            .. NewPassword.For(letter.Person.Value, letter.Repository, letter.PasswordDays, "How to get back in"),
            new Block.Paragraph($"The mail with the new password says how to add MFA. Do that straight after you have signed in, and this will not happen again."),
            .. AskForHelp.For(letter.Person.Value, letter.Help),
        ]);
    }

    private static IEnumerable<Block> HowTo(WithoutMfaLetter letter) =>
    [
        new Block.Heading("Sign in"),
        new Block.Fact("Sign-in address", $"{Link(SignInPage.Of(letter.AccountName))}"),
        new Block.Fact("User name", $"{Code(letter.Person.Value)}"),
        new Block.Paragraph($"Use your own password. If you have forgotten it, ask the people named at the end of this mail."),
        .. SecondFactor.For(letter.Person.Value, "Add a device", letter.Names),
        .. AskForHelp.For(letter.Person.Value, letter.Help),
    ];
}
