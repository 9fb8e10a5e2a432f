using System.Text.RegularExpressions;
using Gatehouse.Register;

namespace Gatehouse.Membership;

/// <summary>
/// Refuses what is unsafe, and says why with its arithmetic. Pure.
/// <list type="table">
/// <listheader><term>rule</term><description>what is refused</description></listheader>
/// <item><term>EmptyRegister</term><description>everything: a register without people is a mistake, never an order</description></item>
/// <item><term>Name</term><description>that person: IAM takes 1 to 64 characters of <c>[A-Za-z0-9_+=,.@-]</c></description></item>
/// <item><term>Domain</term><description>that person: an address outside the allowed domains</description></item>
/// <item><term>Groups</term><description>that person: IAM takes at most 10 groups a user</description></item>
/// <item><term>NoGroup</term><description>that change: the account has no group of this name, and Gatehouse makes none</description></item>
/// <item><term>NotAdopted</term><description>that person: a user of this name was made by hand, and no line of <c>gatehouse.json</c> hands it over</description></item>
/// </list>
/// A refused person waits; the others go ahead.
/// </summary>
public static partial class MembershipGuard
{
    private const int MostGroups = 10;

    /// <param name="plan">What would be done.</param>
    /// <param name="register">What it was decided from.</param>
    /// <param name="snapshot">The account as it stands.</param>
    /// <param name="settings">Those applied before the merge: nobody loosens the guard for their own change.</param>
    /// <param name="adopt">The adoption lines at the head: explicit, reviewed orders, and no loosening.</param>
    /// <exception cref="PlanRefusedException">The whole plan is refused.</exception>
    public static Verdict Judge(MembershipPlan plan, PeopleRegister register, Snapshot snapshot, RegisterSettings settings, IReadOnlyList<UserName> adopt)
    {
        if (register.People.Count == 0)
        {
            throw new PlanRefusedException("The register lists 0 people, so nothing was applied: an empty register is taken for a mistake. Put the people back, or remove them in smaller merges.");
        }

        var judged = plan.Changes.ToLookup(change => Refuse(change, settings, adopt) ?? NoGroup(change, snapshot));
        var refused = judged
            .Where(group => group.Key is not null)
            .SelectMany(group => group.Select(change => new Refusal(change, group.Key!.Rule, group.Key.Why)))
            .OrderBy(refusal => refusal.Change.Key, StringComparer.Ordinal);
        return new Verdict([.. judged[null]], [.. refused]);
    }

    private static Reason? Refuse(MembershipChange change, RegisterSettings settings, IReadOnlyList<UserName> adopt) => change switch
    {
        CreateUser create => Name(create.Person) ?? Domain(create.Person, settings) ?? Groups(create.Groups.Count),
        AdoptUser hand when !adopt.Contains(hand.Person) => new Reason(
            "NotAdopted",
            $"refused: an IAM user of this name exists and was made by hand. To hand it over to Gatehouse, add \"{hand.Person}\" to \"adopt\" in gatehouse.json; otherwise use another name."),
        AdoptUser or AddToGroup or RemoveFromGroup or SendWelcome or ExpireFirstPassword
            or QuarantineUser or RestoreUser or DeleteUser or ResetPassword or ResetMfa => null,
        _ => throw new UnknownChangeException(change),
    };

    private static Reason? Name(UserName name) => (name.Value.Length, NameIamTakes().IsMatch(name.Value)) switch
    {
        ( > 64 or 0, _) => new Reason("Name", $"refused: the name has {name.Value.Length} characters and IAM takes 1 to 64. Shorten it in the register."),
        (_, false) => new Reason("Name", "refused: IAM takes letters, digits and _+=,.@- in a name, nothing else. Correct it in the register."),
        _ => null,
    };

    private static Reason? Domain(UserName name, RegisterSettings settings) => settings.Allows(name)
        ? null
        : new Reason(
            "Domain",
            $"refused: the address is not in one of the {settings.AllowedDomains.Count} allowed domains ({string.Join(", ", settings.AllowedDomains)}). Correct it, or have the domain allowed in gatehouse.json by a merge of its own.");

    private static Reason? Groups(int count) =>
        count > MostGroups ? new Reason("Groups", $"refused: the register gives {count} groups and IAM takes at most {MostGroups}. Take some away.") : null;

    private static Reason? NoGroup(MembershipChange change, Snapshot snapshot)
    {
        IReadOnlyList<string> wanted = change switch
        {
            CreateUser create => create.Groups,
            AdoptUser adopt => adopt.Groups,
            AddToGroup add => [add.Group],
            _ => [],
        };
        return wanted.FirstOrDefault(group => !snapshot.Groups.Contains(group)) is { } missing
            ? new Reason("NoGroup", $"refused: the account has no group {missing}. Make the group, or correct its name in the register.")
            : null;
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_+=,.@-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex NameIamTakes();

    private sealed record Reason(string Rule, string Why);
}

/// <summary>What the guard lets through and what it holds back.</summary>
public sealed record Verdict(IReadOnlyList<MembershipChange> Allowed, IReadOnlyList<Refusal> Refused);

/// <summary>A change that waits.</summary>
/// <param name="Change">What would have been done.</param>
/// <param name="Rule">The rule of the guard that refused it.</param>
/// <param name="Why">For the reader of the report: the reason and what to do.</param>
public sealed record Refusal(MembershipChange Change, string Rule, string Why);

/// <summary>The guard refuses the whole plan; nothing was applied.</summary>
public sealed class PlanRefusedException(string message) : Exception(message);
