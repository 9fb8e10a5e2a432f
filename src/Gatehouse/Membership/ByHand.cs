using Gatehouse.Register;

namespace Gatehouse.Membership;

/// <summary>
/// Tells what somebody changed by hand from what a merge asks for: a line that was there when the register was last applied whole, that the run
/// after it read as well, and that no refusal holds back, was made then; where IAM has it otherwise now, a hand undid it. Pure.
/// </summary>
internal sealed class ByHand(Known known)
{
    private readonly Dictionary<UserName, RegisteredPerson> applied = (known.Applied?.People ?? []).ToDictionary(person => person.Name);
    private readonly Dictionary<UserName, RegisteredPerson> seen = (known.Seen ?? known.Applied)?.People.ToDictionary(person => person.Name) ?? [];

    /// <summary>A person whose user was made once, and is gone.</summary>
    public bool IsMissing(RegisteredPerson person) =>
        applied.ContainsKey(person.Name)
        && seen.ContainsKey(person.Name)
        && !known.Waiting.Contains(new CreateUser(person.Name, []).Key)
        && known.Owed.All(one => one.Person != person.Name);

    /// <summary>A group that the register gave, or did not give, before and now alike.</summary>
    public bool Undid(AddToGroup change) =>
        !known.Waiting.Contains(change.Key) && Gave(applied, change.Person, change.Group) && Gave(seen, change.Person, change.Group);

    /// <inheritdoc cref="Undid(AddToGroup)"/>
    public bool Undid(RemoveFromGroup change) =>
        !known.Waiting.Contains(change.Key)
        && applied.ContainsKey(change.Person)
        && seen.ContainsKey(change.Person)
        && known.Applied!.Groups.Contains(change.Group, StringComparer.OrdinalIgnoreCase)
        && !Gave(applied, change.Person, change.Group)
        && !Gave(seen, change.Person, change.Group);

    private static bool Gave(Dictionary<UserName, RegisteredPerson> people, UserName person, string group) =>
        people.GetValueOrDefault(person)?.Groups.Contains(group, StringComparer.OrdinalIgnoreCase) ?? false;
}
