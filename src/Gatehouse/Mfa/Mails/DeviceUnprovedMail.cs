using Gatehouse.Membership.Mails;
using Gatehouse.Membership.Mails.Rendering;
using static Gatehouse.Membership.Mails.Rendering.Span;

namespace Gatehouse.Mfa.Mails;

/// <summary>A device was added without MFA although there was another: perhaps not by its owner, and what to do in either case.</summary>
internal static class DeviceUnprovedMail
{
    private const string Title = "Was it you? An MFA device was added to your AWS user";

    public static Mail Write(MfaLetter letter, TellUnproved unproved) => Mail.Of(Title,
    [
        new Block.Title(Title),
        new Block.Paragraph(
            $"The MFA device {Code(MfaLetter.Called(unproved.Serial))} was added to your user {Code(letter.User)} in the AWS account {Code(letter.Account)}. Whoever added it had not signed in with MFA, although you have another device."),
        new Block.Warning($"If it was not you, somebody may have your password or your access key. Tell the people named at the end of this mail at once, and do not wait for an answer: sign in with the device that you had before, remove {Code(MfaLetter.Called(unproved.Serial))} from the list, and delete your access keys."),
        new Block.Heading("If it was you"),
        new Block.Steps(
            $"Sign out, and sign in again with the device that you had before.",
            $"Open the page {Screen("Security credentials")}, and remove {Code(MfaLetter.Called(unproved.Serial))} from the list of MFA devices.",
            $"Add it again, under the same name."),
        new Block.Paragraph($"Until then all your devices stay, also one that has a wrong name."),
        .. letter.AskIfStuck(),
    ]);
}
