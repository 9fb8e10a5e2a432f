using System.Globalization;

namespace Gatehouse.Register;

/// <summary>The organisation's settings, kept in the register as <c>gatehouse.json</c> and described by <c>docs/gatehouse.schema.json</c>.</summary>
/// <param name="AllowedDomains">The domains that a new person's address may have; at least one, in lower case.</param>
/// <param name="Protected">People whom no change of the register removes.</param>
/// <param name="Adopt">Hand-made IAM users that Gatehouse may take over; they keep password and keys, and get no welcome.</param>
/// <param name="Removals">How many people one plan may remove.</param>
/// <param name="Contacts">Who is told when somebody leaves: an address for a user name, a domain (<c>@example.gov.uk</c>) or a group.</param>
/// <param name="PreviousNames">For a person whose address changed: the present name, and the one it had before.</param>
/// <param name="AdministratorGroups">Groups whose members are administrators, beside those that carry <c>AdministratorAccess</c>.</param>
/// <param name="Users">How many IAM users the account may have.</param>
public sealed record RegisterSettings(
    IReadOnlyList<string> AllowedDomains,
    IReadOnlyList<UserName> Protected,
    IReadOnlyList<UserName> Adopt,
    RemovalLimits Removals,
    IReadOnlyDictionary<string, string> Contacts,
    IReadOnlyDictionary<UserName, UserName> PreviousNames,
    IReadOnlyList<string> AdministratorGroups,
    UserLimits Users)
{
    /// <summary>What people call the accounts whose root users are watched: a name for an account's twelve digits.</summary>
    public IReadOnlyDictionary<string, string> Accounts { get; init; } = new Dictionary<string, string>();

    /// <summary>The address of a person's team: under their name, else under their domain, else under the first of their groups that has one.</summary>
    public string? ContactOf(UserName person, IEnumerable<string> groups) => ContactIn(Contacts, person, groups);

    /// <summary>The same for whoever has the contacts alone.</summary>
    public static string? ContactIn(IReadOnlyDictionary<string, string> contacts, UserName person, IEnumerable<string> groups) => groups
        .Order(StringComparer.OrdinalIgnoreCase)
        .Prepend(person.Value.LastIndexOf('@') is var at and >= 0 ? person.Value[at..] : "")
        .Prepend(person.Value)
        .Select(key => contacts.GetValueOrDefault(key))
        .FirstOrDefault(contact => contact is not null);

    /// <summary>Whether a name ends with one of the allowed domains, whole and without case: <c>a@evil-gov.uk</c> is not of <c>gov.uk</c>.</summary>
    public bool Allows(UserName name) =>
        name.Value.LastIndexOf('@') is var at and >= 0
        && AllowedDomains.Contains(name.Value[(at + 1)..], StringComparer.OrdinalIgnoreCase);
}

/// <summary>How many people one plan may remove before the guard refuses it.</summary>
/// <param name="Share">Of everybody managed, from 0 to 1; looked at only once there are <paramref name="SharesFrom"/> people.</param>
/// <param name="People">A number that no plan may exceed, however many people there are.</param>
/// <param name="SharesFrom">Below this many people the share is not looked at: one of three is a third.</param>
public sealed record RemovalLimits(double Share = 0.25, int People = 20, int SharesFrom = 10)
{
    /// <summary>The arithmetic by which so many are too many at once; null where they are not. The share is looked at once there are enough people.</summary>
    public string? Exceeded(int leaving, int people)
    {
        var share = people == 0 ? 0 : (double)leaving / people;
        return (Share: people >= SharesFrom && share > Share, Number: leaving > People) switch
        {
            (true, _) => $"{Percent(share)} is over {Percent(Share)} ({leaving}/{people})",
            (_, true) => $"{leaving} is over {People}",
            _ => null,
        };
    }

    private static string Percent(double share) => share.ToString("0.00%", CultureInfo.InvariantCulture);
}

/// <summary>How many IAM users the account may have before the guard lets nobody new in.</summary>
/// <param name="Limit">IAM's limit for the account.</param>
/// <param name="Reserve">How many of them stay free, for what cannot wait.</param>
public sealed record UserLimits(int Limit = 5000, int Reserve = 50);
