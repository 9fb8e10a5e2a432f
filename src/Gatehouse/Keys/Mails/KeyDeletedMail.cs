using Gatehouse.Membership.Mails;
using Gatehouse.Membership.Mails.Rendering;

namespace Gatehouse.Keys.Mails;

/// <summary>A key that was inactive for long is deleted: a short word, so that nobody looks for it.</summary>
internal static class KeyDeletedMail
{
    public static Mail Write(KeyLetter letter, DeleteKey delete)
    {
        var title = letter.Machine ? $"The inactive AWS access key of {letter.User} was deleted" : "Your inactive AWS access key was deleted";
        return Mail.Of(title,
        [
            new Block.Title(title),
            new Block.Paragraph(letter.Subject($"was made inactive on {DayInWords.Of(delete.Deactivated)}, and has now been deleted. It cannot be given back. You do not have to do anything.")),
            .. letter.AskIfStuck(),
        ]);
    }
}
