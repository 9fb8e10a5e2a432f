using Gatehouse.Register;

namespace Gatehouse.Membership;

/// <summary>
/// The sorted changes between the register and the snapshot. Pure: the same two give the same plan, whatever the order of their lines.
/// <list type="table">
/// <listheader><term>register · IAM</term><description>change</description></listheader>
/// <item><term>listed · no user</term><description>CreateUser with the groups the register gives</description></item>
/// <item><term>listed · managed</term><description>AddToGroup for each missing group, RemoveFromGroup for each group that the register names and does not give</description></item>
/// <item><term>listed · made by hand</term><description>AdoptUser, which the guard refuses without an explicit line</description></item>
/// <item><term>listed · managed, welcome owed</term><description>SendWelcome</description></item>
/// <item><term>not listed · managed</term><description>no change yet: named as a leaver</description></item>
/// <item><term>not listed · made by hand</term><description>nothing: not ours</description></item>
/// </list>
/// </summary>
/// <param name="Changes">Sorted by person, then by kind.</param>
/// <param name="Leavers">Managed users whom the register does not list, sorted.</param>
public sealed record MembershipPlan(IReadOnlyList<MembershipChange> Changes, IReadOnlyList<UserName> Leavers)
{
    public static MembershipPlan Between(PeopleRegister register, Snapshot snapshot, IEnumerable<OwedWelcome> owed)
    {
        var welcomes = owed.GroupBy(one => one.Person).ToDictionary(group => group.Key, group => group.Last());
        var changes = register.People
            .SelectMany(person => For(person, register.Groups, snapshot.Find(person.Name), welcomes.GetValueOrDefault(person.Name)))
            .OrderBy(change => change.Key, StringComparer.Ordinal)
            .ToList();
        var listed = register.People.Select(person => person.Name).ToHashSet();
        var leavers = snapshot.Users.Values
            .Where(user => user.Managed && !listed.Contains(user.Name))
            .Select(user => user.Name)
            .OrderBy(name => name.Value, StringComparer.OrdinalIgnoreCase)
            .ToList();
        return new MembershipPlan(changes, leavers);
    }

    private static IEnumerable<MembershipChange> For(RegisteredPerson person, IReadOnlyList<string> named, SnapshotUser? user, OwedWelcome? owed) => user switch
    {
        null => [new CreateUser(person.Name, person.Groups, owed?.Welcome)],
        { Managed: false } => [new AdoptUser(user.Name, [.. Joins(person, user)], [.. Leaves(person, named, user)], owed?.Welcome)],
        { Managed: true } =>
        [
            .. Joins(person, user).Select(group => new AddToGroup(user.Name, group)),
            .. Leaves(person, named, user).Select(group => new RemoveFromGroup(user.Name, group)),
            .. Welcomes(user, owed),
        ],
    };

    private static IEnumerable<string> Joins(RegisteredPerson person, SnapshotUser user) => person.Groups.Where(group => !user.Groups.Contains(group));

    private static IEnumerable<string> Leaves(RegisteredPerson person, IReadOnlyList<string> named, SnapshotUser user) =>
        named.Where(group => user.Groups.Contains(group) && !person.Groups.Contains(group, StringComparer.OrdinalIgnoreCase));

    private static IEnumerable<MembershipChange> Welcomes(SnapshotUser user, OwedWelcome? owed) =>
        owed is null ? [] : [new SendWelcome(user.Name, owed.Welcome)];
}

/// <summary>A welcome that the ledger holds open: promised before the user was made, and not yet known to be accepted.</summary>
public sealed record OwedWelcome(UserName Person, string Welcome, WelcomeKind Kind = WelcomeKind.First);
