using System.Text.Json.Serialization;
using Gatehouse.Ledger;

namespace Gatehouse.Keys.Sweep;

/// <summary>Something that a sweep over access keys saw and only names. Each is told once for as long as it lasts; a question to the operators, and a leaked key that can be used, each day.</summary>
/// <param name="Kind">What sort it is.</param>
/// <param name="Account">The account that it is about, twelve digits; empty for all of them.</param>
/// <param name="Subject">Whom or what it is about: a user name, a key's id, or a whole sentence.</param>
/// <param name="What">What was seen, where the kind alone does not say it.</param>
public sealed record KeyFinding(KeyFindingKind Kind, string Account, string Subject, string What = "") : IFinding
{
    /// <summary>The names of all sorts.</summary>
    public static IReadOnlyList<string> Sorts { get; } = [.. Enum.GetValues<KeyFindingKind>().Select(SortOf)];

    /// <inheritdoc/>
    [JsonIgnore]
    public string Sort => SortOf(Kind);

    /// <inheritdoc/>
    [JsonIgnore]
    public string Key => $"{Account}#{Subject.ToLowerInvariant()}#{What}";

    /// <inheritdoc/>
    [JsonIgnore]
    public bool EachDay => Kind is KeyFindingKind.DeactivationsWait or KeyFindingKind.LeakedAndActive;

    private static string SortOf(KeyFindingKind kind) => $"Keys{kind}";
}

/// <summary>The sorts of findings of a sweep over access keys.</summary>
public enum KeyFindingKind
{
    /// <summary>Keys that were due to be made inactive, and too many at once: a person is asked.</summary>
    DeactivationsWait,

    /// <summary>A key that was found in public, and can be used.</summary>
    LeakedAndActive,

    /// <summary>The root user has an active access key.</summary>
    RootKey,

    /// <summary>Somebody who has two active keys, both too old.</summary>
    TwoOldKeys,

    /// <summary>A machine user whose rotation is late.</summary>
    RotationOverdue,

    /// <summary>A machine user of the register who does not exist, or does not carry the tag.</summary>
    MachineUntagged,

    /// <summary>A user who carries the tag of machine users, and is not in the register.</summary>
    MachineUnlisted,

    /// <summary>A key that somebody else made inactive.</summary>
    InactiveByOthers,

    /// <summary>An exemption whose user does not exist.</summary>
    ExemptionWithoutUser,

    /// <summary>An exemption whose key does not exist.</summary>
    ExemptionWithoutKey,

    /// <summary>A user without our tags whose key is too old, or unused.</summary>
    Unmanaged,
}
