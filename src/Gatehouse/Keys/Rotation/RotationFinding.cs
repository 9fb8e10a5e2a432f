using Gatehouse.Ledger;
using Gatehouse.Register;

namespace Gatehouse.Keys.Rotation;

/// <summary>Something about a machine user that a run saw and only names.</summary>
/// <param name="Kind">What sort it is.</param>
/// <param name="User">Whom it is about.</param>
/// <param name="What">What is so, for people to read; empty where the kind says it all.</param>
/// <param name="Owner">Who answers for it; null where the register does not say.</param>
public sealed record RotationFinding(RotationFindingKind Kind, UserName User, string What, string? Owner = null) : IFinding
{
    public static IEnumerable<string> Sorts => Enum.GetValues<RotationFindingKind>().Select(SortOf);

    public string Sort => SortOf(Kind);

    public string Key => $"{User.Value.ToLowerInvariant()}#{What}";

    public bool EachDay => false;

    private static string SortOf(RotationFindingKind kind) => $"rotation-{kind}";
}

/// <summary>The sorts of what is only named, the most urgent first.</summary>
public enum RotationFindingKind
{
    /// <summary>The rotation cannot begin, or go on, until somebody has looked.</summary>
    Refused,

    /// <summary>A rotation has begun, and the register no longer lists the user with one.</summary>
    Orphaned,

    /// <summary>A key was replaced and is inactive, and the register no longer lists the user with a repository: nobody deletes it.</summary>
    Leftover,

    /// <summary>The user does not carry the tag.</summary>
    Untagged,

    /// <summary>IAM has no such user.</summary>
    Missing,

    /// <summary>The user is in another account.</summary>
    Elsewhere,

    /// <summary>It would be rotated, were the keys' room allowed to act by itself.</summary>
    WouldRotate,

    /// <summary>It waits for something that needs nobody.</summary>
    Waits,
}
