using Gatehouse.Membership.Mails;

namespace Gatehouse.Keys.Mails;

/// <summary>Writes the mail that tells what is done about an access key. Pure.</summary>
public static class KeyMails
{
    public static Mail Of(KeyLetter letter) => Written(letter) with { Kind = MailKinds.AccessKey };

    private static Mail Written(KeyLetter letter) => letter.Change switch
    {
        WarnOfAge warn => KeyOldMail.Write(letter, warn),
        WarnOfDisuse => KeyUnusedMail.Write(letter),
        WarnOfExemptionEnd end => ExemptionEndMail.Write(letter, end),
        DeactivateKey deactivate => KeyInactiveMail.Write(letter, deactivate),
        DeleteKey delete => KeyDeletedMail.Write(letter, delete),
        _ => throw new UnknownKeyChangeException(letter.Change),
    };
}
