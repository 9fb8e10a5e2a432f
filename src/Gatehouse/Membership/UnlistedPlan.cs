using Gatehouse.Register;

namespace Gatehouse.Membership;

/// <summary>
/// What is done with somebody whom the register does not list. Pure.
/// <list type="table">
/// <listheader><term>IAM and ledger</term><description>change</description></listheader>
/// <item><term>made by hand</term><description>nothing: not ours</description></item>
/// <item><term>managed, not fully quarantined</term><description>QuarantineUser; done again, it is the same quarantine</description></item>
/// <item><term>managed, quarantined, within the grace time</term><description>nothing: it waits</description></item>
/// <item><term>managed, quarantined, past the grace time, with AWS's own quarantine of a leaked key</term><description>nothing: they are evidence, and named</description></item>
/// <item><term>managed, quarantined, past the grace time</term><description>DeleteUser</description></item>
/// <item><term>no user, a quarantine is remembered</term><description>DeleteUser, which finishes what was interrupted</description></item>
/// </list>
/// </summary>
internal sealed class UnlistedPlan(PeopleRegister register, RegisterSettings settings, Known known)
{
    private readonly HashSet<UserName> listed = [.. register.People.Select(person => person.Name)];

    public IEnumerable<MembershipChange> All() =>
    [
        .. known.Snapshot.Users.Values.Where(user => user.Managed && !listed.Contains(user.Name)).Select(For).OfType<MembershipChange>(),
        .. known.Quarantines.Where(left => !listed.Contains(left.Person) && known.Snapshot.Find(left.Person) is null).Select(left => new DeleteUser(left.Person, left.Complete ?? known.Now)),
    ];

    /// <summary>What is still open of somebody's welcomes, and called off when they go.</summary>
    public static IReadOnlyList<string> OpenOf(UserName person, Known known) =>
    [
        .. known.Owed.Where(one => one.Person == person).Select(one => one.Welcome)
            .Concat(known.Passwords.Where(one => one.Person == person).Select(one => one.Welcome))
            .Order(StringComparer.Ordinal),
    ];

    private MembershipChange? For(SnapshotUser user) => (user.Denied ? known.QuarantineOf(user.Name)?.Complete : null) switch
    {
        null => new QuarantineUser(user.Name, OpenOf(user.Name, known), RenamedTo(user.Name), settings.ContactOf(user.Name, user.Groups), AtOnce: known.GraceDays == 0 && !user.QuarantinedByAws),
        { } since when since.AddDays(known.GraceDays) <= known.Now && !user.QuarantinedByAws => new DeleteUser(user.Name, since),
        _ => null,
    };

    private UserName? RenamedTo(UserName person) =>
        settings.PreviousNames.Where(name => name.Value == person && listed.Contains(name.Key)).Select(name => name.Key).Order().FirstOrDefault();
}
