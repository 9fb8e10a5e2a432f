using System.Globalization;
using System.Text.RegularExpressions;
using Gatehouse.Register;

namespace Gatehouse.Membership;

/// <summary>
/// Refuses a person's joining or moving. Pure.
/// <list type="table">
/// <listheader><term>rule</term><description>what is refused</description></listheader>
/// <item><term>Name</term><description>that person: IAM takes 1 to 64 characters of <c>[A-Za-z0-9_+=,.@-]</c></description></item>
/// <item><term>Domain</term><description>that person, new or coming back: an address outside the allowed domains</description></item>
/// <item><term>Groups</term><description>that change: IAM takes at most 10 groups a user</description></item>
/// <item><term>NoGroup</term><description>that change: the account has no group of this name, and Gatehouse makes none</description></item>
/// <item><term>NotOurs</term><description>that change: the deployment may not put people into this group</description></item>
/// <item><term>NotAdopted</term><description>that person: a user of this name was made by hand, and no line of <c>gatehouse.json</c> hands it over</description></item>
/// <item><term>UserLimit</term><description>every new person: the account would come too near to IAM's limit of users</description></item>
/// </list>
/// </summary>
internal sealed partial class JoinGuard(MembershipPlan plan, GroupMoves moves, Known known, RegisterSettings settings, IReadOnlyList<UserName> adopt)
{
    private const int MostGroups = 10;

    private readonly Snapshot snapshot = known.Snapshot;
    private readonly int joining = plan.Changes.OfType<CreateUser>().Count();

    public RefusalReason? Refuse(MembershipChange change) => Person(change) ?? NoGroup(change);

    private RefusalReason? Person(MembershipChange change) => change switch
    {
        CreateUser create => Name(create.Person) ?? Domain(create.Person) ?? Groups(create.Groups.Count) ?? UserLimit(),
        RestoreUser restore => Domain(restore.Person) ?? Groups(restore.Groups.Count),
        AddToGroup add => Groups(moves.After(add.Person).Count()),
        AdoptUser hand when !adopt.Contains(hand.Person) => new RefusalReason(
            "NotAdopted",
            $"refused: an IAM user of this name exists and was made by hand. To hand it over to Gatehouse, add \"{hand.Person}\" to \"adopt\" in gatehouse.json; otherwise use another name."),
        AdoptUser hand => Groups(snapshot.Find(hand.Person)!.Groups.Count + hand.Groups.Count - hand.Leaves.Count),
        RemoveFromGroup or SendWelcome or ExpireFirstPassword or QuarantineUser or DeleteUser or ResetPassword or ResetMfa => null,
        _ => throw new UnknownChangeException(change),
    };

    private static RefusalReason? Name(UserName name) => (name.Value.Length, NameIamTakes().IsMatch(name.Value)) switch
    {
        ( > 64 or 0, _) => new RefusalReason("Name", $"refused: the name has {name.Value.Length} characters and IAM takes 1 to 64. Shorten it in the register."),
        (_, false) => new RefusalReason("Name", "refused: IAM takes letters, digits and _+=,.@- in a name, nothing else. Correct it in the register."),
        _ => null,
    };

    private RefusalReason? Domain(UserName name) => settings.Allows(name)
        ? null
        : new RefusalReason(
            "Domain",
            $"refused: the address is not in one of the {settings.AllowedDomains.Count} allowed domains ({string.Join(", ", settings.AllowedDomains)}). Correct it, or have the domain allowed in gatehouse.json by a merge of its own.");

    private static RefusalReason? Groups(int count) =>
        count > MostGroups ? new RefusalReason("Groups", $"refused: that makes {count} groups and IAM takes at most {MostGroups}. Take some away.") : null;

    private RefusalReason? UserLimit()
    {
        var (there, most) = (snapshot.Users.Count, settings.Users.Limit - settings.Users.Reserve);
        return there + joining <= most
            ? null
            : new RefusalReason("UserLimit", string.Create(CultureInfo.InvariantCulture,
                $"refused: the account has {there} IAM users and {joining} join, which makes {there + joining}; {most} is the most, {settings.Users.Reserve} under IAM's limit of {settings.Users.Limit}. Remove people who have left, or have AWS raise the limit and write it as \"users\" in gatehouse.json."));
    }

    private RefusalReason? NoGroup(MembershipChange change)
    {
        IReadOnlyList<string> wanted = change switch
        {
            CreateUser create => create.Groups,
            RestoreUser restore => restore.Groups,
            AdoptUser hand => hand.Groups,
            AddToGroup add => [add.Group],
            _ => [],
        };
        if (wanted.FirstOrDefault(group => !snapshot.Groups.Contains(group)) is { } missing)
        {
            return new RefusalReason("NoGroup", $"refused: the account has no group {missing}. Make the group, or correct its name in the register.");
        }

        return wanted.FirstOrDefault(group => !known.Givable.Contains(group, StringComparer.OrdinalIgnoreCase)) is { } other
            ? new RefusalReason("NotOurs", $"refused: Gatehouse may not put people into {other}. Deploy it with {other} among \"groups\" in cdk.json, or correct the name in the register.")
            : null;
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_+=,.@-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex NameIamTakes();
}
