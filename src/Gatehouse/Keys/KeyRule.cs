using Gatehouse.Runtime;

namespace Gatehouse.Keys;

/// <summary>The ladder that access keys climb as they grow old, in days of age unless it says otherwise.</summary>
public sealed record KeyRule
{
    /// <summary>The days on which the owner is warned, ascending; at least one.</summary>
    public required IReadOnlyList<int> WarningDays { get; init; }

    /// <summary>From which day on a key is made inactive; 0 never.</summary>
    public required int DeactivateDays { get; init; }

    /// <summary>How many days after we made it inactive a key is deleted; 0 never.</summary>
    public required int DeleteDays { get; init; }

    /// <summary>The least days between a warning that was accepted and the end of the key.</summary>
    public required int NoticeDays { get; init; }

    /// <summary>After how many days without use, or without a first use since it was made, a key counts as unused; 0 never.</summary>
    public required int UnusedAfter { get; init; }

    /// <summary>After how many days without use a key is made inactive before its age would; 0 never.</summary>
    public required int UnusedDeactivateAfter { get; init; }

    /// <summary>No unused key is made inactive before it is this old.</summary>
    public const int LeastAgeOfUnused = 14;

    /// <summary>Whether anything is done, beside saying what would be.</summary>
    public required bool Acts { get; init; }

    /// <summary>The most keys that one run makes inactive before it asks.</summary>
    public required int MostDeactivations { get; init; }

    /// <summary>The most percent of all active keys that one run makes inactive before it asks, from <see cref="ShareFrom"/> active keys on.</summary>
    public required int MostShare { get; init; }

    public required int ShareFrom { get; init; }

    public static KeyRule Of(Settings settings) => new()
    {
        WarningDays = settings.KeyWarningDays,
        DeactivateDays = settings.KeyDeactivateDays,
        DeleteDays = settings.KeyDeleteDays,
        NoticeDays = settings.KeyNoticeDays,
        UnusedAfter = settings.UnusedAfter,
        UnusedDeactivateAfter = settings.UnusedDeactivateAfter,
        Acts = settings.KeysAct,
        MostDeactivations = settings.KeyMostDeactivations,
        MostShare = settings.KeyMostShare,
        ShareFrom = settings.KeyShareFrom,
    };
}
