using Gatehouse.Membership.Mails;
using Gatehouse.Membership.Mails.Rendering;
using static Gatehouse.Membership.Mails.Rendering.Span;

namespace Gatehouse.Mfa.Mails;

/// <summary>A device with a wrong name was removed while a good one remains: nothing has to be done.</summary>
internal static class DeviceRemovedMail
{
    private const string Title = "One of your MFA devices was removed";

    public static Mail Write(MfaLetter letter, RemoveDevice removed) => Mail.Of(Title,
    [
        new Block.Title(Title),
        new Block.Paragraph(
            $"The MFA device {Code(MfaLetter.Called(removed.Serial))} of your user {Code(letter.User)} in the AWS account {Code(letter.Account)} was removed, because of its name. You do not have to do anything: {Remaining(letter, removed)}"),
        MfaLetter.NotYours,
        new Block.Paragraph(letter.Rule),
        new Block.Points(
            $"The codes of the removed device do not work any more. Remove its entry from the app on your phone, so that you do not mix them up.",
            letter.Situation.Names.Rule is DeviceNameRule.Exact
                ? $"If you want another way in, add a passkey or a security key. It may have any name."
                : (Prose)$"If you want it back, add it again under this exact name: {Code(letter.Name)}"),
        .. letter.AskIfStuck(),
    ]);

    private static string Remaining(MfaLetter letter, RemoveDevice removed)
    {
        string[] names = [.. letter.Situation.Good.Where(device => device.Serial != removed.Serial).Select(device => device.Name)];
        return names.Length > 0 ? $"sign in as before, with {string.Join(" or ", names)}." : "sign in as before, with the device that you have left.";
    }
}
