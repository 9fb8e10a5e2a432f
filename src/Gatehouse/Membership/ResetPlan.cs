using Gatehouse.Register;

namespace Gatehouse.Membership;

/// <summary>
/// What is done about the lines that merges added to the reset files. Pure.
/// <list type="table">
/// <listheader><term>the address is of</term><description>what happens</description></listheader>
/// <item><term>somebody listed and managed</term><description>ResetPassword or ResetMfa, once for each merge</description></item>
/// <item><term>somebody in quarantine or revoked by hand</term><description>UnknownReset: nobody comes back by a reset</description></item>
/// <item><term>nobody, or a user made by hand</term><description>UnknownReset</description></item>
/// </list>
/// </summary>
public sealed record ResetPlan(IReadOnlyList<MembershipChange> Changes, IReadOnlyList<Finding> Findings)
{
    public static ResetPlan Of(IReadOnlyList<AskedReset> asked, PeopleRegister register, Known known)
    {
        var listed = register.People.Select(person => person.Name).ToHashSet();
        var judged = asked.Distinct().ToLookup(reset => WhyNot(reset, listed, known));
        return new ResetPlan(
            [.. judged[null].Select(reset => Change(reset, known.Snapshot.Find(reset.Person)!.Name))],
            [.. judged.Where(group => group.Key is not null).SelectMany(group => group.Select(reset => new Finding(FindingKind.UnknownReset, reset.Person.Value, $"{group.Key} ({(reset.Mfa ? "MFA" : "password")}, {reset.Merge[..10]})")))]);
    }

    private static MembershipChange Change(AskedReset reset, UserName person) => reset.Mfa ? new ResetMfa(person, reset.Merge) : new ResetPassword(person, reset.Merge);

    private static string? WhyNot(AskedReset reset, HashSet<UserName> listed, Known known) => known.Snapshot.Find(reset.Person) switch
    {
        _ when known.HoldOf(reset.Person) is not null => "was revoked by hand",
        null => "has no user",
        { Managed: false } => "is not managed by Gatehouse",
        { Denied: true } => "is in quarantine",
        _ when !listed.Contains(reset.Person) || known.QuarantineOf(reset.Person) is not null => "is in quarantine",
        _ => null,
    };
}

/// <summary>A line that a merge added to a reset file.</summary>
/// <param name="Person">The address, as it was written.</param>
/// <param name="Merge">The merge commit.</param>
/// <param name="Mfa">Whether it stands in the file for MFA, and not in the one for passwords.</param>
public sealed record AskedReset(UserName Person, string Merge, bool Mfa)
{
    /// <summary>One for each line, those of the file for passwords first.</summary>
    public static IEnumerable<AskedReset> Of(ResetFiles added, string merge) =>
        added.Passwords.Select(person => new AskedReset(person, merge, Mfa: false)).Concat(added.Mfa.Select(person => new AskedReset(person, merge, Mfa: true)));
}
