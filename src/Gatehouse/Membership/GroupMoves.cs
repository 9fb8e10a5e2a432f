using Gatehouse.Register;

namespace Gatehouse.Membership;

/// <summary>The groups that people are in once a plan is done, as far as it moves them: put together once for the whole plan. Pure.</summary>
internal sealed class GroupMoves(MembershipPlan plan, PeopleRegister register, Snapshot snapshot)
{
    private readonly ILookup<UserName, string> joins = plan.Changes.OfType<AddToGroup>().ToLookup(change => change.Person, change => change.Group);
    private readonly ILookup<UserName, string> leaves = plan.Changes.OfType<RemoveFromGroup>().ToLookup(change => change.Person, change => change.Group);

    /// <summary>Whether a change takes all access of somebody away: the user, or every group that the register gave.</summary>
    public bool Removes(MembershipChange change) =>
        change is QuarantineUser || (change is RemoveFromGroup && !After(change.Person).Intersect(register.Groups, StringComparer.OrdinalIgnoreCase).Any());

    /// <summary>The groups of a user who is there.</summary>
    public IEnumerable<string> After(UserName person) =>
        snapshot.Find(person)!.Groups.Except(leaves[person], StringComparer.OrdinalIgnoreCase).Concat(joins[person]);
}
