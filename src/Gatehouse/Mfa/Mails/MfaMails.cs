using Gatehouse.Membership.Mails;

namespace Gatehouse.Mfa.Mails;

/// <summary>Writes the mail that tells a person what is done about their MFA devices, each with the exact name to paste. Pure.</summary>
public static class MfaMails
{
    /// <param name="change">What is told.</param>
    /// <param name="situation">What is known of them.</param>
    /// <param name="help">Where to ask, as a sentence.</param>
    public static Mail Of(MfaChange change, MfaSituation situation, string help)
    {
        var letter = new MfaLetter(situation, help);
        return change switch
        {
            TellName => NameRefusedMail.Write(letter),
            DeleteDevice delete => DeviceDeletedMail.Write(letter, delete),
            FreeName free => NameFreeMail.Write(letter, free),
            RemoveDevice remove => DeviceRemovedMail.Write(letter, remove),
            AnnounceRemoval announce => RemovalAnnouncedMail.Write(letter, announce),
            AskForGoodDevice ask => GoodDeviceNeededMail.Write(letter, ask),
            TellUnproved unproved => DeviceUnprovedMail.Write(letter, unproved),
            TellVirtualNeeded => VirtualNeededMail.Write(letter),
            _ => throw new UnknownMfaChangeException(change),
        };
    }
}
