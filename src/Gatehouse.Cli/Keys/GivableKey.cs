using Gatehouse.Aws;
using Gatehouse.Cli.Output;
using Gatehouse.Ledger;
using Gatehouse.Register;

namespace Gatehouse.Cli.Keys;

/// <summary>
/// Finds the key of somebody that may be given back, or refuses with why none may. Pure.
/// <list type="table">
/// <listheader><term>key</term><description>given back</description></listheader>
/// <item><term>made inactive by us for its age or its disuse</term><description>yes</description></item>
/// <item><term>given back already, and the time is not up</term><description>yes: what is left of it is done again, until the same moment</description></item>
/// <item><term>found in public</term><description>no: somebody else may hold it</description></item>
/// <item><term>replaced by a rotation</term><description>no: its repository has another</description></item>
/// <item><term>inactive, and not by us; or not inactive at all</term><description>no</description></item>
/// <item><term>gone</term><description>no</description></item>
/// </list>
/// </summary>
internal static class GivableKey
{
    /// <param name="user">Whose keys they are.</param>
    /// <param name="wanted">The one that was named; null where none was.</param>
    /// <param name="live">The keys as IAM lists them now.</param>
    /// <param name="records">What the ledger knows of them.</param>
    /// <param name="now">The moment.</param>
    /// <exception cref="RefusedException">There is none, or more than one.</exception>
    public static KeyRecord Of(UserName user, AccessKeyId? wanted, IReadOnlyList<AccessKey> live, IReadOnlyList<KeyRecord> records, DateTimeOffset now)
    {
        if (wanted is not null)
        {
            return Why(user, wanted, live, records, now) is { } why ? throw new RefusedException($"{why} Nothing was done.") : records.Single(record => record.Key == wanted);
        }

        var ours = records.Where(record => Why(user, record.Key, live, records, now) is null).ToList();
        return ours switch
        {
            [var only] => only,
            [] => throw new RefusedException($"{user} has no key to give back. {Known(user, live, records, now)}Nothing was done."),
            _ => throw new RefusedException($"{user} has two keys that Gatehouse made inactive. Say which: {string.Join(" or ", ours.Select(Told))}. Nothing was done."),
        };
    }

    /// <summary>Why this key may not be given back, as a sentence; null where it may.</summary>
    private static string? Why(UserName user, AccessKeyId key, IReadOnlyList<AccessKey> live, IReadOnlyList<KeyRecord> records, DateTimeOffset now) =>
        (live.FirstOrDefault(one => one.Id == key), records.FirstOrDefault(record => record.Key == key)) switch
        {
            (null, _) => $"{user} has no key {key}: it is deleted, or somebody else's.",
            (_, { Leaked: not null } or { Cause: KeyCause.Leak }) => $"The key {key} was found in public, so somebody else may hold its secret, and it is not given back. Make a new one.",
            (_, { Cause: KeyCause.Rotation }) => $"The key {key} was replaced by a rotation, and its repository has another. Rotate again instead: gatehouse keys rotate {user}",
            (_, { Deactivated: not null, Cause: KeyCause.Age or KeyCause.Disuse }) => null,
            (_, { ReactivatedUntil: { } until }) when until > now => null,
            ({ Active: true }, _) => $"The key {key} is active.",
            _ => $"The key {key} was made inactive by somebody else than Gatehouse, which leaves it alone. Whoever did it knows why: see CloudTrail's UpdateAccessKey.",
        };

    private static string Known(UserName user, IReadOnlyList<AccessKey> live, IReadOnlyList<KeyRecord> records, DateTimeOffset now) =>
        live.Count == 0 ? "They have no access key at all. " : string.Concat(live.Select(key => $"{Why(user, key.Id, live, records, now)} "));

    private static string Told(KeyRecord record) => $"{record.Key} (made {Words.Day(record.Created)}, inactive since {(record.Deactivated is { } at ? Words.Day(at) : "today")})";
}
