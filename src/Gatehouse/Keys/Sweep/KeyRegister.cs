using Gatehouse.Register;

namespace Gatehouse.Keys.Sweep;

/// <summary>What a sweep over access keys takes from the register, read once for all accounts at the head of the protected branch. Pure.</summary>
/// <param name="Exemptions">Keys that are left alone for a while.</param>
/// <param name="Machines">Users that are no people, and whose keys are watched all the same.</param>
/// <param name="Contacts">Addresses for those whose user name is none, as <c>gatehouse.json</c> has them.</param>
public sealed record KeyRegister(IReadOnlyList<KeyExemption> Exemptions, IReadOnlyList<MachineUser> Machines, IReadOnlyDictionary<string, string> Contacts)
{
    public static readonly KeyRegister Empty = new([], [], new Dictionary<string, string>());

    /// <summary>Whom to mail about a person's keys; null where nobody has an address.</summary>
    public string? AddressOf(UserName person, IEnumerable<string> groups) => person.Value.Contains('@', StringComparison.Ordinal)
        ? person.Value
        : RegisterSettings.ContactIn(new Dictionary<string, string>(Contacts, StringComparer.OrdinalIgnoreCase), person, groups);

    /// <summary>The machine users of an account.</summary>
    /// <param name="account">Its twelve digits.</param>
    /// <param name="isBase">Whether it is the base account, which an entry without an account means.</param>
    public IEnumerable<MachineUser> MachinesOf(string account, bool isBase) => Machines.Where(machine => machine.Account is { } named ? named == account : isBase);
}
