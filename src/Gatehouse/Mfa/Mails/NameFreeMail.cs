using Gatehouse.Membership.Mails;
using Gatehouse.Membership.Mails.Rendering;
using static Gatehouse.Membership.Mails.Rendering.Span;

namespace Gatehouse.Mfa.Mails;

/// <summary>An attempt that was broken off had left its device behind, so that AWS refused the next: the name is free again.</summary>
internal static class NameFreeMail
{
    private const string Title = "Try again: the name of your MFA device is free now";

    public static Mail Write(MfaLetter letter, FreeName freed) => Mail.Of(Title,
    [
        new Block.Title(Title),
        new Block.Paragraph(
            $"A few minutes ago you tried to add the MFA device {Code(MfaLetter.Called(freed.Serial))} to the AWS account {Code(letter.Account)}, and AWS said that it exists already. It was left over from an attempt that was not finished. It was never used, and it has been deleted, so the name is free again."),
        new Block.Warning($"If you have its picture (the QR code) open in another window, close that window: its codes do not work any more. Remove the entry from the app on your phone too."),
        letter.NameToUse,
        .. letter.AddIt("Add it once more"),
        .. letter.AskIfStuck(),
    ]);
}
