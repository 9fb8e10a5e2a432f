using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Gatehouse.Aws;
using Gatehouse.Register;
using static Gatehouse.Ledger.LedgerTable;

namespace Gatehouse.Ledger;

/// <summary>
/// Remembers each rotation of a deploy key from before its first effect until the old key is inactive, so that whoever is interrupted is taken up. It never
/// holds a secret: an id of a key is none. One run at a time works on one user (<see cref="RotationLock"/>), so that the whole item is written each time.
/// </summary>
public sealed class Rotations(LedgerTable table)
{
    private const string OpenRotations = "rotation", RotationSk = "ROTATION";
    private const string Begun = "begun", Old = "old", New = "new", Making = "making", Broken = "broken", Place = "place", IdBefore = "idBefore", KeyBefore = "keyBefore";
    private const string Written = "written", AskedTest = "testAsked", Failure = "failure", Tested = "tested";

    /// <summary>The rotation that has begun and not ended; null where there is none.</summary>
    public async Task<RotationRecord?> FindAsync(UserName user, CancellationToken cancellationToken) =>
        await table.FindAsync(PkOf(user), RotationSk, cancellationToken) is { } item ? Read(item) : null;

    /// <summary>Every rotation that has begun and not ended, of one query.</summary>
    public async Task<IReadOnlyList<RotationRecord>> OpenAsync(CancellationToken cancellationToken) =>
        [.. (await table.QueryAsync(ByOpen, Open, OpenRotations, cancellationToken)).Select(Read).OrderBy(rotation => rotation.User)];

    /// <summary>Writes how far a rotation is.</summary>
    public Task SaveAsync(RotationRecord rotation, CancellationToken cancellationToken)
    {
        var item = Key(PkOf(rotation.User), RotationSk);
        item[Open] = Text(OpenRotations);
        item[At] = Text(Stamp(rotation.Begun));
        item["name"] = Text(rotation.User.Value);
        item[Begun] = Text(Stamp(rotation.Begun));
        item[Old] = Text(string.Join(' ', rotation.Old));
        item[Broken] = new AttributeValue { BOOL = rotation.Broken };
        item.AddIfKnown(New, rotation.New?.Value);
        item.AddIfKnown(Making, StampOf(rotation.Making));
        item.AddIfKnown(Place, rotation.Writing?.Place);
        item.AddIfKnown(IdBefore, StampOf(rotation.Writing?.IdBefore));
        item.AddIfKnown(KeyBefore, StampOf(rotation.Writing?.KeyBefore));
        item.AddIfKnown(Written, StampOf(rotation.Written));
        item.AddIfKnown(AskedTest, StampOf(rotation.TestAsked));
        item.AddIfKnown(Failure, rotation.Failure);
        item.AddIfKnown(Tested, StampOf(rotation.Tested));
        return table.PutAsync(item, cancellationToken);
    }

    /// <summary>Writes that a rotation has ended: what is left of it is the date at which each old key was made inactive (<see cref="KeyRecords"/>).</summary>
    public Task EndAsync(UserName user, CancellationToken cancellationToken) => table.Dynamo.DeleteItemAsync(table.Name, Key(PkOf(user), RotationSk), cancellationToken);

    private static string PkOf(UserName user) => $"ROTATION#{user.Value.ToLowerInvariant()}";

    private static string? StampOf(DateTimeOffset? at) => at is { } known ? Stamp(known) : null;

    private static RotationRecord Read(Dictionary<string, AttributeValue> item) =>
        new(new UserName(item["name"].S), Time(item, Begun)!.Value, [.. item[Old].S.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(key => new AccessKeyId(key))])
        {
            New = item.TryGetValue(New, out var key) ? new AccessKeyId(key.S) : null,
            Making = Time(item, Making),
            Broken = item[Broken].BOOL ?? false,
            Writing = item.TryGetValue(Place, out var place) ? new SecretsWriting(place.S, Time(item, IdBefore), Time(item, KeyBefore)) : null,
            Written = Time(item, Written),
            TestAsked = Time(item, AskedTest),
            Failure = item.TryGetValue(Failure, out var failure) ? failure.S : null,
            Tested = Time(item, Tested),
        };

    private static DateTimeOffset? Time(Dictionary<string, AttributeValue> item, string name) =>
        item.TryGetValue(name, out var at) ? DateTimeOffset.Parse(at.S, CultureInfo.InvariantCulture) : null;
}

/// <summary>A rotation that has begun and not ended.</summary>
/// <param name="User">Whose key is rotated.</param>
/// <param name="Begun">When, by our clock.</param>
/// <param name="Old">The active keys that were there before: the repository works with one of them, until both secrets are written.</param>
public sealed record RotationRecord(UserName User, DateTimeOffset Begun, IReadOnlyList<AccessKeyId> Old)
{
    /// <summary>The key that was made; null while there is none.</summary>
    public AccessKeyId? New { get; init; }

    /// <summary>When we last set out to make a key, by our clock; null where that one is known to be gone. One that IAM made then, and that nobody used, is ours although its id was lost.</summary>
    public DateTimeOffset? Making { get; init; }

    /// <summary>Whether a secret holds half of a key that is gone: the repository cannot use any key before both are written again.</summary>
    public bool Broken { get; init; }

    /// <summary>What the secrets were right before <see cref="New"/> was written into the first; null before that.</summary>
    public SecretsWriting? Writing { get; init; }

    /// <summary>When GitHub had both secrets, by GitHub's clock; null before that.</summary>
    public DateTimeOffset? Written { get; init; }

    /// <summary>When the test workflow was last asked for, by GitHub's clock.</summary>
    public DateTimeOffset? TestAsked { get; init; }

    /// <summary>How the last test failed, with its link; null where none has.</summary>
    public string? Failure { get; init; }

    /// <summary>When the new key was proved, by our clock.</summary>
    public DateTimeOffset? Tested { get; init; }

    /// <summary>Whether anything of it is left in IAM or in the secrets, so that it must be finished.</summary>
    public bool IsOpen => New is not null || Broken;

    /// <summary>Whether the repository may have half a key: until that is over, nothing is given up soon.</summary>
    public bool IsHalfWritten => Broken || this is { Writing: not null, Written: null };
}

/// <summary>Where the secrets are that are about to be written, and when each was written last before, by GitHub's clock; null for one that was not there.</summary>
public sealed record SecretsWriting(string Place, DateTimeOffset? IdBefore, DateTimeOffset? KeyBefore);
