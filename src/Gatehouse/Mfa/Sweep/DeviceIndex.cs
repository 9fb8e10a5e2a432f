using System.Globalization;
using Gatehouse.Aws;
using Gatehouse.Register;

namespace Gatehouse.Mfa.Sweep;

/// <summary>
/// Says whose devices are to be looked at, and what is only named about devices. Pure.
/// <list type="table">
/// <listheader><term>device</term><description>what follows</description></listheader>
/// <item><term>somebody's of ours, and its name breaks the rule</term><description>looked at</description></item>
/// <item><term>somebody's who is not ours, and its name breaks the rule</term><description>named</description></item>
/// <item><term>nobody's</term><description>named, with the command that deletes it</description></item>
/// <item><term>as many as IAM takes</term><description>named</description></item>
/// </list>
/// Also looked at: whose announced time is up, who has a device that is not proved, and who has MFA, an active access key and no virtual device at all.
/// </summary>
public sealed class DeviceIndex
{
    /// <summary>The most MFA devices that IAM lets a user have.</summary>
    private const int Most = 8;

    private readonly SweepSeen seen;
    private readonly ILookup<UserName, MfaDevice> devices;

    public DeviceIndex(SweepSeen seen)
    {
        this.seen = seen;
        devices = seen.Devices.Where(device => device.User is not null).ToLookup(device => device.User!, device => device.Device);
        var withKeysAlone = seen.Report.Where(row => row is { IsRoot: false, MfaActive: true, HasActiveKey: true }).Select(row => new UserName(row.User)).Where(user => !devices.Contains(user)).ToHashSet();
        People = [.. seen.People.Select(user => user.Name).Where(person => withKeysAlone.Contains(person) || seen.Graces.Contains(person) || seen.Unproved.Contains(person) || Wrong(person).Any())];
        Findings = [.. Unmanaged(), .. Many(), .. seen.Devices.Where(device => !device.Assigned).OrderBy(device => device.Device.Serial, StringComparer.Ordinal).Select(Unassigned)];
    }

    /// <summary>Whose devices are to be looked at.</summary>
    public IReadOnlyList<UserName> People { get; }

    public IReadOnlyList<MfaFinding> Findings { get; }

    /// <summary>The users that there are whose longer names may own one of somebody's devices.</summary>
    public IReadOnlyList<UserName> LongerNames(UserName person) => [.. devices[person].SelectMany(device => LongerNames(person, device)).Distinct()];

    private IEnumerable<UserName> LongerNames(UserName person, MfaDevice device) => DeviceNames.Candidates(person, device.Name).Where(seen.Account.Users.ContainsKey);

    private IEnumerable<MfaDevice> Wrong(UserName person) => devices[person].Where(device => !new DeviceNames(person, seen.Names, [.. LongerNames(person, device)]).IsGood(device));

    private IEnumerable<MfaFinding> Unmanaged() =>
        from user in seen.Account.Users.Values
        where !user.Managed
        orderby user.Name
        from device in Wrong(user.Name)
        select new MfaFinding(MfaFindingKind.UnmanagedName, user.Name.Value, $"has {device.Name}");

    private IEnumerable<MfaFinding> Many() =>
        from user in devices
        where user.Count() >= Most
        orderby user.Key
        select new MfaFinding(MfaFindingKind.ManyDevices, user.Key.Value, string.Create(CultureInfo.InvariantCulture, $"has {user.Count()} virtual devices"));

    private MfaFinding Unassigned(VirtualDevice device)
    {
        var whose = OwnerOf(device.Device.Name) is { } owner ? $"begins with the name of {owner}, who may be setting it up; if not: " : "";
        return new MfaFinding(MfaFindingKind.Unassigned, device.Device.Name, $"{whose}`aws iam delete-virtual-mfa-device --serial-number {device.Device.Serial}`");
    }

    /// <summary>The longest name of somebody of ours that owns a device's name.</summary>
    private UserName? OwnerOf(string deviceName) =>
        DeviceNames.Candidates(new UserName(""), deviceName).Where(name => seen.Account.Find(name) is { Managed: true }).MaxBy(name => name.Value.Length);
}
