using Gatehouse.Membership.Mails;
using Gatehouse.Membership.Mails.Rendering;

namespace Gatehouse.Keys.Mails;

/// <summary>A key is old: until when it works, and how to replace it. The last of the ladder says that it is the last.</summary>
internal static class KeyOldMail
{
    public static Mail Write(KeyLetter letter, WarnOfAge warn)
    {
        var title = Title(letter, warn);
        return Mail.Of(title,
        [
            new Block.Title(title),
            new Block.Paragraph(letter.Subject($"is {letter.Age} days old. {Why(letter)}")),
            .. letter.Facts(),
            .. letter.EndsOn is { } ends ? [new Block.Warning(When(letter, ends))] : Array.Empty<Block>(),
            .. warn.Unused ? [new Block.Paragraph($"Nobody has used it for {letter.Key.IdleAt(letter.Now)} days. If you do not need it, delete it, and make no new one.")] : Array.Empty<Block>(),
            .. ReplaceKey.Steps(letter),
            .. letter.AskIfStuck(),
        ]);
    }

    private static string Title(KeyLetter letter, WarnOfAge warn)
    {
        var whose = letter.Machine ? $"the AWS access key of {letter.User}" : "your AWS access key";
        return letter.EndsOn is not { } ends
            ? $"Please replace {whose}: it is {letter.Age} days old"
            : warn.Day == letter.Rule.WarningDays[^1]
                ? $"Last warning: {whose} stops working on {DayInWords.Of(ends)}"
                : $"Replace {whose} before {DayInWords.Of(ends)}";
    }

    private static string Why(KeyLetter letter) => letter.Rule.DeactivateDays > 0
        ? $"Access keys are replaced before they are {letter.Rule.DeactivateDays} days old, so that one that was copied or lost is of no use for long."
        : "An old key that was copied or lost can still be used.";

    private static Prose When(KeyLetter letter, DateOnly ends) => letter.DeletedOn(ends) is { } deleted
        ? (Prose)$"If it is still there on {DayInWords.Of(ends)}, it is made inactive: whatever uses it stops working. On {DayInWords.Of(deleted)} it is deleted."
        : $"If it is still there on {DayInWords.Of(ends)}, it is made inactive: whatever uses it stops working.";
}
