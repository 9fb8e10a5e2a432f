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
public sealed record CreateUser(UserName Person, IReadOnlyList<string> Groups, string? Owed = null) : MembershipChange(Person)
{
    public override string What => $"create the user, {In(Groups)}";
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
public sealed record SendWelcome(UserName Person, string Welcome) : MembershipChange(Person)
{
    public override string What => "send the welcome that is still owed";
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
