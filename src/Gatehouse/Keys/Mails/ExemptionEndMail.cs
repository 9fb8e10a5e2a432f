using Gatehouse.Membership.Mails;
using Gatehouse.Membership.Mails.Rendering;
using Gatehouse.Register;
using static Gatehouse.Membership.Mails.Rendering.Span;

namespace Gatehouse.Keys.Mails;

/// <summary>An exemption ends: what follows for the key, and how it is prolonged. The same words go to the person and to who answers for the exemption.</summary>
internal static class ExemptionEndMail
{
    public static Mail Write(KeyLetter letter, WarnOfExemptionEnd end)
    {
        var title = $"The exemption of an AWS access key ends on {DayInWords.Of(end.Until)}";
        return Mail.Of(title,
        [
            new Block.Title(title),
            new Block.Paragraph(
                $"The access key {Code(letter.Key.Key.Id.Value)} of {Code(letter.User)} in the AWS account {Code(letter.AccountName)} is exempt from the rules about old keys, through {DayInWords.Of(end.Until)}. You get this mail because it is your key, or because you answer for the exemption."),
            .. letter.Facts(),
            new Block.Fact("Exempt because", $"{letter.Key.Exemption?.Reason ?? "the register does not say"}"),
            new Block.Warning(What(letter, end)),
            new Block.Points(
                $"Best: replace the key before then, as below.",
                $"If it must stay longer: ask for a pull request that sets a later day for it in {Code(RegisterFiles.KeyExemptions)}, with the reason."),
            .. ReplaceKey.Steps(letter),
            .. letter.AskIfStuck(),
        ]);
    }

    private static Prose What(KeyLetter letter, WarnOfExemptionEnd end)
    {
        var dayAfter = end.Until.AddDays(1);
        if (letter.EndsOn is not { } byLadder)
        {
            return $"From {DayInWords.Of(dayAfter)} on, the rules about old keys hold for it.";
        }

        var ends = byLadder > dayAfter ? byLadder : dayAfter;
        return letter.DeletedOn(ends) is { } deleted
            ? $"On {DayInWords.Of(ends)} the key is made inactive: whatever uses it stops working. On {DayInWords.Of(deleted)} it is deleted."
            : (Prose)$"On {DayInWords.Of(ends)} the key is made inactive: whatever uses it stops working.";
    }
}
