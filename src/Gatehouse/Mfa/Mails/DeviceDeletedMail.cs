using Gatehouse.Membership.Mails;
using Gatehouse.Membership.Mails.Rendering;
using static Gatehouse.Membership.Mails.Rendering.Span;

namespace Gatehouse.Mfa.Mails;

/// <summary>A device with a wrong name was deleted before it was enabled: whoever made it may still have its picture on the screen.</summary>
internal static class DeviceDeletedMail
{
    private const string Title = "Start again: your new MFA device needs another name";

    public static Mail Write(MfaLetter letter, DeleteDevice deleted) => Mail.Of(Title,
    [
        new Block.Title(Title),
        new Block.Paragraph(
            $"You have begun to add an MFA device named {Code(MfaLetter.Called(deleted.Serial))} to the AWS account {Code(letter.Account)}. It was deleted before it could be used, because of its name."),
        new Block.Paragraph(letter.Rule),
        new Block.Warning($"If you still see its picture (the QR code), or the page that asks for two codes, close that page: these codes do not work any more. Remove the entry from the app on your phone too."),
        letter.NameToUse,
        .. letter.AddIt("How to add it"),
        .. letter.AskIfStuck(),
    ]);
}
