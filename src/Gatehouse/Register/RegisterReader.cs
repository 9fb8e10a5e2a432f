namespace Gatehouse.Register;

/// <summary>Reads the register's two Terraform files into people and groups; refuses what it cannot read, with every problem of both files at once.</summary>
public static class RegisterReader
{
    /// <exception cref="RegisterUnreadableException">Anything is unclear. Nothing is guessed, because a person who is overlooked would lose access.</exception>
    public static PeopleRegister Read(ReadOnlyMemory<byte> users, ReadOnlyMemory<byte> members)
    {
        var problems = new RegisterProblems();
        var entries = UsersFile.Read(users.Span, problems);
        var memberships = MembersFile.Read(members.Span, problems);
        var groups = new GroupNames(memberships.Select(membership => membership.Group).OfType<string>());
        // Without the users every reference would dangle, and bury the one problem that matters.
        var groupsOf = entries is null ? [] : GroupsByLabel(memberships, groups, new MemberReference(entries), problems);
        problems.ThrowIfAny();
        return new([.. entries!.Select(entry => Person(entry, groupsOf))], groups.All);
    }

    private static Dictionary<string, SortedDictionary<string, FilePlace>> GroupsByLabel(
        IEnumerable<Membership> memberships, GroupNames groups, MemberReference references, RegisterProblems problems)
    {
        var groupsOf = new Dictionary<string, SortedDictionary<string, FilePlace>>(StringComparer.Ordinal);
        foreach (var membership in memberships)
        {
            foreach (var member in membership.Members)
            {
                if (references.Find(member, problems) is { } entry && membership.Group is not null)
                {
                    var places = groupsOf.TryGetValue(entry.Label, out var known) ? known : groupsOf[entry.Label] = new(StringComparer.OrdinalIgnoreCase);
                    places.TryAdd(groups.Spelling(membership.Group), new FilePlace(RegisterFiles.Members, member.Line));
                }
            }
        }

        return groupsOf;
    }

    private static RegisteredPerson Person(UserEntry entry, Dictionary<string, SortedDictionary<string, FilePlace>> groupsOf)
    {
        var places = groupsOf.GetValueOrDefault(entry.Label) ?? [];
        return new(entry.Name!, entry.Label, new(RegisterFiles.Users, entry.Line), [.. places.Keys]) { GroupPlaces = places };
    }

    /// <summary>IAM tells no two groups apart by case, so the spelling that came first stands for all.</summary>
    private sealed class GroupNames(IEnumerable<string> written)
    {
        private readonly Dictionary<string, string> first = written
            .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(same => same.Key, same => same.First(), StringComparer.OrdinalIgnoreCase);

        public IReadOnlyList<string> All => [.. first.Values.Order(StringComparer.OrdinalIgnoreCase)];

        public string Spelling(string name) => first[name];
    }
}
