using Gatehouse.Membership.Mails;
using Gatehouse.Membership.Mails.Rendering;
using static Gatehouse.Membership.Mails.Rendering.Span;

namespace Gatehouse.Mfa.Mails;

/// <summary>Somebody with an access key has passkeys or security keys alone: what the command line needs beside.</summary>
internal static class VirtualNeededMail
{
    private const string Title = "For the command line you need one more MFA device";

    public static Mail Write(MfaLetter letter) => Mail.Of(Title,
    [
        new Block.Title(Title),
        new Block.Paragraph(
            $"Your user {Code(letter.User)} in the AWS account {Code(letter.Account)} has an access key, which is for the command line. All your MFA devices are passkeys or security keys. They work in the browser, but the command line asks for a 6-digit code, which they cannot give."),
        new Block.Points(
            $"If you work on the command line, add an authenticator app as below. Your passkeys and security keys stay.",
            $"If you never do, you do not need this. Delete the access key instead, on the page {Screen("Security credentials")}: a key that nobody uses is a risk."),
        letter.NameToUse,
        .. letter.AddIt("How to add it"),
        .. letter.AskIfStuck(),
    ]);
}
