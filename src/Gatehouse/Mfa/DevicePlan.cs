using Gatehouse.Aws;
using Gatehouse.Register;

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
/// <item><term>a good one that was added without MFA beside another (<see cref="DeviceProof"/>)</term><description><see cref="TellUnproved"/>, and it takes no other's place</description></item>
/// </list>
/// </summary>
public static class DevicePlan
{
    public static IReadOnlyList<MfaChange> Of(MfaSituation situation)
    {
        var person = situation.User.Name;
        var wrong = situation.Wrong;
        var unproved = situation.Unproved;
        var changes = wrong.Where(device => CanGo(device, situation, situation.Proved)).Select(device => Remove(device, situation)).ToList();
        changes.AddRange(unproved.Select(device => new TellUnproved(person, device.Serial, Since(device))));
        // Whoever has one that is not proved need not add another, but prove it: that is told them above.
        var needed = wrong.Where(device => !CanGo(device, situation, situation.Good)).ToList();
        if (needed.Count > 0)
        {
            changes.Add(Ask(person, Newest(needed)));
        }
        else if (situation.Good is { Count: > 0 } good && !good.Any(device => device.GivesCodes) && situation.HasActiveKey)
        {
            changes.Add(new TellVirtualNeeded(person));
        }

        return changes;
    }

    /// <summary>Whether the person still has what they need when a wrong device is gone.</summary>
    private static bool CanGo(MfaDevice wrong, MfaSituation situation, IEnumerable<MfaDevice> remaining) =>
        remaining.Any(good => good.GivesCodes || !wrong.GivesCodes || !situation.HasActiveKey);

    private static MfaChange Remove(MfaDevice device, MfaSituation situation)
    {
        var person = situation.User.Name;
        var announced = situation.Graces.FirstOrDefault(grace => grace.Serial == device.Serial);
        var due = announced?.Due ?? situation.Now + situation.Grace;
        return due <= situation.Now || announced is { Begun: true }
            ? new RemoveDevice(person, device.Serial, Since(device))
            : new AnnounceRemoval(person, device.Serial, due);
    }

    private static AskForGoodDevice Ask(UserName person, MfaDevice newest) => new(person, newest.Serial, Since(newest));

    private static MfaDevice Newest(IEnumerable<MfaDevice> devices) =>
        devices.OrderByDescending(Since).ThenBy(device => device.Serial, StringComparer.Ordinal).First();

    private static DateTimeOffset Since(MfaDevice device) => DeviceProof.Since(device);
}
