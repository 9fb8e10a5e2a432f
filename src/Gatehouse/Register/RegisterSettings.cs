namespace Gatehouse.Register;

/// <summary>The organisation's settings, kept in the register as <c>gatehouse.json</c> and described by <c>docs/gatehouse.schema.json</c>.</summary>
/// <param name="AllowedDomains">The domains that a new person's address may have; at least one, in lower case.</param>
/// <param name="Protected">People whom no change of the register removes.</param>
/// <param name="Adopt">Hand-made IAM users that Gatehouse may take over; they keep password and keys, and get no welcome.</param>
/// <param name="Removals">How many people one plan may remove.</param>
/// <param name="Contacts">Whom to ask: addresses or channels. Read and checked; no report shows them yet.</param>
/// <param name="PreviousNames">For a person whose address changed: the present name, and the one it had before.</param>
public sealed record RegisterSettings(
    IReadOnlyList<string> AllowedDomains,
    IReadOnlyList<UserName> Protected,
    IReadOnlyList<UserName> Adopt,
    RemovalLimits Removals,
    IReadOnlyList<string> Contacts,
    IReadOnlyDictionary<UserName, UserName> PreviousNames)
{
    /// <summary>Whether a name ends with one of the allowed domains, whole and without case: <c>a@evil-gov.uk</c> is not of <c>gov.uk</c>.</summary>
    public bool Allows(UserName name) =>
        name.Value.LastIndexOf('@') is var at and >= 0
        && AllowedDomains.Contains(name.Value[(at + 1)..], StringComparer.OrdinalIgnoreCase);
}

/// <summary>How many people one plan may remove before the guard refuses it.</summary>
/// <param name="Share">Of everybody managed, from 0 to 1; looked at only once there are <paramref name="SharesFrom"/> people.</param>
/// <param name="People">A number that no plan may exceed, however many people there are.</param>
/// <param name="SharesFrom">Below this many people the share is not looked at: one of three is a third.</param>
public sealed record RemovalLimits(double Share = 0.25, int People = 20, int SharesFrom = 10);
