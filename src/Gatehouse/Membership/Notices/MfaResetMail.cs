using Gatehouse.Membership.Mails;
using Gatehouse.Membership.Mails.Rendering;
using Gatehouse.Membership.Mails.Sections;
using static Gatehouse.Membership.Mails.Rendering.Span;

namespace Gatehouse.Membership.Notices;

/// <summary>Tells somebody whose MFA devices were removed how to add one.</summary>
internal static class MfaResetMail
{
    private const string Title = "Your MFA devices were removed: add a new one";

    public static Mail Write(NoticeLetter letter) => Mail.Of(Title, Content(letter));

    private static IEnumerable<Block> Content(NoticeLetter letter) =>
    [
        new Block.Title(Title),
        new Block.Paragraph(
            $"Every MFA device of your user {Code(letter.Person.Value)} in the AWS account {Code(letter.AccountName)} was removed on {DayInWords.Of(letter.At)}. Somebody asked for it{(letter.RequestedIn is { } request ? $" in {request}" : "")}, because a device is lost."),
        new Block.Warning(
            $"If you did not ask for this, somebody may be trying to get in as you. Tell the people named at the end of this mail at once, and ask them whether it is real. Then choose a new password, and add a device as below."),
        new Block.Paragraph(
            $"Your password, access keys and groups are as before. Until you have added a device, you can sign in, but you cannot use any role. It takes about 5 minutes, and you need your phone."),
        new Block.Heading("Sign in"),
        new Block.Fact("Sign-in address", $"{Link(SignInPage.Of(letter.AccountName))}"),
        new Block.Fact("User name", $"{Code(letter.Person.Value)}"),
        new Block.Paragraph($"Use your own password. AWS asks for no code this time."),
        .. SecondFactor.For(letter.Person.Value, "Add a device", letter.DeviceNames),
        .. AskForHelp.For(letter.Person.Value, letter.Help),
    ];
}
