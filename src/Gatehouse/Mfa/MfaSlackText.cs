using System.Globalization;
using Gatehouse.Aws;
using static Gatehouse.Membership.Report.SlackText;

namespace Gatehouse.Mfa;

/// <summary>
/// What the operations channel is told at once, in Slack's own markup. Most of what is done about devices is between Gatehouse and the person; of
/// somebody whose user name is no mail address it is told everything, because nobody else tells them. Pure.
/// </summary>
public static class MfaSlackText
{
    /// <returns>Null where there is nothing to say.</returns>
    public static string? Of(MfaSituation situation, MfaChange change)
    {
        var person = Plain(change.Person.Value);
        return change switch
        {
            AskForGoodDevice ask =>
                $":warning: *{person}* has the MFA device {Called(ask.Serial)}, which has a wrong name. It stays, because {Why(situation)}. "
                + $"{Told(situation)} to add {Name(situation)}; once they have, the old one is removed. If they need help, this is the moment.",
            TellUnproved unproved =>
                $":rotating_light: *{person}* has a new MFA device, {Called(unproved.Serial)}, added without MFA although they had another. It may be somebody who has stolen their password or access key: "
                + "ask them, and not by mail alone. If it was not they: deactivate that device and their access keys, and give them a new password. "
                + $"Until they have signed in with their other device and added it again, no other device of theirs is removed because of it. {(situation.HasAddress ? "They are asked by mail too." : "They cannot be mailed, because the user name is no mail address.")}",
            _ when !situation.HasAddress => $":envelope: *{person}* cannot be mailed, because the user name is no mail address. Tell them: {Said(situation, change)}.",
            _ => null,
        };
    }

    public static string OfUnmanaged(MfaUser user, MfaDevice device) =>
        $":information_source: *{Plain(user.Name.Value)}* is not managed by Gatehouse and has the MFA device `{Plain(device.Name)}`, which has a wrong name. Reported only: nothing was changed, and they were not told.";

    private static string Said(MfaSituation situation, MfaChange change) => change switch
    {
        RemoveDevice remove => $"the MFA device {Called(remove.Serial)} was removed, because of its name; another remains",
        DeleteDevice delete => $"the MFA device {Called(delete.Serial)} that they made was deleted before it was enabled, because of its name; the name to use is {Name(situation)}",
        FreeName free => $"the MFA device {Called(free.Serial)}, left over from an attempt that was not finished, was deleted; they can add it again",
        AnnounceRemoval announce => $"the MFA device {Called(announce.Serial)} has a wrong name and goes after {announce.Due.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC; another remains",
        TellName => $"AWS refused a new MFA device, most likely for its name; the name to use is {Name(situation)}",
        TellVirtualNeeded => $"the command line needs a device that gives codes; the name to use is {Name(situation)}",
        _ => throw new UnknownMfaChangeException(change),
    };

    private static string Called(string serial) => $"`{Plain(new MfaDevice(serial).Name)}`";

    private static string Name(MfaSituation situation) => $"`{Plain(situation.Names.Recommended(situation.Devices))}`";

    private static string Told(MfaSituation situation) => situation.HasAddress ? "They are told by mail" : "They cannot be mailed, because the user name is no mail address: tell them";

    private static string Why(MfaSituation situation) => situation.Good.Count == 0
        ? "they have no other and would be without MFA"
        : "they have an access key, and no other device of theirs works on the command line";
}
