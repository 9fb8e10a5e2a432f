using Gatehouse.Aws;

namespace Gatehouse.Mfa;

/// <summary>
/// Decides about the names of the devices that a person has. Nobody who has MFA is left without any, and nobody who works on the command line
/// without a device that gives codes. Pure.
/// <list type="table">
/// <listheader><term>devices</term><description>what is done</description></listheader>
/// <item><term>none, or all good</term><description>nothing</description></item>
/// <item><term>all good, all FIDO, and an active access key</term><description><see cref="TellVirtualNeeded"/></description></item>
/// <item><term>a wrong one, and a good one that can take its place</term><description><see cref="RemoveDevice"/> for each wrong one; where there is a grace time first <see cref="AnnounceRemoval"/>, until it is over</description></item>
/// <item><term>wrong ones alone</term><description><see cref="AskForGoodDevice"/>, for the newest of them; none is removed</description></item>
/// <item><term>a wrong one that gives codes, good ones that are all FIDO, and an active access key</term><description><see cref="AskForGoodDevice"/>: without it the command line would be gone; wrong FIDO devices are removed</description></item>
/// </list>
/// </summary>
public static class DevicePlan
{
    public static IReadOnlyList<MfaChange> Of(MfaSituation situation)
    {
        var person = situation.User.Name;
        var wrong = situation.Wrong;
        var needed = wrong.Where(device => !CanGo(device, situation)).ToList();
        var changes = wrong.Except(needed).Select(device => Remove(device, situation)).ToList();
        if (needed.Count > 0)
        {
            changes.Add(new AskForGoodDevice(person, Newest(needed).Serial));
        }
        else if (situation.Good is { Count: > 0 } good && !good.Any(device => device.GivesCodes) && situation.HasActiveKey)
        {
            changes.Add(new TellVirtualNeeded(person));
        }

        return changes;
    }

    /// <summary>Whether the person still has what they need when a wrong device is gone.</summary>
    private static bool CanGo(MfaDevice wrong, MfaSituation situation) =>
        situation.Good.Any(good => good.GivesCodes || !wrong.GivesCodes || !situation.HasActiveKey);

    private static MfaChange Remove(MfaDevice device, MfaSituation situation)
    {
        var person = situation.User.Name;
        var announced = situation.Graces.FirstOrDefault(grace => grace.Serial == device.Serial);
        var due = announced?.Due ?? situation.Now + situation.Grace;
        return due <= situation.Now || announced is { Begun: true }
            ? new RemoveDevice(person, device.Serial, Since(device))
            : new AnnounceRemoval(person, device.Serial, due);
    }

    private static MfaDevice Newest(IEnumerable<MfaDevice> devices) =>
        devices.OrderByDescending(Since).ThenBy(device => device.Serial, StringComparer.Ordinal).First();

    private static DateTimeOffset Since(MfaDevice device) => device.Enabled ?? DateTimeOffset.UnixEpoch;
}
