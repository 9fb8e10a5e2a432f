using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Gatehouse.Membership;
using Gatehouse.Register;
using static Gatehouse.Ledger.LedgerTable;

namespace Gatehouse.Ledger;

/// <summary>
/// What is known of each welcome. It is owed before the user is made, so that no interruption can forget it, and claimed before a password
/// is set, so that one attempt is one mail.
/// <list type="table">
/// <listheader><term>state</term><description>meaning</description></listheader>
/// <item><term>Owed</term><description>promised; nothing was sent</description></item>
/// <item><term>Sending</term><description>claimed; until something else is written it is unknown whether SES accepted</description></item>
/// <item><term>NotSent</term><description>IAM or SES said no: nothing was mailed in that attempt</description></item>
/// <item><term>Accepted</term><description>SES accepted: never sent again</description></item>
/// <item><term>Undeliverable</term><description>rejected for good or returned: only a new request brings another</description></item>
/// </list>
/// Owed, Sending and NotSent are open: the next run takes them up, unless the user turns out to be one that we did not make. An accepted one leaves a password to look after, see <see cref="UnusedPasswords"/>.
/// </summary>
public sealed class Welcomes(LedgerTable table, Audit audit, TimeProvider clock)
{
    private const string WelcomeSk = "WELCOME";
    private const string OpenWelcome = "welcome";

    /// <summary>How long another run leaves a claim alone: longer than the function that holds it can live.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(40);

    /// <summary>Promises a welcome; one that is known already stays as it is.</summary>
    public Task OweAsync(RunId run, PlannedChange planned, string welcome, CancellationToken cancellationToken)
    {
        var item = Key(WelcomePk(welcome), WelcomeSk);
        item["name"] = Text(planned.Change.Person.Value);
        item["state"] = Text(nameof(WelcomeState.Owed));
        item["attempt"] = Number(0);
        item["run"] = Text(run.Name);
        item[At] = Text(Stamp(clock.GetUtcNow()));
        item[Open] = Text(OpenWelcome);
        planned.Because.WriteTo(item);
        return table.PutOnceAsync(item, cancellationToken);
    }

    /// <summary>Every welcome that is still open, oldest first.</summary>
    public async Task<IReadOnlyList<OwedWelcome>> OwedAsync(CancellationToken cancellationToken) =>
        [.. (await table.QueryAsync(ByOpen, Open, OpenWelcome, cancellationToken)).Select(item => new OwedWelcome(new UserName(item["name"].S), Named(item)))];

    /// <summary>Claims a welcome for one attempt.</summary>
    /// <returns>The claim, or null where there is nothing left to send: it was accepted, or it cannot be delivered.</returns>
    /// <exception cref="WelcomeInProgressException">Another run's attempt may still be under way.</exception>
    public async Task<WelcomeClaim?> ClaimAsync(RunId run, string welcome, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        try
        {
            var answer = await table.Dynamo.UpdateItemAsync(Claiming(run, welcome, now), cancellationToken);
            var before = answer.Attributes;
            var unknown = before["state"].S == nameof(WelcomeState.Sending) || before.ContainsKey("replaces");
            return new WelcomeClaim(welcome, int.Parse(before["attempt"].N, CultureInfo.InvariantCulture) + 1, unknown);
        }
        catch (ConditionalCheckFailedException held) when (held.Item is { Count: > 0 })
        {
            return Enum.Parse<WelcomeState>(held.Item["state"].S) is WelcomeState.Accepted or WelcomeState.Undeliverable
                ? null
                : throw new WelcomeInProgressException(welcome);
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
                ],
            },
            cancellationToken);

    /// <summary>Writes that this attempt mailed nothing: the next one need not say that it replaces a mail.</summary>
    public Task NotSentAsync(WelcomeClaim claim, CancellationToken cancellationToken) =>
        table.Dynamo.UpdateItemAsync(
            new UpdateItemRequest
            {
                TableName = table.Name,
                Key = KeyOf(claim.Welcome),
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

    public async Task<KnownWelcome?> FindAsync(string welcome, CancellationToken cancellationToken) =>
        await table.FindAsync(WelcomePk(welcome), WelcomeSk, cancellationToken) is { } item
            ? new KnownWelcome(
                new UserName(item["name"].S),
                Enum.Parse<WelcomeState>(item["state"].S),
                item["run"].S,
                AttributionItem.ReadFrom(item),
                item.GetValueOrDefault("messageId")?.S,
                DateTimeOffset.Parse(item[At].S, CultureInfo.InvariantCulture))
            : null;

    /// <summary>Closes a welcome that can never arrive; only a new request brings another.</summary>
    public Task UndeliverableAsync(string welcome, CancellationToken cancellationToken) =>
        table.Dynamo.UpdateItemAsync(
            new UpdateItemRequest
            {
                TableName = table.Name,
                Key = KeyOf(welcome),
                UpdateExpression = "SET #state = :undeliverable REMOVE #open",
                ConditionExpression = "attribute_exists(pk)",
                ExpressionAttributeNames = new() { ["#state"] = "state", ["#open"] = Open },
                ExpressionAttributeValues = new() { [":undeliverable"] = Text(nameof(WelcomeState.Undeliverable)) },
            },
            cancellationToken);

    /// <summary>Takes back a promise that is still open, because the user is not one that we made; one that was kept or closed stays as it is.</summary>
    public async Task WithdrawAsync(string welcome, CancellationToken cancellationToken)
    {
        try
        {
            await table.Dynamo.DeleteItemAsync(
                new DeleteItemRequest
                {
                    TableName = table.Name,
                    Key = KeyOf(welcome),
                    ConditionExpression = "#open = :welcome",
                    ExpressionAttributeNames = new() { ["#open"] = Open },
                    ExpressionAttributeValues = new() { [":welcome"] = Text(OpenWelcome) },
                },
                cancellationToken);
        }
        catch (ConditionalCheckFailedException)
        {
            // There is none, or it is closed: as wanted.
        }
    }

    /// <summary>Which welcome an item is about.</summary>
    internal static string Named(Dictionary<string, AttributeValue> item) => item[Pk].S[WelcomePk("").Length..];

    internal static Dictionary<string, AttributeValue> KeyOf(string welcome) => Key(WelcomePk(welcome), WelcomeSk);

    private static string WelcomePk(string welcome) => $"WELCOME#{welcome}";

    private UpdateItemRequest Claiming(RunId run, string welcome, DateTimeOffset now) => new()
    {
        TableName = table.Name,
        Key = KeyOf(welcome),
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
        Key = KeyOf(claim.Welcome),
        UpdateExpression = "SET #state = :accepted, messageId = :message, #open = :password, #at = :now",
        ConditionExpression = "#state = :sending AND attempt = :attempt",
        ExpressionAttributeNames = new() { ["#state"] = "state", ["#open"] = Open, ["#at"] = At },
        ExpressionAttributeValues = new()
        {
            [":accepted"] = Text(nameof(WelcomeState.Accepted)),
            [":sending"] = Text(nameof(WelcomeState.Sending)),
            [":message"] = Text(messageId),
            [":attempt"] = Number(claim.Attempt),
            [":password"] = Text(UnusedPasswords.OpenPassword),
            [":now"] = Text(Stamp(clock.GetUtcNow())),
        },
    };
}
