using Gatehouse.Membership.Mails;
using Gatehouse.Membership.Mails.Rendering;
using static Gatehouse.Membership.Mails.Rendering.Span;

namespace Gatehouse.Mfa.Mails;

/// <summary>A device with a wrong name cannot go, because the person needs it: how to add a good one first; the old one then goes by itself.</summary>
internal static class GoodDeviceNeededMail
{
    private const string Title = "Please add an MFA device with another name";

    public static Mail Write(MfaLetter letter, AskForGoodDevice ask) => Mail.Of(Title,
    [
        new Block.Title(Title),
        new Block.Paragraph(
            $"The MFA device {Code(MfaLetter.Called(ask.Serial))} of your user {Code(letter.User)} in the AWS account {Code(letter.Account)} has a name that is not allowed. {Why(letter)}"),
        new Block.Paragraph(letter.Rule),
        new Block.Warning($"Do not remove the old device yourself before the new one is in the list, or you cannot get back in."),
        letter.NameToUse,
        .. letter.SignInAndAddIt("Add a new one first"),
        new Block.Heading("Then the old one goes by itself"),
        new Block.Paragraph(
            $"Within minutes after you have added the new device, the old one is removed{(letter.Situation.Grace > TimeSpan.Zero ? $", or you get a mail that says when it goes" : "")}. You need not do that. You get a mail, and you can then remove the old entry from the app on your phone."),
        .. letter.AskIfStuck(),
    ]);

    private static string Why(MfaLetter letter) => (letter.Situation.Good.Count, letter.Situation.Devices.Count) switch
    {
        (0, 1) => "It still works. It is the only one you have, so it stays until you have added another.",
        (0, _) => "It still works. None of your other devices has a name that is allowed either, so all of them stay until you have added one.",
        _ => "It still works, and it stays for now: you have an access key, and your other devices, passkeys or security keys, do not work on the command line.",
    };
}
