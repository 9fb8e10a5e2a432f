using System.Text.Json.Serialization;
using Gatehouse.Register;

namespace Gatehouse.Membership;

/// <summary>Every change that a membership run can make, in the imperative. The hierarchy is closed: whoever meets an unknown one fails loudly.</summary>
/// <param name="Person">Whose change it is: the user name as IAM has it, or as the register writes it for someone new.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(CreateUser), nameof(CreateUser))]
[JsonDerivedType(typeof(AdoptUser), nameof(AdoptUser))]
[JsonDerivedType(typeof(AddToGroup), nameof(AddToGroup))]
[JsonDerivedType(typeof(RemoveFromGroup), nameof(RemoveFromGroup))]
[JsonDerivedType(typeof(SendWelcome), nameof(SendWelcome))]
[JsonDerivedType(typeof(ExpireFirstPassword), nameof(ExpireFirstPassword))]
[JsonDerivedType(typeof(QuarantineUser), nameof(QuarantineUser))]
[JsonDerivedType(typeof(RestoreUser), nameof(RestoreUser))]
[JsonDerivedType(typeof(DeleteUser), nameof(DeleteUser))]
[JsonDerivedType(typeof(ResetPassword), nameof(ResetPassword))]
[JsonDerivedType(typeof(ResetMfa), nameof(ResetMfa))]
public abstract record MembershipChange(UserName Person)
{
    /// <summary>What is done, for a person to read: <c>create the user, in CrossAccountAccess</c>.</summary>
    [JsonIgnore]
    public abstract string What { get; }

    /// <summary>Tells this change from every other of one plan; stable, so that a replay finds its own traces.</summary>
    [JsonIgnore]
    public string Key => $"{Person.Value.ToLowerInvariant()}#{GetType().Name}#{Detail}";

    [JsonIgnore]
    protected virtual string Detail => "";

    protected static string In(IReadOnlyList<string> groups) => groups.Count == 0 ? "in no group" : $"in {string.Join(", ", groups)}";
}

/// <summary>A person who is in the register and not in IAM: the user, its tags, its groups, and a welcome.</summary>
/// <param name="Person">The name as the register writes it.</param>
/// <param name="Groups">The groups that the register gives.</param>
/// <param name="Owed">A welcome that an earlier run promised and did not deliver, taken up instead of a second one.</param>
/// <param name="Previously">The name that this person had before, where the register says so: keys and MFA are not carried over.</param>
public sealed record CreateUser(UserName Person, IReadOnlyList<string> Groups, string? Owed = null, UserName? Previously = null) : MembershipChange(Person)
{
    /// <summary>Whether the ledger still holds the quarantine of an earlier user of this name, which is forgotten first.</summary>
    public bool Afresh { get; init; }

    public override string What => Previously is null
        ? $"create the user, {In(Groups)}"
        : $"create the user, {In(Groups)}; previously {Previously}, whose keys and MFA are not carried over: they must sign in anew, add MFA and make new keys";
}

/// <summary>A user made by hand, whom an explicit line of <c>gatehouse.json</c> hands over: tagged, never mailed, password and keys left alone.</summary>
/// <param name="Person">The name as IAM has it.</param>
/// <param name="Groups">The groups to add.</param>
/// <param name="Leaves">The groups that the register names and does not give.</param>
/// <param name="Owed">A welcome that an earlier run promised while it tried to make this user; it is taken back, or the next run would send it.</param>
public sealed record AdoptUser(UserName Person, IReadOnlyList<string> Groups, IReadOnlyList<string> Leaves, string? Owed = null) : MembershipChange(Person)
{
    public override string What => string.Join(
        ", ", Enumerable.Repeat("adopt the user", 1).Concat(Groups.Select(group => $"add to {group}")).Concat(Leaves.Select(group => $"remove from {group}")));
}

/// <summary>A managed user whom the register puts into a group.</summary>
public sealed record AddToGroup(UserName Person, string Group) : MembershipChange(Person)
{
    public override string What => $"add to {Group}";

    protected override string Detail => Group;
}

/// <summary>A managed user whom the register no longer has in a group that it names.</summary>
public sealed record RemoveFromGroup(UserName Person, string Group) : MembershipChange(Person)
{
    public override string What => $"remove from {Group}";

    protected override string Detail => Group;
}

/// <summary>A welcome that an earlier run owed and did not deliver.</summary>
/// <param name="Person">Who is owed it.</param>
/// <param name="Welcome">Which welcome, see <see cref="WelcomeId"/>.</param>
/// <param name="Kind">What the mail says of the password.</param>
public sealed record SendWelcome(
    UserName Person, string Welcome, [property: JsonPropertyName("mail")] WelcomeKind Kind = WelcomeKind.First) : MembershipChange(Person)
{
    public override string What => $"send the {Kind.Words()} that is still owed";
}

/// <summary>A first password that was mailed and is past its days: taken away, unless it was used.</summary>
/// <param name="Person">Whose it is.</param>
/// <param name="Welcome">The welcome that mailed it.</param>
/// <param name="Mailed">When SES accepted it.</param>
public sealed record ExpireFirstPassword(UserName Person, string Welcome, DateTimeOffset Mailed) : MembershipChange(Person)
{
    public override string What => "take away the first password, which was not used in time";

    protected override string Detail => Welcome;
}

/// <summary>
/// A managed user who is no longer in the register: everything denied, access keys inactive, password gone, groups taken away and remembered.
/// The identity is kept for the grace time.
/// </summary>
/// <param name="Person">The name as IAM has it.</param>
/// <param name="Open">The welcomes of theirs that are still owed, or whose first password nobody used: they are called off.</param>
/// <param name="RenamedTo">The name that this person has now, where the register says so.</param>
/// <param name="Contact">Who is told for their team: an address of <c>contacts</c> in <c>gatehouse.json</c>.</param>
/// <param name="AtOnce">Whether there is no grace time: the user is deleted in the same breath.</param>
public sealed record QuarantineUser(
    UserName Person, IReadOnlyList<string> Open, UserName? RenamedTo = null, string? Contact = null, bool AtOnce = false) : MembershipChange(Person)
{
    public override string What =>
        (AtOnce ? "quarantine the user and delete them at once" : "quarantine the user")
        + (RenamedTo is null ? "" : $", who is {RenamedTo} now");
}

/// <summary>A quarantined user whose line came back within the grace time: groups back, keys stay inactive, a new password is mailed.</summary>
/// <param name="Person">The name as IAM has it.</param>
/// <param name="Groups">The groups to add: the register's, and those remembered ones that Gatehouse may give.</param>
/// <param name="Lost">Remembered groups that Gatehouse may not give back, for somebody to do by hand.</param>
/// <param name="Owed">A welcome that an earlier run promised for this return, taken up instead of a second one.</param>
public sealed record RestoreUser(UserName Person, IReadOnlyList<string> Groups, IReadOnlyList<string> Lost, string? Owed = null) : MembershipChange(Person)
{
    public override string What => $"restore the user, {In(Groups)}"
        + (Lost.Count == 0 ? "" : $"; {string.Join(", ", Lost)} must be given back by hand");
}

/// <summary>A quarantined user whose grace time is over: everything of theirs goes, and then the user.</summary>
/// <param name="Person">The name as IAM has it.</param>
/// <param name="Quarantined">When the quarantine was complete.</param>
public sealed record DeleteUser(UserName Person, DateTimeOffset Quarantined) : MembershipChange(Person)
{
    public override string What => $"delete the user, quarantined since {Quarantined.UtcDateTime:yyyy-MM-dd}";
}

/// <summary>A line that a merge added to <c>mgmt/password-reset-emails.txt</c>: a new first password is mailed; MFA is left alone.</summary>
/// <param name="Person">The name as IAM has it.</param>
/// <param name="Merge">The merge commit that added the line: once for each.</param>
public sealed record ResetPassword(UserName Person, string Merge) : MembershipChange(Person)
{
    public override string What => "reset the password";

    protected override string Detail => Merge;
}

/// <summary>A line that a merge added to <c>mgmt/mfa-reset-emails.txt</c>: every MFA device is removed, and the person is told how to add one.</summary>
/// <param name="Person">The name as IAM has it.</param>
/// <param name="Merge">The merge commit that added the line: once for each.</param>
public sealed record ResetMfa(UserName Person, string Merge) : MembershipChange(Person)
{
    public override string What => "remove every MFA device, which was asked for because it is lost";

    protected override string Detail => Merge;
}
