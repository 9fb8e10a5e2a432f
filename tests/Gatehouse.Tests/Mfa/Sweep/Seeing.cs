using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Mfa;
using Gatehouse.Mfa.Missing;
using Gatehouse.Mfa.Sweep;
using Gatehouse.Register;

namespace Gatehouse.Tests.Mfa.Sweep;

/// <summary>Builds what a sweep sees, a user at a time.</summary>
internal sealed class Seeing
{
    public static readonly DateTimeOffset Now = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<UserName, SnapshotUser> users = [];
    private readonly List<CredentialRow> report = [new(CredentialRow.RootAccount, null, null) { MfaActive = false, Keys = [new CredentialKey(1, true, Now.AddDays(-100), null)] }];
    private readonly List<VirtualDevice> devices = [];
    private readonly List<PersonWithoutMfa> without = [];

    public Seeing Person(string name, bool password = true, bool mfa = true, bool key = false, bool managed = true, bool denied = false, params string[] virtualDevices)
    {
        var user = new UserName(name);
        users[user] = new SnapshotUser(user, managed, new HashSet<string>()) { Denied = denied };
        report.Add(new CredentialRow(name, password, password ? Now.AddDays(-50) : null) { MfaActive = mfa, Keys = key ? [new CredentialKey(1, true, Now.AddDays(-40), null)] : [] });
        devices.AddRange(virtualDevices.Select(device => new VirtualDevice(Device(device), user, Assigned: true)));
        return this;
    }

    public Seeing NobodysDevice(string name)
    {
        devices.Add(new VirtualDevice(Device(name), null, Assigned: false));
        return this;
    }

    public Seeing RootDevice()
    {
        devices.Add(new VirtualDevice(Device("root-account-mfa-device"), null, Assigned: true));
        return this;
    }

    /// <summary>The ledger knows somebody to be without MFA, since so many days.</summary>
    public Seeing Known(string name, int days, int? first = null, int? second = null, int? suspending = null)
    {
        without.Add(new PersonWithoutMfa(new UserName(name), Now.AddDays(-days))
        {
            FirstWarned = first is { } one ? Now.AddDays(-one) : null,
            SecondWarned = second is { } two ? Now.AddDays(-two) : null,
            Suspending = suspending is { } begun ? Now.AddDays(-begun) : null,
        });
        return this;
    }

    public SweepSeen Seen(DeviceNameRule rule = DeviceNameRule.Prefix) => new(new Snapshot(users, new HashSet<string>()), report, devices, Now)
    {
        Names = rule,
        Missing = new MissingMfaRule(3, 7, 14),
        Without = without,
    };

    public SweepFound Found(RegisterSettings? settings = null, string? unreadable = null) => new MfaSweepPlan(Seen()).Found(settings, unreadable);

    private static MfaDevice Device(string name) => new($"arn:aws:iam::111122223333:mfa/{name}");
}
