using Gatehouse.Register;

namespace Gatehouse.Membership;

/// <summary>
/// What is done for somebody whom the register lists. Pure.
/// <list type="table">
/// <listheader><term>IAM and ledger</term><description>change</description></listheader>
/// <item><term>revoked by hand, not fully quarantined</term><description>QuarantineUser: the hold is stronger than the register</description></item>
/// <item><term>revoked by hand</term><description>nothing, until somebody restores them by hand</description></item>
/// <item><term>no user</term><description>CreateUser with the groups that the register gives; where one was made before and is gone, only if drift is undone</description></item>
/// <item><term>made by hand</term><description>AdoptUser, which the guard refuses without an explicit line</description></item>
/// <item><term>managed, in quarantine</term><description>RestoreUser with the register's groups and the remembered ones</description></item>
/// <item><term>managed</term><description>AddToGroup for each missing group, RemoveFromGroup for each that the register names and does not give, and SendWelcome for each that is owed</description></item>
/// </list>
/// A group that somebody changed by hand is left as it is and named (<see cref="DriftPlan"/>), unless drift is undone.
/// </summary>
internal sealed class ListedPlan(PeopleRegister register, RegisterSettings settings, Known known, ByHand byHand)
{
    private readonly ILookup<UserName, OwedWelcome> owed = known.Owed.ToLookup(one => one.Person);

    public IEnumerable<MembershipChange> For(RegisteredPerson person)
    {
        var user = known.Snapshot.Find(person.Name);
        return (known.HoldOf(person.Name), user) switch
        {
            (not null, { Managed: true }) => Held(user),
            (not null, _) => [],
            (_, null) => byHand.IsMissing(person) && !known.RevertDrift ? [] : [Create(person)],
            (_, { Managed: false }) => [Adopt(person, user)],
            (_, { Denied: true }) => [Restore(person, user)],
            _ when known.QuarantineOf(person.Name) is not null => [Restore(person, user)],
            _ => Stay(person, user),
        };
    }

    private IEnumerable<MembershipChange> Held(SnapshotUser user) =>
        user.Denied && known.QuarantineOf(user.Name)?.Complete is not null ? [] : [new QuarantineUser(user.Name, UnlistedPlan.OpenOf(user.Name, known))];

    private CreateUser Create(RegisteredPerson person) => new(person.Name, person.Groups, Owed(person, WelcomeKind.First), Previously(person))
    {
        Afresh = known.QuarantineOf(person.Name) is not null,
    };

    private AdoptUser Adopt(RegisteredPerson person, SnapshotUser user) =>
        new(user.Name, [.. Joins(person, user)], [.. Leaves(person, user)], Owed(person, WelcomeKind.First));

    private RestoreUser Restore(RegisteredPerson person, SnapshotUser user)
    {
        var remembered = (known.QuarantineOf(person.Name)?.Groups ?? []).Where(group => !register.Groups.Contains(group, StringComparer.OrdinalIgnoreCase)).ToList();
        var given = remembered.Where(group => known.Givable.Contains(group, StringComparer.OrdinalIgnoreCase) && known.Snapshot.Groups.Contains(group)).ToList();
        return new RestoreUser(user.Name, [.. person.Groups, .. given], [.. remembered.Except(given)], Owed(person, WelcomeKind.Restored));
    }

    private IEnumerable<MembershipChange> Stay(RegisteredPerson person, SnapshotUser user) =>
    [
        .. Joins(person, user).Select(group => new AddToGroup(user.Name, group)).Where(change => known.RevertDrift || !byHand.Undid(change)),
        .. Leaves(person, user).Select(group => new RemoveFromGroup(user.Name, group)).Where(change => known.RevertDrift || !byHand.Undid(change)),
        .. owed[user.Name].Select(one => new SendWelcome(user.Name, one.Welcome, one.Kind)),
    ];

    private static IEnumerable<string> Joins(RegisteredPerson person, SnapshotUser user) => person.Groups.Where(group => !user.Groups.Contains(group));

    private IEnumerable<string> Leaves(RegisteredPerson person, SnapshotUser user) =>
        register.Groups.Where(group => user.Groups.Contains(group) && !person.Groups.Contains(group, StringComparer.OrdinalIgnoreCase));

    private string? Owed(RegisteredPerson person, WelcomeKind kind) => owed[person.Name].LastOrDefault(one => one.Kind == kind)?.Welcome;

    /// <summary>The name before is told only where it is one of ours: of anybody else there is nothing to carry over.</summary>
    private UserName? Previously(RegisteredPerson person) =>
        settings.PreviousNames.GetValueOrDefault(person.Name) is { } before && known.Snapshot.Find(before) is { Managed: true } ? before : null;
}
