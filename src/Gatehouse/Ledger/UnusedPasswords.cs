using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Gatehouse.Membership;
using Gatehouse.Register;
using static Gatehouse.Ledger.LedgerTable;

namespace Gatehouse.Ledger;

/// <summary>
/// Remembers which first passwords were mailed and not yet looked at again, so that one that nobody used in time is taken away; and which were
/// taken away, so that another one that somebody gives by hand is noticed.
/// </summary>
public sealed class UnusedPasswords(LedgerTable table, TimeProvider clock)
{
    internal const string OpenGone = "password-gone";
    internal const string GoneAt = "gone";

    /// <summary>What an accepted welcome says under <see cref="Open"/> until somebody has looked.</summary>
    internal const string OpenFirstPassword = "first-password";

    /// <summary>Every first password that was mailed and not yet looked at again, credited to the merge that gave the access.</summary>
    public async Task<IReadOnlyList<OpenPassword>> OpenAsync(CancellationToken cancellationToken) =>
        [.. (await table.QueryAsync(ByOpen, Open, OpenFirstPassword, cancellationToken)).Select(Read)];

    /// <summary>Everybody whose password was taken away because nobody used it, and when.</summary>
    public async Task<IReadOnlyList<GonePassword>> GoneAsync(CancellationToken cancellationToken) =>
        [.. (await table.QueryAsync(ByOpen, Open, OpenGone, cancellationToken)).Select(item => new GonePassword(new UserName(item["name"].S), DateTimeOffset.Parse(item[GoneAt].S, CultureInfo.InvariantCulture)))];

    /// <summary>Writes that it was taken away; that it was so before stays.</summary>
    public Task TakenAwayAsync(string welcome, CancellationToken cancellationToken) =>
        table.Dynamo.UpdateItemAsync(
            new UpdateItemRequest
            {
                TableName = table.Name,
                Key = Welcomes.KeyOf(welcome),
                UpdateExpression = "SET #open = :gone, #gone = if_not_exists(#gone, :now)",
                ConditionExpression = "attribute_exists(pk)",
                ExpressionAttributeNames = new() { ["#open"] = Open, ["#gone"] = GoneAt },
                ExpressionAttributeValues = new() { [":gone"] = Text(OpenGone), [":now"] = Text(Stamp(clock.GetUtcNow())) },
            },
            cancellationToken);

    /// <summary>Writes that somebody has looked: it was used, or its user is gone. A welcome that is not known, or has mailed nothing, is as wanted.</summary>
    public async Task LookedAtAsync(string welcome, CancellationToken cancellationToken)
    {
        try
        {
            await table.Dynamo.UpdateItemAsync(Looking(welcome), cancellationToken);
        }
        catch (ConditionalCheckFailedException)
        {
            // There is none to look after: as wanted.
        }
    }

    /// <summary>Looks after no password of a person any more, because another one is promised: the end of the old one would take the new one away.</summary>
    public async Task SupersedeAsync(UserName person, CancellationToken cancellationToken)
    {
        foreach (var earlier in (await OpenAsync(cancellationToken)).Where(password => password.Person == person))
        {
            await LookedAtAsync(earlier.Welcome, cancellationToken);
        }
    }

    private UpdateItemRequest Looking(string welcome) => new()
    {
        TableName = table.Name,
        Key = Welcomes.KeyOf(welcome),
        UpdateExpression = "REMOVE #open",
        ConditionExpression = "#open = :password",
        ExpressionAttributeNames = new() { ["#open"] = Open },
        ExpressionAttributeValues = new() { [":password"] = Text(OpenFirstPassword) },
    };

    private static OpenPassword Read(Dictionary<string, AttributeValue> item) => new(
        new UserName(item["name"].S), Welcomes.Named(item), DateTimeOffset.Parse(item[At].S, CultureInfo.InvariantCulture), AttributionItem.ReadFrom(item));
}

/// <summary>A password that was taken away because nobody used it.</summary>
public sealed record GonePassword(UserName Person, DateTimeOffset At);
