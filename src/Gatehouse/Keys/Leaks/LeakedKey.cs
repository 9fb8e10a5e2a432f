using Gatehouse.Aws;
using Gatehouse.Register;

namespace Gatehouse.Keys.Leaks;

/// <summary>How it stands with a leaked key, once all was done that Gatehouse does.</summary>
public enum LeakEnd
{
    /// <summary>It was active, and was made inactive now; or by an attempt before, which was broken off.</summary>
    Stopped,

    /// <summary>It was inactive already.</summary>
    Inactive,

    /// <summary>It is of a machine user whom the register protects: it is active still, and only told.</summary>
    Protected,

    /// <summary>It is of a user who is not ours: only told.</summary>
    NotOurs,

    /// <summary>It is of a machine user whom the register does not list: only told.</summary>
    NotListed,

    /// <summary>It is of no user that IAM names, which leaves the root user: only told.</summary>
    OfRoot,

    /// <summary>The account has no such key: it is deleted.</summary>
    Gone,

    /// <summary>AWS knows no such key in any account.</summary>
    Unknown,

    /// <summary>It is of an account whose keys Gatehouse does not watch: only told.</summary>
    NotWatched,

    /// <summary>It is of a session, which ends by itself and cannot be made inactive: only told.</summary>
    Temporary,
}

/// <summary>A leaked key, and all that is told of it. It holds no secret.</summary>
/// <param name="Id">Which key.</param>
/// <param name="Place">Where it was found.</param>
/// <param name="End">How it stands with it.</param>
public sealed record LeakedKey(AccessKeyId Id, LeakPlace Place, LeakEnd End)
{
    /// <summary>The twelve digits of its account; null where AWS does not know it.</summary>
    public string? Account { get; init; }

    /// <summary>Whose it is; null where nobody says.</summary>
    public UserName? User { get; init; }

    /// <summary>What the register says of a machine user; null for everybody else.</summary>
    public MachineUser? Machine { get; init; }

    /// <summary>Its last use; null where IAM was not asked, or knows no such key.</summary>
    public KeyUse? Use { get; init; }

    /// <summary>When Gatehouse made it inactive because of a leak; null where it did not.</summary>
    public DateTimeOffset? StoppedAt { get; init; }

    /// <summary>The moment of its stop, or of the leak's first word where there was none: it tells what is told once from what is news. Null where the ledger knows nothing.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Why its temporary sessions could not be cut; null where they were, or where that was not Gatehouse's to do.</summary>
    public string? SessionsGoOn { get; init; }

    /// <summary>Whether Gatehouse acts on whose it is, so that they are mailed.</summary>
    public bool IsOurs => End is LeakEnd.Stopped or LeakEnd.Inactive or LeakEnd.Protected;

    /// <summary>Who is mailed: a person at the address that their user name is, a machine user's owner; null where there is no address.</summary>
    public string? Address => !IsOurs ? null : Machine?.Owner ?? (User?.Value.Contains('@', StringComparison.Ordinal) == true ? User.Value : null);

    /// <summary>Whether it may still be used, or was until Gatehouse stopped it, so that people are called to it.</summary>
    public bool IsLoud => End is not (LeakEnd.Inactive or LeakEnd.Gone or LeakEnd.Unknown) || StoppedAt is not null || SessionsGoOn is not null;
}
