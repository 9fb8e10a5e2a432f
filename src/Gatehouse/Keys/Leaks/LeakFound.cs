using Gatehouse.Aws;

namespace Gatehouse.Keys.Leaks;

/// <summary>What somebody's word of a leak comes to. The hierarchy is closed.</summary>
public abstract record LeakFound;

/// <summary>Keys are out.</summary>
/// <param name="Ids">Which; one at least.</param>
/// <param name="Account">The account that they are of, where the word says it; AWS is asked otherwise.</param>
/// <param name="Place">Where they were found.</param>
public sealed record KeysOut(IReadOnlyList<AccessKeyId> Ids, string? Account, LeakPlace Place) : LeakFound
{
    /// <summary>Why more of the same word could not be read; nothing where all of it was.</summary>
    public IReadOnlyList<Exception> Unread { get; init; } = [];
}

/// <summary>The secret half of a key is out, and its id was found nowhere beside it: nobody can tell whose it is.</summary>
/// <param name="Place">Where it was found.</param>
public sealed record SecretAlone(LeakPlace Place) : LeakFound;

/// <summary>It is no leak of a key of AWS's: nothing is done.</summary>
/// <param name="Why">For the log.</param>
public sealed record NoLeak(string Why) : LeakFound;

/// <summary>Where a key was found.</summary>
/// <param name="Source">Tells this place's word from every other: two words of one place are one.</param>
/// <param name="Words">For people: <c>by AWS, which does not say where</c>.</param>
/// <param name="Link">Where people look at it; null where nobody says.</param>
public sealed record LeakPlace(string Source, string Words, string? Link = null);
