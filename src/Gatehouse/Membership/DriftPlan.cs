using Gatehouse.Aws;
using Gatehouse.Register;

namespace Gatehouse.Membership;

/// <summary>
/// Names what differs from the register and is not changed. Pure.
/// <list type="table">
/// <listheader><term>register · IAM</term><description>finding</description></listheader>
/// <item><term>listed · managed, in a group that nobody gave them, or out of one that they were given</term><description>ChangedByHand</description></item>
/// <item><term>listed · managed, with a policy of its own</term><description>ChangedByHand: Gatehouse gives nobody a policy</description></item>
/// <item><term>listed · made before, and gone</term><description>Missing</description></item>
/// <item><term>listed · revoked by hand</term><description>Held</description></item>
/// <item><term>not listed · made by hand, and no machine user</term><description>NotManaged</description></item>
/// <item><term>any · managed, with AWS's own quarantine of a leaked key</term><description>QuarantinedByAws: Gatehouse never takes it off, and deletes nobody who has it</description></item>
/// </list>
/// </summary>
internal static class DriftPlan
{
    public static IEnumerable<Finding> Of(PeopleRegister register, Known known, ByHand byHand)
    {
        var listed = register.People.Select(person => person.Name).ToHashSet();
        return register.People.SelectMany(person => For(person, register, known, byHand))
            .Concat(known.Snapshot.Users.Values
                .Where(user => user is { Managed: false, Machine: false } && !listed.Contains(user.Name))
                .Select(user => new Finding(FindingKind.NotManaged, user.Name.Value)))
            .Concat(known.Snapshot.Users.Values
                .Where(user => user.Managed && user.QuarantinedByAws)
                .Select(user => new Finding(FindingKind.QuarantinedByAws, user.Name.Value, listed.Contains(user.Name) ? "" : "has left, and is not deleted")));
    }

    private static IEnumerable<Finding> For(RegisteredPerson person, PeopleRegister register, Known known, ByHand byHand)
    {
        if (known.HoldOf(person.Name) is not null)
        {
            return [new Finding(FindingKind.Held, person.Name.Value)];
        }

        return known.Snapshot.Find(person.Name) switch
        {
            null => byHand.IsMissing(person) && !known.RevertDrift ? [new Finding(FindingKind.Missing, person.Name.Value)] : [],
            { Managed: true, Denied: false } user when !IsAsGiven(person, user) && known.QuarantineOf(user.Name) is null => Changed(person, user, register, known, byHand),
            _ => [],
        };
    }

    private static bool IsAsGiven(RegisteredPerson person, SnapshotUser user) =>
        user.Policies.All(CompromisedKeyQuarantine.IsIt) && user.Groups.Count == person.Groups.Count && person.Groups.All(user.Groups.Contains);

    private static IEnumerable<Finding> Changed(RegisteredPerson person, SnapshotUser user, PeopleRegister register, Known known, ByHand byHand)
    {
        var named = register.Groups.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var given = person.Groups.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var ours = known.RevertDrift
            ? []
            : user.Groups.Where(group => named.Contains(group) && !given.Contains(group) && byHand.Undid(new RemoveFromGroup(user.Name, group))).Select(group => $"was put into {group}")
                .Concat(given.Where(group => !user.Groups.Contains(group) && byHand.Undid(new AddToGroup(user.Name, group))).Select(group => $"was taken out of {group}"));
        var others = user.Groups.Where(group => !named.Contains(group)).Select(group => $"is in {group}, which the register does not name")
            .Concat(user.Policies.Where(policy => !CompromisedKeyQuarantine.IsIt(policy)).Select(policy => $"has the policy {policy}"));
        return ours.Concat(others).Select(what => new Finding(FindingKind.ChangedByHand, user.Name.Value, what));
    }
}
