using System.Globalization;
using Gatehouse.Membership.Mails;
using Gatehouse.Membership.Mails.Rendering;
using static Gatehouse.Membership.Mails.Rendering.Span;

namespace Gatehouse.Mfa.Mails;

/// <summary>A device with a wrong name goes when its grace is over: until when, and what to do before.</summary>
internal static class RemovalAnnouncedMail
{
    public static Mail Write(MfaLetter letter, AnnounceRemoval announced)
    {
        var when = $"{DayInWords.Of(announced.Due)}, {announced.Due.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture)} UTC";
        var title = $"One of your MFA devices will be removed on {DayInWords.Of(announced.Due)}";
        return Mail.Of(title,
        [
            new Block.Title(title),
            new Block.Paragraph(
                $"The MFA device {Code(MfaLetter.Called(announced.Serial))} of your user {Code(letter.User)} in the AWS account {Code(letter.Account)} has a name that is not allowed. It will be removed after {when}. Your other devices stay: you can sign in with {string.Join(" or ", letter.Situation.Good.Select(device => device.Name))}."),
            MfaLetter.NotYours,
            new Block.Paragraph(letter.Rule),
            new Block.Paragraph(Before(letter)),
            .. letter.Situation.Names.Rule is DeviceNameRule.Exact ? [] : letter.AddIt("How to add it under a good name"),
            .. letter.AskIfStuck(),
        ]);
    }

    private static Prose Before(MfaLetter letter) => letter.Situation.Names.Rule is DeviceNameRule.Exact
        ? (Prose)$"If it is the device that you use, start to use one of the others before then. You do not have to do anything else."
        : $"If you do not need it, you do not have to do anything. If you do, add it again before then, under this exact name: {Code(letter.Name)}";
}
