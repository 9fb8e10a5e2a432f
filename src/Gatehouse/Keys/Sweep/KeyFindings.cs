using System.Globalization;
using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Register;

namespace Gatehouse.Keys.Sweep;

/// <summary>Says what a sweep only names about one account's keys. Pure.</summary>
public sealed class KeyFindings(KeysSeen seen, KeyIndex index)
{
    public IReadOnlyList<KeyFinding> All =>
    [
        .. seen.Records.Where(IsLeakedAndActive).OrderBy(record => record.User).Select(record => Of(KeyFindingKind.LeakedAndActive, record.User.Value, record.Key.Value)),
        .. seen.Report.Rows.Where(row => row is { IsRoot: true, HasActiveKey: true }).Select(_ => Of(KeyFindingKind.RootKey, seen.Account)),
        .. index.Watched.Where(HasTwoOld).Select(user => Of(KeyFindingKind.TwoOldKeys, user.Name.Value)),
        .. index.Watched.SelectMany(Overdue),
        .. index.Machines.Where(machine => seen.Users.Find(machine.User) is not { Machine: true }).Select(Untagged),
        .. seen.Users.Users.Values.Where(user => user.Machine && index.Machines.All(machine => machine.User != user.Name)).OrderBy(user => user.Name).Select(user => Of(KeyFindingKind.MachineUnlisted, user.Name.Value)),
        .. index.Watched.SelectMany(user => index.Keys[user.Name]).Where(key => key is { Key.Active: false, Record: null or { Deactivated: null } }).Select(InactiveByOthers),
        .. seen.Unknown.Order().Select(key => Of(KeyFindingKind.ExemptionWithoutKey, key.Value)),
        .. seen.Users.Users.Values.Where(user => user is { Managed: false, Machine: false }).OrderBy(user => user.Name).Select(Unmanaged).OfType<KeyFinding>(),
    ];

    private KeyFinding Of(KeyFindingKind kind, string subject, string what = "") => new(kind, seen.Account, subject, what);

    /// <summary>By the report: one that is older than the stop is not believed.</summary>
    private bool IsLeakedAndActive(KeyRecord record) =>
        record.Leaked is not null
        && !(record.Deactivated >= seen.Report.Generated)
        && index.ReportedOf(record.User).Any(key => key.Key.Active && KeyIndex.IsSame(record, key));

    private bool HasTwoOld(SnapshotUser user) =>
        index.RotationOf(user.Name) is null && index.Keys[user.Name].Count(key => key is { Key.Active: true, Exemption: null } && IsOld(key)) > 1;

    private IEnumerable<KeyFinding> Overdue(SnapshotUser user) =>
        from rotation in new[] { index.RotationOf(user.Name) }.OfType<KeyRotation>()
        from key in index.Keys[user.Name].Where(key => key.Key.Active).OrderByDescending(key => key.Key.Created).Take(1)
        where key.AgeAt(seen.Now) > rotation.Days
        select Of(KeyFindingKind.RotationOverdue, user.Name.Value, string.Create(CultureInfo.InvariantCulture, $"every {rotation.Days} days, and its key was made on {key.Key.Created:yyyy-MM-dd}"));

    private KeyFinding Untagged(MachineUser machine) => Of(
        KeyFindingKind.MachineUntagged,
        machine.User.Value,
        seen.Users.Find(machine.User) is null ? "does not exist" : $"does not carry the tag {ManagedTags.ManagedBy}={ManagedTags.Machine}");

    private KeyFinding InactiveByOthers(KeyStanding key) =>
        Of(KeyFindingKind.InactiveByOthers, key.Person.Value, string.Create(CultureInfo.InvariantCulture, $"a key made on {key.Key.Created:yyyy-MM-dd}"));

    private KeyFinding? Unmanaged(SnapshotUser user)
    {
        var wrong = index.ReportedOf(user.Name).Where(key => key.Key.Active && (IsOld(key) || IsUnused(key))).ToList();
        return wrong.Count == 0 ? null : Of(KeyFindingKind.Unmanaged, user.Name.Value);
    }

    private bool IsOld(KeyStanding key) => seen.Rule.DeactivateDays > 0 && key.AgeAt(seen.Now) >= seen.Rule.DeactivateDays;

    private bool IsUnused(KeyStanding key) => seen.Rule.UnusedAfter > 0 && key.IdleAt(seen.Now) >= seen.Rule.UnusedAfter;
}
