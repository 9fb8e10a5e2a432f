using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Gatehouse.Register;
using static Gatehouse.Ledger.LedgerTable;

namespace Gatehouse.Ledger;

/// <summary>
/// Remembers the MFA devices that must go: since when that was announced, when their time is up, and whether somebody has begun to remove them,
/// because once a device is deactivated IAM no longer says whose it was.
/// </summary>
public sealed class MfaGraces(LedgerTable table, TimeProvider clock)
{
    private const string OpenGrace = "mfa-grace";
    private const string GraceSk = "DEVICE#";
    private const string Named = "SET #name = :name, #open = :open, #at = if_not_exists(#at, :now)";
    private const string Kept = $"{Named}, #due = if_not_exists(#due, :due)";

    /// <summary>The devices of one person that must go.</summary>
    public async Task<IReadOnlyList<MfaGrace>> OfAsync(UserName person, CancellationToken cancellationToken) =>
        [.. (await table.QueryAsync(null, Pk, PkOf(person), cancellationToken)).Select(Read)];

    /// <summary>Everybody of whom a device must go now: its time is up, or a removal that had begun was interrupted.</summary>
    public async Task<IReadOnlyList<UserName>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        [.. (await table.QueryAsync(ByOpen, Open, OpenGrace, cancellationToken)).Select(Read).Where(grace => grace.Begun || grace.Due <= now).Select(grace => grace.Person).Distinct().Order()];

    /// <summary>Writes when a device goes; what was announced before stays as it was.</summary>
    /// <returns>When it goes, to the millisecond.</returns>
    public async Task<DateTimeOffset> AnnounceAsync(UserName person, string serial, DateTimeOffset due, CancellationToken cancellationToken)
    {
        var update = Updating(person, serial, Kept);
        update.ExpressionAttributeValues[":due"] = Text(Stamp(due));
        update.ReturnValues = ReturnValue.ALL_NEW;
        return Moment((await table.Dynamo.UpdateItemAsync(update, cancellationToken)).Attributes["due"]);
    }

    /// <summary>Writes that a device is about to be removed, so that an interrupted removal is finished and told.</summary>
    /// <param name="person">Whose it is.</param>
    /// <param name="serial">Which one.</param>
    /// <param name="enabled">Since when they have it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Whether an earlier attempt had begun already.</returns>
    public Task<bool> BeginAsync(UserName person, string serial, DateTimeOffset enabled, CancellationToken cancellationToken)
    {
        var update = Updating(person, serial, $"{Kept}, #begun = if_not_exists(#begun, :now), #enabled = :enabled");
        update.ExpressionAttributeValues[":due"] = update.ExpressionAttributeValues[":now"];
        update.ExpressionAttributeNames["#enabled"] = "enabled";
        update.ExpressionAttributeValues[":enabled"] = Text(Stamp(enabled));
        return BeginAsync(update, cancellationToken);
    }

    /// <summary>The same for a device that nobody ever had.</summary>
    /// <param name="person">Who made it.</param>
    /// <param name="serial">Which one.</param>
    /// <param name="why">When they made it, or when its name was refused to them: whoever finishes the deletion tells it by this, and so once.</param>
    /// <param name="free">Whether its name is good, and is to be free again.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Whether an earlier attempt had begun already.</returns>
    public Task<bool> BeginUnassignedAsync(UserName person, string serial, DateTimeOffset why, bool free, CancellationToken cancellationToken)
    {
        var update = Updating(person, serial, $"{Named}, #due = :due, #begun = if_not_exists(#begun, :now){(free ? ", #free = :now" : "")}");
        update.ExpressionAttributeValues[":due"] = Text(Stamp(why));
        if (free)
        {
            update.ExpressionAttributeNames["#free"] = "free";
        }

        return BeginAsync(update, cancellationToken);
    }

    /// <summary>Forgets a device: it is removed, or it need not go any more.</summary>
    public Task EndAsync(UserName person, string serial, CancellationToken cancellationToken) =>
        table.Dynamo.DeleteItemAsync(table.Name, Key(PkOf(person), GraceSk + serial), cancellationToken);

    private static string PkOf(UserName person) => $"MFA-GRACE#{person.Value.ToLowerInvariant()}";

    private async Task<bool> BeginAsync(UpdateItemRequest update, CancellationToken cancellationToken)
    {
        update.ExpressionAttributeNames["#begun"] = "begun";
        update.ReturnValues = ReturnValue.ALL_OLD;
        return (await table.Dynamo.UpdateItemAsync(update, cancellationToken)).Attributes?.ContainsKey("begun") ?? false;
    }

    private UpdateItemRequest Updating(UserName person, string serial, string set) => new()
    {
        TableName = table.Name,
        Key = Key(PkOf(person), GraceSk + serial),
        UpdateExpression = set,
        ExpressionAttributeNames = new() { ["#name"] = "name", ["#open"] = Open, ["#at"] = At, ["#due"] = "due" },
        ExpressionAttributeValues = new() { [":name"] = Text(person.Value), [":open"] = Text(OpenGrace), [":now"] = Text(Stamp(clock.GetUtcNow())) },
    };

    private static MfaGrace Read(Dictionary<string, AttributeValue> item) => new(new UserName(item["name"].S), item[Sk].S[GraceSk.Length..], Moment(item["due"]))
    {
        Enabled = item.TryGetValue("enabled", out var enabled) ? Moment(enabled) : null,
        BegunAt = item.TryGetValue("begun", out var begun) ? Moment(begun) : null,
        Free = item.ContainsKey("free"),
    };

    private static DateTimeOffset Moment(AttributeValue value) => DateTimeOffset.Parse(value.S, CultureInfo.InvariantCulture);
}

/// <summary>A device that must go.</summary>
/// <param name="Person">Whose it is, or was.</param>
/// <param name="Serial">Its serial number.</param>
/// <param name="Due">When its time is up; of a device that nobody ever had, when it was made or its name refused.</param>
public sealed record MfaGrace(UserName Person, string Serial, DateTimeOffset Due)
{
    /// <summary>Since when the person has it; null where nobody ever had it, or where its removal has not begun.</summary>
    public DateTimeOffset? Enabled { get; init; }

    /// <summary>When its removal began; null where it has not.</summary>
    public DateTimeOffset? BegunAt { get; init; }

    /// <summary>Whether its name is good, and kept its own maker from starting again.</summary>
    public bool Free { get; init; }

    public bool Begun => BegunAt is not null;
}
