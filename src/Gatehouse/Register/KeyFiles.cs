namespace Gatehouse.Register;

/// <summary>What the register says about access keys at one commit: whose are exempt, and who is a machine.</summary>
/// <param name="Exemptions">None where their file cannot be read; then there are problems.</param>
/// <param name="Machines">None where their file cannot be read; then there are problems.</param>
/// <param name="Problems">What stands in the way of reading them, both files' at once.</param>
public sealed record KeyFiles(IReadOnlyList<KeyExemption> Exemptions, IReadOnlyList<MachineUser> Machines, IReadOnlyList<RegisterProblem> Problems)
{
    /// <summary>There is neither file.</summary>
    public static KeyFiles None { get; } = new([], [], []);

    /// <summary>Those who stand in the register as people and as machine users at once: whose key would it be, and whose mail?</summary>
    /// <param name="people">The people of the base account.</param>
    /// <param name="baseAccount">Its twelve digits.</param>
    public IEnumerable<RegisterProblem> Conflicts(PeopleRegister people, string baseAccount)
    {
        var machines = Machines.Where(machine => machine.Account is null || machine.Account == baseAccount).Select(machine => machine.User).ToHashSet();
        return people.People
            .Where(person => machines.Contains(person.Name))
            .Select(person => new RegisterProblem(person.Place, $"{person.Name} is listed in {RegisterFiles.MachineUsers} too, as a machine user.", "Take it out of one of the two files: a person is not a machine."));
    }
}
