using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Gatehouse.Aws;
using Gatehouse.Register;
using static Gatehouse.Ledger.LedgerTable;

namespace Gatehouse.Ledger;

/// <summary>Remembers, for each access key that something was done about, what was done: mails that were accepted, when we made it inactive, and until when it was given back.</summary>
public sealed class KeyRecords(LedgerTable table)
{
    private const string OpenKeys = "key#", KeySk = "KEY#";
    private const string Made = "created", Warned = "warned", FirstWarned = "firstWarned", Unused = "unusedWarned", ExemptionEnd = "exemptionEnd";
    private const string Deactivated = "deactivated", Cause = "cause", DeactivationTold = "deactivationTold", Deleting = "deleting", GivenBack = "reactivatedUntil", Leaked = "leaked", Voided = "voided", Gone = "gone";
    private const string LeakStopped = "leakStopped", SessionsCut = "sessionsCut", SessionsGoOn = "sessionsGoOn";

    /// <summary>Every key of an account that something is known of, of one query.</summary>
    public async Task<IReadOnlyList<KeyRecord>> OfAccountAsync(string account, CancellationToken cancellationToken) =>
        [.. (await table.QueryAsync(ByOpen, Open, OpenKeys + account, cancellationToken)).Select(Read)];

    /// <summary>What is known of one user's keys, read consistently; not of those that are gone.</summary>
    public async Task<IReadOnlyList<KeyRecord>> OfUserAsync(string account, UserName user, CancellationToken cancellationToken) =>
        [.. (await table.QueryAsync(null, Pk, PkOf(account, user), cancellationToken)).Select(Read).Where(record => record.Gone is null)];

    /// <summary>Writes that a mail of the ladder was accepted; an earlier first warning stays, and a step is never taken back.</summary>
    public Task WarnedAsync(KeyRecord key, int day, DateTimeOffset at, CancellationToken cancellationToken) =>
        UpdateAsync(key, new() { [Warned] = Number(Math.Max(day, key.Warned ?? 0)) }, new() { [FirstWarned] = Text(Stamp(at)) }, [], cancellationToken);

    /// <summary>Writes that a mail about a key that nobody uses was accepted.</summary>
    public Task WarnedOfDisuseAsync(KeyRecord key, DateTimeOffset at, CancellationToken cancellationToken) =>
        UpdateAsync(key, new() { [Unused] = Text(Stamp(at)) }, [], [], cancellationToken);

    /// <summary>Writes for which end of an exemption its last mail was accepted, and how many days ahead. It announces the key's end too: where no other did since the exemption, it is the first.</summary>
    public Task WarnedOfExemptionAsync(KeyRecord key, DateOnly until, int daysAhead, DateTimeOffset at, CancellationToken cancellationToken) =>
        UpdateAsync(key, new() { [ExemptionEnd] = Text(string.Create(CultureInfo.InvariantCulture, $"{until:yyyy-MM-dd}#{daysAhead}")) }, new() { [FirstWarned] = Text(Stamp(at)) }, [], cancellationToken);

    /// <summary>Writes that the key is exempt: what was mailed before does not count any more.</summary>
    public Task VoidWarningsAsync(KeyRecord key, DateTimeOffset at, CancellationToken cancellationToken) =>
        UpdateAsync(key, new() { [Voided] = Text(Stamp(at)) }, [], [Warned, FirstWarned, Unused, ExemptionEnd], cancellationToken);

    /// <summary>Writes that we make the key inactive; written before the call, so that an interrupted one is finished and told.</summary>
    public Task DeactivatedAsync(KeyRecord key, KeyCause cause, DateTimeOffset at, CancellationToken cancellationToken) =>
        UpdateAsync(key, new() { [Deactivated] = Text(Stamp(at)), [Cause] = Text(cause.ToString()) }, [], [GivenBack, DeactivationTold, Deleting], cancellationToken);

    /// <summary>The same, as long as nobody else made it inactive or gave it back since the record was read.</summary>
    /// <exception cref="KeyTakenUpException">Somebody did: it is to be looked at again.</exception>
    public async Task BeginDeactivationAsync(KeyRecord key, KeyCause cause, DateTimeOffset at, CancellationToken cancellationToken)
    {
        try
        {
            await UpdateAsync(
                key,
                new() { [Deactivated] = Text(Stamp(at)), [Cause] = Text(cause.ToString()) },
                [],
                [GivenBack, DeactivationTold, Deleting],
                cancellationToken,
                asRead: [(Deactivated, key.Deactivated), (GivenBack, key.ReactivatedUntil)]);
        }
        catch (ConditionalCheckFailedException)
        {
            throw new KeyTakenUpException(key.Key);
        }
    }

    /// <summary>Writes that the key is inactive, and that its owner was told: nothing of it is left to be finished.</summary>
    public Task DeactivationToldAsync(KeyRecord key, DateTimeOffset at, CancellationToken cancellationToken) =>
        UpdateAsync(key, new() { [DeactivationTold] = Text(Stamp(at)) }, [], [], cancellationToken);

    /// <summary>Writes that we delete the key; written before the call, so that one that is gone after an interruption is told as deleted by us.</summary>
    public Task DeletingAsync(KeyRecord key, DateTimeOffset at, CancellationToken cancellationToken) =>
        UpdateAsync(key, [], new() { [Deleting] = Text(Stamp(at)) }, [], cancellationToken);

    /// <summary>Writes that the key was given back, and until when the sweep leaves it alone.</summary>
    public Task ReactivatedAsync(KeyRecord key, DateTimeOffset until, CancellationToken cancellationToken) =>
        UpdateAsync(key, new() { [GivenBack] = Text(Stamp(until)) }, [], [Deactivated, Cause, DeactivationTold, Deleting], cancellationToken);

    /// <summary>Writes that the key was found in public: it is evidence from now on, and never deleted by the sweep.</summary>
    /// <returns>Since when that is written: of two runs at once, each is told the same.</returns>
    public async Task<DateTimeOffset> LeakedAsync(KeyRecord key, DateTimeOffset at, CancellationToken cancellationToken) =>
        Time(await UpdateAsync(key, [], new() { [Leaked] = Text(Stamp(at)) }, [], cancellationToken), Leaked)!.Value;

    /// <summary>Writes that the key is gone; it is forgotten once a report says so too, because until then one may still name it.</summary>
    public Task GoneAsync(KeyRecord key, DateTimeOffset at, CancellationToken cancellationToken) =>
        UpdateAsync(key, [], new() { [Gone] = Text(Stamp(at)) }, [], cancellationToken);

    /// <summary>Writes, before the call, that we make the key inactive because it was found in public. Its moment tells this stop from one before it.</summary>
    /// <returns>The moment of the stop: another run's, where one began since the record was read, so that both tell of the same stop.</returns>
    public async Task<DateTimeOffset> StoppingLeakAsync(KeyRecord key, DateTimeOffset at, CancellationToken cancellationToken)
    {
        try
        {
            await UpdateAsync(
                key,
                new() { [Deactivated] = Text(Stamp(at)), [Cause] = Text(nameof(KeyCause.Leak)), [LeakStopped] = Text(Stamp(at)) },
                new() { [Leaked] = Text(Stamp(at)) },
                [GivenBack, DeactivationTold, Deleting, SessionsCut, SessionsGoOn],
                cancellationToken,
                asRead: [(LeakStopped, key.LeakStopped)]);
            return at;
        }
        catch (ConditionalCheckFailedException begun)
        {
            return Time(begun.Item, LeakStopped) ?? throw new KeyTakenUpException(key.Key);
        }
    }

    /// <summary>Writes what became of the sessions that a leaked key made; the stop is finished by that.</summary>
    /// <param name="key">The key.</param>
    /// <param name="goOn">Why they could not be cut; null where they were.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task SessionsAsync(KeyRecord key, string? goOn, DateTimeOffset at, CancellationToken cancellationToken) => goOn is null
        ? UpdateAsync(key, new() { [SessionsCut] = Text(Stamp(at)) }, [], [SessionsGoOn], cancellationToken)
        : UpdateAsync(key, new() { [SessionsGoOn] = Text(goOn) }, [], [SessionsCut], cancellationToken);

    /// <summary>Forgets a key that is gone.</summary>
    public Task ForgetAsync(KeyRecord key, CancellationToken cancellationToken) =>
        table.Dynamo.DeleteItemAsync(table.Name, Key(PkOf(key.Account, key.User), KeySk + key.Key), cancellationToken);

    private static string PkOf(string account, UserName user) => $"KEYS#{account}#{user.Value.ToLowerInvariant()}";

    /// <returns>The item as it is now.</returns>
    private async Task<Dictionary<string, AttributeValue>> UpdateAsync(
        KeyRecord key, Dictionary<string, AttributeValue> set, Dictionary<string, AttributeValue> setOnce, IReadOnlyList<string> remove, CancellationToken cancellationToken,
        IReadOnlyList<(string Name, DateTimeOffset? At)>? asRead = null)
    {
        set["name"] = Text(key.User.Value);
        set["account"] = Text(key.Account);
        set["key"] = Text(key.Key.Value);
        set[Open] = Text(OpenKeys + key.Account);
        setOnce[Made] = Text(Stamp(key.Created));
        // What is open is read by an index that sorts by this: an item without it is not in there.
        setOnce[At] = Text(Stamp(key.Created));
        var names = set.Keys.Concat(setOnce.Keys).Concat(remove).ToDictionary(name => $"#{name}");
        var values = set.Concat(setOnce).ToDictionary(one => $":{one.Key}", one => one.Value);
        var changes = set.Keys.Select(name => $"#{name} = :{name}").Concat(setOnce.Keys.Select(name => $"#{name} = if_not_exists(#{name}, :{name})"));
        foreach (var (name, at) in asRead ?? [])
        {
            names[$"#{name}"] = name;
            if (at is { } known)
            {
                values[$":{name}Read"] = Text(Stamp(known));
            }
        }

        var updated = await table.Dynamo.UpdateItemAsync(
            new UpdateItemRequest
            {
                TableName = table.Name,
                Key = Key(PkOf(key.Account, key.User), KeySk + key.Key),
                ReturnValues = ReturnValue.ALL_NEW,
                ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
                ConditionExpression = asRead is null ? null : string.Join(" AND ", asRead.Select(one => one.At is null ? $"attribute_not_exists(#{one.Name})" : $"#{one.Name} = :{one.Name}Read")),
                UpdateExpression = $"SET {string.Join(", ", changes)}{(remove.Count == 0 ? "" : $" REMOVE {string.Join(", ", remove.Select(name => $"#{name}"))}")}",
                ExpressionAttributeNames = names,
                ExpressionAttributeValues = values,
            },
            cancellationToken);
        return updated.Attributes;
    }

    private static KeyRecord Read(Dictionary<string, AttributeValue> item) =>
        new(item["account"].S, new UserName(item["name"].S), new AccessKeyId(item["key"].S), Time(item, Made)!.Value)
        {
            Warned = item.TryGetValue(Warned, out var day) ? int.Parse(day.N, CultureInfo.InvariantCulture) : null,
            FirstWarned = Time(item, FirstWarned),
            WarnedOfDisuse = Time(item, Unused),
            ExemptionEnd = item.TryGetValue(ExemptionEnd, out var end) && end.S.Split('#') is [var until, var ahead]
                ? (DateOnly.Parse(until, CultureInfo.InvariantCulture), int.Parse(ahead, CultureInfo.InvariantCulture))
                : null,
            Deactivated = Time(item, Deactivated),
            Cause = item.TryGetValue(Cause, out var cause) ? Enum.Parse<KeyCause>(cause.S) : null,
            DeactivationTold = Time(item, DeactivationTold),
            Deleting = Time(item, Deleting),
            Voided = Time(item, Voided),
            ReactivatedUntil = Time(item, GivenBack),
            Leaked = Time(item, Leaked),
            Gone = Time(item, Gone),
            LeakStopped = Time(item, LeakStopped),
            SessionsCut = Time(item, SessionsCut),
            SessionsGoOn = item.TryGetValue(SessionsGoOn, out var why) ? why.S : null,
        };

    private static DateTimeOffset? Time(Dictionary<string, AttributeValue> item, string name) =>
        item.TryGetValue(name, out var at) ? DateTimeOffset.Parse(at.S, CultureInfo.InvariantCulture) : null;
}

/// <summary>Why a key was made inactive by us.</summary>
public enum KeyCause
{
    /// <summary>It was too old.</summary>
    Age,

    /// <summary>Nobody used it for too long.</summary>
    Disuse,

    /// <summary>It was found in public.</summary>
    Leak,

    /// <summary>Another key took its place in a rotation.</summary>
    Rotation,
}

/// <summary>What was done about one access key.</summary>
/// <param name="Account">The account that it is in, twelve digits.</param>
/// <param name="User">Whose it is.</param>
/// <param name="Key">Which one.</param>
/// <param name="Created">When IAM says that it was made.</param>
public sealed record KeyRecord(string Account, UserName User, AccessKeyId Key, DateTimeOffset Created)
{
    /// <summary>The highest day of the ladder for which a mail was accepted; null where none was.</summary>
    public int? Warned { get; init; }

    /// <summary>When the first mail that announces its end by age was accepted.</summary>
    public DateTimeOffset? FirstWarned { get; init; }

    /// <summary>When the last mail about its disuse was accepted.</summary>
    public DateTimeOffset? WarnedOfDisuse { get; init; }

    /// <summary>The last day of the exemption whose end was mailed, and how many days ahead the last mail was.</summary>
    public (DateOnly Until, int DaysAhead)? ExemptionEnd { get; init; }

    /// <summary>When we made it inactive; null where we did not, or gave it back.</summary>
    public DateTimeOffset? Deactivated { get; init; }

    /// <summary>Why we made it inactive.</summary>
    public KeyCause? Cause { get; init; }

    /// <summary>When that was told; null where the deactivation, or its mail, is still to be finished.</summary>
    public DateTimeOffset? DeactivationTold { get; init; }

    /// <summary>When we began to delete it; null where we did not.</summary>
    public DateTimeOffset? Deleting { get; init; }

    /// <summary>When an exemption last made earlier mails void.</summary>
    public DateTimeOffset? Voided { get; init; }

    /// <summary>Until when the sweep leaves it alone, because somebody gave it back.</summary>
    public DateTimeOffset? ReactivatedUntil { get; init; }

    /// <summary>When it was first found in public; null where it was not.</summary>
    public DateTimeOffset? Leaked { get; init; }

    /// <summary>When a live look found that it is gone, or we deleted it; null where it is there, as far as is known.</summary>
    public DateTimeOffset? Gone { get; init; }

    /// <summary>When we last stopped it because it was found in public; null where we did not.</summary>
    public DateTimeOffset? LeakStopped { get; init; }

    /// <summary>When the sessions that it made were cut after that; null where they were not.</summary>
    public DateTimeOffset? SessionsCut { get; init; }

    /// <summary>Why they could not be cut; null where they were, or where nobody has tried.</summary>
    public string? SessionsGoOn { get; init; }

    /// <summary>Whether a stop was written down and broken off: nobody knows how far it came.</summary>
    public bool IsStopUnfinished => this is { LeakStopped: not null, SessionsCut: null, SessionsGoOn: null };
}

/// <summary>Somebody made the key inactive, or gave it back, at this very moment. It is looked at again.</summary>
public sealed class KeyTakenUpException(AccessKeyId key) : Exception($"Another sweep, or somebody by hand, took the access key {key} up at this very moment. It is looked at again.");
