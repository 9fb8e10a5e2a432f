using Gatehouse.Register;

namespace Gatehouse.Membership.Preview;

/// <summary>What a pull request changes in the files about access keys. Pure.</summary>
/// <param name="Exemptions">Added, changed and removed exemptions, in the order of the file that would be.</param>
/// <param name="Machines">Added, changed and removed machine users, in the order of the file that would be.</param>
/// <param name="Problems">Why either file could not be used as it would be.</param>
public sealed record KeyFilesChange(IReadOnlyList<Edit<KeyExemption>> Exemptions, IReadOnlyList<Edit<MachineUser>> Machines, IReadOnlyList<RegisterProblem> Problems)
{
    public static KeyFilesChange None { get; } = new([], [], []);

    /// <param name="before">As the base has them; what it cannot be read of counts as not there, so that a pull request can mend it.</param>
    /// <param name="after">As they would be.</param>
    /// <param name="people">The people, as they would be.</param>
    /// <param name="baseAccount">The account of the people, twelve digits.</param>
    public static KeyFilesChange Between(KeyFiles before, KeyFiles after, PeopleRegister people, string baseAccount) => new(
        Edits(before.Exemptions, after.Exemptions, one => (one.User, one.Key, one.Account), Broken(after, RegisterFiles.KeyExemptions)),
        Edits(before.Machines, after.Machines, one => (one.User, one.Account), Broken(after, RegisterFiles.MachineUsers)),
        [.. after.Problems, .. after.Conflicts(people, baseAccount)]);

    private static bool Broken(KeyFiles files, string file) => files.Problems.Any(problem => problem.Place.File == file);

    /// <summary>A file that could not be read says nothing of what would be removed.</summary>
    private static IReadOnlyList<Edit<T>> Edits<T, TIdentity>(IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, TIdentity> identity, bool isBroken)
        where T : class
        where TIdentity : notnull
    {
        var old = before.ToDictionary(identity);
        var kept = after.Select(identity).ToHashSet();
        IEnumerable<Edit<T>> edits = after.Select(one => new Edit<T>(old.GetValueOrDefault(identity(one)), one)).Concat(before.Where(one => !kept.Contains(identity(one))).Select(one => new Edit<T>(one, null)));
        return isBroken ? [] : [.. edits.Where(edit => !Equals(edit.Before, edit.After))];
    }
}

/// <summary>One entry of a list as it was and as it would be; null where it was not, or would not be, there.</summary>
public sealed record Edit<T>(T? Before, T? After)
    where T : class;
