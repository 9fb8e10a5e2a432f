using Gatehouse.Register;

namespace Gatehouse.Membership;

/// <summary>
/// The sorted changes between the register and the account. Pure: the same two give the same plan, whatever the order of their lines.
/// <list type="table">
/// <listheader><term>register · IAM · ledger</term><description>change</description></listheader>
/// <item><term>listed</term><description>see <see cref="ListedPlan"/></description></item>
/// <item><term>not listed</term><description>see <see cref="UnlistedPlan"/></description></item>
/// <item><term>a first password past its days, of somebody who stays</term><description>ExpireFirstPassword</description></item>
/// <item><term>a line that a merge added to a reset file</term><description>ResetPassword or ResetMfa, see <see cref="ResetPlan"/></description></item>
/// </list>
/// </summary>
/// <param name="Changes">Sorted by person, then by kind.</param>
/// <param name="Findings">What was seen and is only named, sorted.</param>
public sealed record MembershipPlan(IReadOnlyList<MembershipChange> Changes, IReadOnlyList<Finding> Findings)
{
    /// <param name="register">Who should have what.</param>
    /// <param name="settings">Previous names and contacts, as the register has them.</param>
    /// <param name="known">The account and the ledger.</param>
    /// <param name="resets">The lines that merges added to the reset files.</param>
    public static MembershipPlan Between(PeopleRegister register, RegisterSettings settings, Known known, IReadOnlyList<AskedReset>? resets = null)
    {
        var byHand = new ByHand(known);
        var listed = new ListedPlan(register, settings, known, byHand);
        var unlisted = new UnlistedPlan(register, settings, known);
        var asked = ResetPlan.Of(resets ?? [], register, known);
        var changes = register.People.SelectMany(listed.For)
            .Concat(unlisted.All())
            .Concat(asked.Changes)
            .ToList();
        var others = changes.Where(change => change is QuarantineUser or RestoreUser or ResetPassword).Select(change => change.Person).ToHashSet();
        return new MembershipPlan(
            [.. changes.Concat(Expiries(known, others)).OrderBy(change => change.Key, StringComparer.Ordinal)],
            [.. DriftPlan.Of(register, known, byHand).Concat(asked.Findings).OrderBy(finding => finding.Kind).ThenBy(finding => finding.Key, StringComparer.Ordinal)]);
    }

    /// <summary>Who leaves loses the password with the rest, who is out has none, and who gets a new one does not lose that for the old one's age.</summary>
    private static IEnumerable<ExpireFirstPassword> Expiries(Known known, HashSet<UserName> others) => known.Passwords
        .Where(password => password.Mailed <= known.Now.AddDays(-known.FirstPasswordDays) && !others.Contains(password.Person))
        .Where(password => known.Snapshot.Find(password.Person) is not { Denied: true })
        .Select(password => new ExpireFirstPassword(password.Person, password.Welcome, password.Mailed));
}

/// <summary>A welcome that the ledger holds open: promised before the user was made, and not yet known to be accepted.</summary>
public sealed record OwedWelcome(UserName Person, string Welcome, WelcomeKind Kind = WelcomeKind.First);
