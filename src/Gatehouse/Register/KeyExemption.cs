using Gatehouse.Aws;

namespace Gatehouse.Register;

/// <summary>A reviewed, expiring exception: keys that the sweep leaves alone for a while. It names a user, for all of their keys, or one key.</summary>
/// <param name="User">Whose keys; null where it names a key.</param>
/// <param name="Key">Which key; null where it names a user.</param>
/// <param name="Reason">Why, for people to read.</param>
/// <param name="Owner">The mail address of who answers for it, and is told before it ends.</param>
/// <param name="Until">The last day of UTC on which it holds.</param>
public sealed record KeyExemption(UserName? User, AccessKeyId? Key, string Reason, string Owner, DateOnly Until)
{
    /// <summary>The account that it is about, twelve digits; null for every account that is swept.</summary>
    public string? Account { get; init; }

    /// <summary>Whether it is about this key, whether or not it still holds.</summary>
    public bool IsAbout(string account, UserName user, AccessKeyId key) => (Account is null || Account == account) && (Key == key || (Key is null && User == user));

    /// <summary>Whether it holds: through the whole of its last day.</summary>
    public bool HoldsAt(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime) <= Until;
}
