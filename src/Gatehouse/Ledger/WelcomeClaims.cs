using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Gatehouse.Membership;
using Gatehouse.Register;
using static Gatehouse.Ledger.LedgerTable;

namespace Gatehouse.Ledger;

/// <summary>The right to one attempt at sending a welcome, and how that attempt ended. See <see cref="Welcomes"/> for the states.</summary>
public sealed class WelcomeClaims(LedgerTable table, Audit audit, PasswordTurns turns, TimeProvider clock)
{
    /// <summary>How long another run leaves a claim alone: longer than the function that holds it can live.</summary>
    internal static readonly TimeSpan Lease = TimeSpan.FromSeconds(40);

    /// <summary>Claims a welcome for one attempt, and the person's turn with it.</summary>
    /// <param name="run">Whose attempt it is.</param>
    /// <param name="person">Who is welcomed.</param>
    /// <param name="welcome">Which welcome.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <param name="isNew">Whether this run makes the user: nothing else can bring them a password meanwhile, and no turn is taken.</param>
    /// <returns>The claim, or null where there is nothing left to send: it was accepted, or it cannot be delivered.</returns>
    /// <exception cref="WelcomeInProgressException">Another run's attempt, or another welcome of theirs, may still be under way.</exception>
    public async Task<WelcomeClaim?> ClaimAsync(RunId run, UserName person, string welcome, CancellationToken cancellationToken, bool isNew = false)
    {
        if (!isNew)
        {
            // First: a claim that then waited for its turn would look like an attempt that may have mailed something.
            await turns.TakeAsync(person, welcome, cancellationToken);
        }

        var now = clock.GetUtcNow();
        try
        {
            var answer = await table.Dynamo.UpdateItemAsync(Claiming(run, welcome, now), cancellationToken);
            var before = answer.Attributes;
            var unknown = before["state"].S == nameof(WelcomeState.Sending) || before.ContainsKey("replaces");
            return new WelcomeClaim(person, welcome, int.Parse(before["attempt"].N, CultureInfo.InvariantCulture) + 1, unknown, Welcomes.KindOf(before));
        }
        catch (ConditionalCheckFailedException held) when (held.Item is { Count: > 0 })
        {
            if (Enum.Parse<WelcomeState>(held.Item["state"].S) is not (WelcomeState.Accepted or WelcomeState.Undeliverable))
            {
                throw new WelcomeInProgressException(welcome);
            }

            if (!isNew)
            {
                await turns.GiveBackAsync(person, cancellationToken);
            }

            return null;
        }
    }

    /// <summary>Writes that SES accepted, together with the audit entry. An attempt that was overtaken writes nothing and throws.</summary>
    public Task AcceptedAsync(WelcomeClaim claim, string messageId, AuditEntry entry, CancellationToken cancellationToken) =>
        table.Dynamo.TransactWriteItemsAsync(
            new TransactWriteItemsRequest
            {
                TransactItems =
                [
                    new() { Update = Ending(claim, messageId) },
                    new() { Put = new Put { TableName = table.Name, Item = audit.Item(entry) } },
                    new() { Delete = turns.GivingBack(claim.Person) },
                ],
            },
            cancellationToken);

    /// <summary>Writes that this attempt mailed nothing: the next one need not say that it replaces a mail.</summary>
    public async Task NotSentAsync(WelcomeClaim claim, CancellationToken cancellationToken)
    {
        await table.Dynamo.UpdateItemAsync(
            new UpdateItemRequest
            {
                TableName = table.Name,
                Key = Welcomes.KeyOf(claim.Welcome),
                UpdateExpression = claim.ReplacesEarlier ? "SET #state = :notSent, replaces = :attempt" : "SET #state = :notSent",
                ConditionExpression = "#state = :sending AND attempt = :attempt",
                ExpressionAttributeNames = new() { ["#state"] = "state" },
                ExpressionAttributeValues = new()
                {
                    [":notSent"] = Text(nameof(WelcomeState.NotSent)),
                    [":sending"] = Text(nameof(WelcomeState.Sending)),
                    [":attempt"] = Number(claim.Attempt),
                },
            },
            cancellationToken);
        await turns.GiveBackAsync(claim.Person, cancellationToken);
    }

    private UpdateItemRequest Claiming(RunId run, string welcome, DateTimeOffset now) => new()
    {
        TableName = table.Name,
        Key = Welcomes.KeyOf(welcome),
        UpdateExpression = "SET #state = :sending, #run = :run, lease = :lease ADD attempt :one",
        ConditionExpression = "#state IN (:owed, :notSent) OR (#state = :sending AND (#run = :run OR lease < :now))",
        ExpressionAttributeNames = new() { ["#state"] = "state", ["#run"] = "run" },
        ExpressionAttributeValues = new()
        {
            [":sending"] = Text(nameof(WelcomeState.Sending)),
            [":owed"] = Text(nameof(WelcomeState.Owed)),
            [":notSent"] = Text(nameof(WelcomeState.NotSent)),
            [":run"] = Text(run.Name),
            [":now"] = Number(now.ToUnixTimeMilliseconds()),
            [":lease"] = Number(now.Add(Lease).ToUnixTimeMilliseconds()),
            [":one"] = Number(1),
        },
        ReturnValues = ReturnValue.ALL_OLD,
        ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
    };

    private Update Ending(WelcomeClaim claim, string messageId) => new()
    {
        TableName = table.Name,
        Key = Welcomes.KeyOf(claim.Welcome),
        UpdateExpression = "SET #state = :accepted, messageId = :message, #open = :password, #at = :now",
        ConditionExpression = "#state = :sending AND attempt = :attempt",
        ExpressionAttributeNames = new() { ["#state"] = "state", ["#open"] = Open, ["#at"] = At },
        ExpressionAttributeValues = new()
        {
            [":accepted"] = Text(nameof(WelcomeState.Accepted)),
            [":sending"] = Text(nameof(WelcomeState.Sending)),
            [":message"] = Text(messageId),
            [":attempt"] = Number(claim.Attempt),
            [":password"] = Text(UnusedPasswords.OpenFirstPassword),
            [":now"] = Text(Stamp(clock.GetUtcNow())),
        },
    };
}
