using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Mfa.Missing;
using Gatehouse.Register;

namespace Gatehouse.Mfa.Sweep;

/// <summary>Everything that a sweep over all people is decided from. The report and the list of devices say where to look, and are never the ground for an action.</summary>
/// <param name="Account">Every user of the account.</param>
/// <param name="Report">The rows of the credential report, up to four hours old.</param>
/// <param name="Devices">Every virtual MFA device.</param>
/// <param name="Now">The moment of deciding.</param>
public sealed record SweepSeen(Snapshot Account, IReadOnlyList<CredentialRow> Report, IReadOnlyList<VirtualDevice> Devices, DateTimeOffset Now)
{
    public required DeviceNameRule Names { get; init; }

    public required MissingMfaRule Missing { get; init; }

    /// <summary>Whom the ledger knows to be without MFA.</summary>
    public IReadOnlyList<PersonWithoutMfa> Without { get; init; } = [];

    /// <summary>Who has a device whose announced time is up.</summary>
    public IReadOnlyList<UserName> Graces { get; init; } = [];

    /// <summary>Who has a device that was added without MFA beside another, and is not proved.</summary>
    public IReadOnlyList<UserName> Unproved { get; init; } = [];

    /// <summary>What is not as it should be with the account's password policy, a sentence each.</summary>
    public IReadOnlyList<string> PasswordPolicy { get; init; } = [];

    /// <summary>People whom Gatehouse manages and who are not on the way out.</summary>
    public IEnumerable<SnapshotUser> People => Account.Users.Values.Where(user => user is { Managed: true, Denied: false });
}
