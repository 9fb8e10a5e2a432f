using Gatehouse.Aws;
using static Gatehouse.Membership.Report.SlackText;

namespace Gatehouse.Mfa;

/// <summary>What the operations channel is told at once, in Slack's own markup. Most of what is done about devices is between Gatehouse and the person. Pure.</summary>
public static class MfaSlackText
{
    /// <returns>Null where there is nothing to say.</returns>
    public static string? Of(MfaSituation situation, MfaChange change) => change switch
    {
        AskForGoodDevice ask =>
            $":warning: *{Plain(ask.Person.Value)}* has the MFA device `{Plain(new MfaDevice(ask.Serial).Name)}`, which has a wrong name. It stays, because {Why(situation)}. "
            + $"They are told by mail to add `{Plain(situation.Names.Recommended(situation.Devices))}`; once they have, the old one is removed. If they need help, this is the moment.",
        _ => null,
    };

    public static string OfUnmanaged(MfaUser user, MfaDevice device) =>
        $":information_source: *{Plain(user.Name.Value)}* is not managed by Gatehouse and has the MFA device `{Plain(device.Name)}`, which has a wrong name. Reported only: nothing was changed, and they were not told.";

    private static string Why(MfaSituation situation) => situation.Good.Count == 0
        ? "they have no other and would be without MFA"
        : "they have an access key, and no other device of theirs works on the command line";
}
