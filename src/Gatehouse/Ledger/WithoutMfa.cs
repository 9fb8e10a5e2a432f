using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Gatehouse.Register;
using static Gatehouse.Ledger.LedgerTable;

namespace Gatehouse.Ledger;

/// <summary>
/// Remembers who has a console password and no MFA device: since when, when each warning was sent, and that the password is being taken away. A
/// person who gets a device, or has no password any more, is forgotten: should they be without MFA again, their days begin anew.
/// </summary>
public sealed class WithoutMfa(LedgerTable table, TimeProvider clock)
{
    private const string OpenWithoutMfa = "without-mfa";
    private const string WithoutSk = "WITHOUT-MFA";

    /// <summary>Everybody who is known to be without MFA, the longest first.</summary>
    public async Task<IReadOnlyList<PersonWithoutMfa>> OpenAsync(CancellationToken cancellationToken) =>
        [.. (await table.QueryAsync(ByOpen, Open, OpenWithoutMfa, cancellationToken)).Select(Read)];

    public async Task<PersonWithoutMfa?> FindAsync(UserName person, CancellationToken cancellationToken) =>
        await table.FindAsync(PkOf(person), WithoutSk, cancellationToken) is { } item ? Read(item) : null;

    /// <summary>Writes since when somebody is without MFA; what is known of them stays.</summary>
    public Task BeginAsync(UserName person, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var item = Key(PkOf(person), WithoutSk);
        item["name"] = Text(person.Value);
        item[At] = Text(Stamp(since));
        item[Open] = Text(OpenWithoutMfa);
        return table.PutOnceAsync(item, cancellationToken);
    }

    /// <summary>Writes that a warning was sent; when it was sent first stays.</summary>
    /// <param name="person">Who was warned.</param>
    /// <param name="number">1 or 2.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task WarnedAsync(UserName person, int number, CancellationToken cancellationToken) => MarkAsync(person, Warned(number), cancellationToken);

    /// <summary>Writes that the password is about to be taken away, so that one who was interrupted is still told.</summary>
    public Task SuspendingAsync(UserName person, CancellationToken cancellationToken) => MarkAsync(person, "suspending", cancellationToken);

    public Task ForgetAsync(UserName person, CancellationToken cancellationToken) =>
        table.Dynamo.DeleteItemAsync(table.Name, Key(PkOf(person), WithoutSk), cancellationToken);

    private static string PkOf(UserName person) => $"WITHOUT-MFA#{person.Value.ToLowerInvariant()}";

    private static string Warned(int number) => string.Create(CultureInfo.InvariantCulture, $"warned{number}");

    private async Task MarkAsync(UserName person, string what, CancellationToken cancellationToken)
    {
        try
        {
            await table.Dynamo.UpdateItemAsync(
                new UpdateItemRequest
                {
                    TableName = table.Name,
                    Key = Key(PkOf(person), WithoutSk),
                    UpdateExpression = "SET #what = if_not_exists(#what, :now)",
                    ConditionExpression = "attribute_exists(pk)",
                    ExpressionAttributeNames = new() { ["#what"] = what },
                    ExpressionAttributeValues = new() { [":now"] = Text(Stamp(clock.GetUtcNow())) },
                },
                cancellationToken);
        }
        catch (ConditionalCheckFailedException)
        {
            // Another sweep saw a device meanwhile and forgot them: as wanted.
        }
    }

    private static PersonWithoutMfa Read(Dictionary<string, AttributeValue> item) =>
        new(new UserName(item["name"].S), Time(item, At)!.Value)
        {
            FirstWarned = Time(item, Warned(1)),
            SecondWarned = Time(item, Warned(2)),
            Suspending = Time(item, "suspending"),
        };

    private static DateTimeOffset? Time(Dictionary<string, AttributeValue> item, string name) =>
        item.TryGetValue(name, out var at) ? DateTimeOffset.Parse(at.S, CultureInfo.InvariantCulture) : null;
}

/// <summary>Somebody who has a console password and no MFA device.</summary>
/// <param name="Person">Who.</param>
/// <param name="Since">Since when, as far as a sweep saw it.</param>
public sealed record PersonWithoutMfa(UserName Person, DateTimeOffset Since)
{
    /// <summary>When SES accepted the first warning; null where none was sent.</summary>
    public DateTimeOffset? FirstWarned { get; init; }

    /// <summary>When SES accepted the second one.</summary>
    public DateTimeOffset? SecondWarned { get; init; }

    /// <summary>When taking the password away began; null where it did not.</summary>
    public DateTimeOffset? Suspending { get; init; }
}
