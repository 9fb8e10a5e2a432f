namespace Gatehouse.Register;

/// <summary>Everybody who should have access, in the order of the file, and every group that the register names.</summary>
/// <remarks>
/// It may be empty: the guard refuses that, not the reader. Groups are unique without case, as IAM's are, in the spelling that came first;
/// a group with no members is named too, so that the last member can leave it.
/// </remarks>
public sealed record PeopleRegister(IReadOnlyList<RegisteredPerson> People, IReadOnlyList<string> Groups)
{
    public override string ToString() => $"{People.Count} people, {Groups.Count} groups";
}

/// <summary>One person of the register. The name says who it is; the label only ties the two files together.</summary>
/// <remarks>The place is the label's line in the users' file. Groups are sorted without case, each once; a person may be in none.</remarks>
public sealed record RegisteredPerson(UserName Name, string Label, FilePlace Place, IReadOnlyList<string> Groups)
{
    /// <summary>For each group, the line of the members' file that puts the person there.</summary>
    public IReadOnlyDictionary<string, FilePlace> GroupPlaces { get; init; } = new Dictionary<string, FilePlace>();

    public override string ToString() => $"{Name} ({Place})";
}

/// <summary>The register as it stood at one commit.</summary>
public sealed record RegisterAt(string Sha, PeopleRegister Register);
