using System.Text.Json.Serialization;
using Gatehouse.Ledger;

namespace Gatehouse.Mfa.Sweep;

/// <summary>Something that a sweep saw and only names. Each is told once for as long as it lasts.</summary>
/// <param name="Kind">What sort it is.</param>
/// <param name="Subject">Whom or what it is about: a user name, a device, or a whole sentence.</param>
/// <param name="What">What was seen, where the kind alone does not say it.</param>
public sealed record MfaFinding(MfaFindingKind Kind, string Subject, string What = "") : IFinding
{
    /// <summary>The names of all sorts.</summary>
    public static IReadOnlyList<string> Sorts { get; } = [.. Enum.GetValues<MfaFindingKind>().Select(SortOf)];

    /// <inheritdoc/>
    [JsonIgnore]
    public string Sort => SortOf(Kind);

    /// <inheritdoc/>
    [JsonIgnore]
    public string Key => $"{Subject.ToLowerInvariant()}#{What}";

    /// <inheritdoc/>
    [JsonIgnore]
    public bool EachDay => false;

    private static string SortOf(MfaFindingKind kind) => $"Mfa{kind}";
}

/// <summary>The sorts of findings of a sweep.</summary>
public enum MfaFindingKind
{
    /// <summary>Console passwords whose time is up and that were not taken away: too many at once, or the register cannot be read.</summary>
    SuspensionsWait,

    /// <summary>Somebody protected whose time is up.</summary>
    Protected,

    /// <summary>Somebody without MFA whose user name is no mail address: nobody can warn them, so their password stays.</summary>
    NoAddress,

    /// <summary>A device of a user without our tag whose name breaks the rule.</summary>
    UnmanagedName,

    /// <summary>A user without our tag who has a console password and no MFA.</summary>
    UnmanagedWithoutMfa,

    /// <summary>Somebody who has as many devices as IAM lets them have.</summary>
    ManyDevices,

    /// <summary>A virtual device that nobody has.</summary>
    Unassigned,

    /// <summary>The account's password policy is not as the settings say.</summary>
    PasswordPolicy,
}
