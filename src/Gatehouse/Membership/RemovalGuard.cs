using Gatehouse.Register;

namespace Gatehouse.Membership;

/// <summary>
/// Refuses removals: of people, and of the last group that the register gives them, which leaves them nothing. Pure. A quarantine that has begun, one that somebody ordered by hand, and the deletion at its end are not counted again.
/// <list type="table">
/// <listheader><term>rule</term><description>what is refused</description></listheader>
/// <item><term>Protected</term><description>that person, and no label helps: take them off the list first</description></item>
/// <item><term>LastAdministrator</term><description>everybody whose removal, or leaving of a group, would leave the account without one; no label helps</description></item>
/// <item><term>Removals</term><description>all removals that no label allows, where they are too many by share or by number</description></item>
/// </list>
/// </summary>
internal sealed class RemovalGuard
{
    public const string Label = "gatehouse:allow-removals";

    private readonly GroupMoves moves;
    private readonly Known known;
    private readonly RegisterSettings settings;
    private readonly IReadOnlySet<UserName> allowed;
    private readonly HashSet<UserName> begun;
    private readonly HashSet<UserName> lastAdministrators;
    private readonly RefusalReason? tooMany;

    public RemovalGuard(MembershipPlan plan, GroupMoves moves, Known known, RegisterSettings settings, IReadOnlySet<UserName> allowed)
    {
        (this.moves, this.known, this.settings, this.allowed) = (moves, known, settings, allowed);
        begun = [.. known.Quarantines.Select(quarantine => quarantine.Person), .. known.Snapshot.Users.Values.Where(user => user.Denied).Select(user => user.Name), .. known.Holds.Select(hold => hold.Person)];
        tooMany = TooMany(plan.Changes.Where(change => moves.Removes(change) && IsNew(change) && !allowed.Contains(change.Person)).Select(change => change.Person).Distinct().Count());
        lastAdministrators = LastAdministrators(plan);
    }

    public RefusalReason? Refuse(MembershipChange change) => change switch
    {
        QuarantineUser leave when !IsNew(leave) => null,
        _ when moves.Removes(change) => Protected(change.Person) ?? LastAdministrator(change.Person) ?? (allowed.Contains(change.Person) ? null : tooMany),
        RemoveFromGroup leave => LastAdministrator(leave.Person),
        _ => null,
    };

    private bool IsNew(MembershipChange leave) => !begun.Contains(leave.Person);

    private RefusalReason? Protected(UserName person) => settings.Protected.Contains(person)
        ? new RefusalReason("Protected", "refused: this person is protected. Take them off \"protected\" in gatehouse.json by a merge of its own first.")
        : null;

    private RefusalReason? LastAdministrator(UserName person) => lastAdministrators.Contains(person)
        ? new RefusalReason(
            "LastAdministrator",
            $"refused: this would leave the account without an administrator ({lastAdministrators.Count} of {lastAdministrators.Count} would go). Make somebody else an administrator first.")
        : null;

    /// <summary>The share is of everybody who is managed and has access now.</summary>
    private RefusalReason? TooMany(int leaving)
    {
        var managed = known.Snapshot.Users.Values.Count(user => user.Managed && !begun.Contains(user.Name));
        return settings.Removals.Exceeded(leaving, managed) is not { } over
            ? null
            : new RefusalReason("Removals", $"refused: {leaving} of {managed} people would lose their access at once, and {over}. Remove fewer, or have somebody other than the author put the label {Label} on the pull request.");
    }

    /// <summary>Those administrators who would all be gone, or nobody where one stays.</summary>
    private HashSet<UserName> LastAdministrators(MembershipPlan plan)
    {
        var now = known.Snapshot.Users.Values.Where(user => !user.Denied && IsAdministrator(user, [])).Select(user => user.Name).ToHashSet();
        var leaving = plan.Changes.OfType<QuarantineUser>().Where(change => Protected(change.Person) is null).Select(change => change.Person).ToHashSet();
        var groups = plan.Changes.OfType<RemoveFromGroup>().ToLookup(change => change.Person, change => change.Group);
        var after = now.Count(name => !leaving.Contains(name) && IsAdministrator(known.Snapshot.Find(name)!, [.. groups[name]]));
        return after > 0 ? [] : now;
    }

    private bool IsAdministrator(SnapshotUser user, IReadOnlyList<string> left) =>
        user.Administrator
        || user.Groups.Except(left, StringComparer.OrdinalIgnoreCase).Any(group => known.Snapshot.AdministratorGroups.Contains(group) || settings.AdministratorGroups.Contains(group, StringComparer.OrdinalIgnoreCase));
}
