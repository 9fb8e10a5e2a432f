using Gatehouse.Ledger;
using Gatehouse.Mfa.Missing;
using Gatehouse.Register;

namespace Gatehouse.Mfa.Sweep;

/// <summary>
/// Says who is to be looked at because they may be without MFA. Pure.
/// <list type="table">
/// <listheader><term>credential report and devices · ledger</term><description>what follows</description></listheader>
/// <item><term>a password and no MFA · unknown</term><description>looked at: their days begin</description></item>
/// <item><term>a password and no MFA · known, and something is due</term><description>looked at</description></item>
/// <item><term>a password and no MFA · known, nothing is due</term><description>nothing today</description></item>
/// <item><term>anything else · known, and the password was being taken away</term><description>looked at: they are still to be told</description></item>
/// <item><term>anything else · known</term><description>forgotten: they have MFA now, or no password; should that not last, their days begin anew</description></item>
/// </list>
/// </summary>
public sealed class MissingMfaIndex
{
    private readonly Dictionary<UserName, PersonWithoutMfa> known;
    private readonly HashSet<UserName> lacking;
    private readonly HashSet<UserName> due;

    public MissingMfaIndex(SweepSeen seen)
    {
        known = seen.Without.ToDictionary(one => one.Person);
        // The list of devices is of this minute, the report may be hours old.
        var haveDevices = seen.Devices.Select(device => device.User).OfType<UserName>().ToHashSet();
        lacking = [.. seen.Report.Where(row => row is { IsRoot: false, PasswordEnabled: true, MfaActive: false }).Select(row => new UserName(row.User)).Where(user => !haveDevices.Contains(user))];
        var everyDue = seen.People.Where(user => lacking.Contains(user.Name) && known.ContainsKey(user.Name)).Select(user => MissingMfaPlan.Due(known[user.Name], seen.Missing, seen.Now)).OfType<MfaChange>().ToLookup(change => HasAddress(change.Person));
        Due = [.. everyDue[true]];
        NoAddress = [.. everyDue[false].Select(change => change.Person).Order()];
        due = [.. Due.Select(change => change.Person)];
        People = [.. seen.People.Select(user => user.Name).Where(IsToBeLookedAt)];
        var people = seen.People.Select(user => user.Name).ToHashSet();
        Gone = [.. seen.Without.Where(one => !people.Contains(one.Person) || (one.Suspending is null && !lacking.Contains(one.Person))).Select(one => one.Person)];
        Unmanaged = [.. seen.Account.Users.Values.Where(user => !user.Managed && lacking.Contains(user.Name)).Select(user => user.Name).Order()];
    }

    /// <summary>Who is to be looked at.</summary>
    public IReadOnlyList<UserName> People { get; }

    /// <summary>What is due today, as far as the report is right.</summary>
    public IReadOnlyList<MfaChange> Due { get; }

    /// <summary>Who should be told something, and has a user name that is no mail address.</summary>
    public IReadOnlyList<UserName> NoAddress { get; }

    /// <summary>Whom the ledger knows, and who has MFA now, or no password, or is no person of ours any more.</summary>
    public IReadOnlyList<UserName> Gone { get; }

    /// <summary>Who is not ours, and has a password and no MFA.</summary>
    public IReadOnlyList<UserName> Unmanaged { get; }

    private static bool HasAddress(UserName person) => person.Value.Contains('@', StringComparison.Ordinal);

    private bool IsToBeLookedAt(UserName person) => (lacking.Contains(person), known.GetValueOrDefault(person)) switch
    {
        (true, null) => true,
        (_, { Suspending: not null }) => true,
        (true, _) => due.Contains(person),
        _ => false,
    };
}
