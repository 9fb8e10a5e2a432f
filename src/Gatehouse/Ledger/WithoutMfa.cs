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
    private const string Suspending = "suspending";

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
    /// <param name="since">The days that the mail counts: where they began anew meanwhile, it is no warning any more.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task WarnedAsync(UserName person, int number, DateTimeOffset since, CancellationToken cancellationToken) => TryUpdateAsync(
        person, "SET #what = if_not_exists(#what, :now)", "attribute_exists(pk) AND #at = :since", new() { ["#what"] = Warned(number), ["#at"] = At }, new() { [":since"] = Text(Stamp(since)) }, cancellationToken);

    /// <summary>Writes that the password is about to be taken away, so that one who was interrupted is still told.</summary>
    public Task SuspendingAsync(UserName person, CancellationToken cancellationToken) =>
        TryUpdateAsync(person, "SET #what = if_not_exists(#what, :now)", "attribute_exists(pk)", new() { ["#what"] = Suspending }, [], cancellationToken);

    /// <summary>A mail did not arrive: no warning counts, and the days begin now.</summary>
    /// <returns>False where nothing is known of them, or the password is being taken away already.</returns>
    public Task<bool> BeginAgainAsync(UserName person, CancellationToken cancellationToken) => TryUpdateAsync(
        person,
        "SET #at = :now REMOVE #first, #second",
        "attribute_exists(pk) AND attribute_not_exists(#suspending)",
        new() { ["#at"] = At, ["#first"] = Warned(1), ["#second"] = Warned(2), ["#suspending"] = Suspending },
        [],
        cancellationToken);

    public Task ForgetAsync(UserName person, CancellationToken cancellationToken) =>
        table.Dynamo.DeleteItemAsync(table.Name, Key(PkOf(person), WithoutSk), cancellationToken);

    private static string PkOf(UserName person) => $"WITHOUT-MFA#{person.Value.ToLowerInvariant()}";

    private static string Warned(int number) => string.Create(CultureInfo.InvariantCulture, $"warned{number}");

    /// <returns>False where the condition does not hold: another sweep saw a device meanwhile and forgot them, or their days began anew.</returns>
    private async Task<bool> TryUpdateAsync(
        UserName person, string update, string condition, Dictionary<string, string> names, Dictionary<string, AttributeValue> values, CancellationToken cancellationToken)
    {
        try
        {
            await table.Dynamo.UpdateItemAsync(
                new UpdateItemRequest
                {
                    TableName = table.Name,
                    Key = Key(PkOf(person), WithoutSk),
                    UpdateExpression = update,
                    ConditionExpression = condition,
                    ExpressionAttributeNames = names,
                    ExpressionAttributeValues = new(values) { [":now"] = Text(Stamp(clock.GetUtcNow())) },
                },
                cancellationToken);
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            return false;
        }
    }

    private static PersonWithoutMfa Read(Dictionary<string, AttributeValue> item) =>
        new(new UserName(item["name"].S), Time(item, At)!.Value)
        {
            FirstWarned = Time(item, Warned(1)),
            SecondWarned = Time(item, Warned(2)),
            Suspending = Time(item, Suspending),
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
