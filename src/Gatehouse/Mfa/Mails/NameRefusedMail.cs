using Gatehouse.Membership.Mails;
using Gatehouse.Membership.Mails.Rendering;
using static Gatehouse.Membership.Mails.Rendering.Span;

namespace Gatehouse.Mfa.Mails;

/// <summary>AWS refused a device and spoke of permissions: the name to use, which AWS did not say.</summary>
internal static class NameRefusedMail
{
    private const string Title = "Use this name for your MFA device";

    public static Mail Write(MfaLetter letter) => Mail.Of(Title,
    [
        new Block.Title(Title),
        new Block.Paragraph(
            $"You have just tried to add an MFA device to your user {Code(letter.User)} in the AWS account {Code(letter.Account)}, and AWS refused it with an error about permissions. You did nothing bad, and you need no more permissions. Most likely it was the name."),
        new Block.Paragraph(letter.Rule),
        letter.NameToUse,
        .. letter.AddIt("How to add it"),
        .. letter.AskIfStuck(),
    ]);
}
