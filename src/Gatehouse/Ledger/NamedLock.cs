using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Gatehouse.Aws;
using Gatehouse.Membership;

namespace Gatehouse.Ledger;

/// <summary>
/// A lock of the ledger that one run holds at a time. It is held under the run's ARN, is free as soon as Step Functions says that its holder no
/// longer runs, and may be taken again by its own holder.
/// </summary>
internal sealed class NamedLock(LedgerTable table, IRuns runs, TimeProvider clock, string name)
{
    /// <summary>A holder that Step Functions does not know may be so new that its answers lag behind; after this long it is gone.</summary>
    private static readonly TimeSpan Unseen = TimeSpan.FromMinutes(5);

    private const string LockSk = "LOCK";

    private readonly string pk = $"LOCK#{name}";

    /// <exception cref="LockHeldException">Another run holds it and is still running: wait and ask again.</exception>
    public async Task TakeAsync(RunId run, CancellationToken cancellationToken)
    {
        if (await TryTakeAsync(run, from: null, cancellationToken))
        {
            return;
        }

        var held = await table.FindAsync(pk, LockSk, cancellationToken);
        var holder = held?["holder"].S;
        if (holder is not null && (await runs.IsRunningAsync(holder, cancellationToken) ?? IsNew(held!)))
        {
            throw new LockHeldException(name, holder);
        }

        if (!await TryTakeAsync(run, from: holder, cancellationToken))
        {
            throw new LockHeldException(name, "another run, which took it a moment ago");
        }
    }

    /// <summary>What gives the lock back; its condition fails where this run does not hold it.</summary>
    public Delete Releasing(RunId run) => new()
    {
        TableName = table.Name,
        Key = LedgerTable.Key(pk, LockSk),
        ConditionExpression = "holder = :run",
        ExpressionAttributeValues = new() { [":run"] = LedgerTable.Text(run.Arn) },
    };

    /// <summary>Gives the lock back; one that this run does not hold stays with its holder.</summary>
    public async Task ReleaseAsync(RunId run, CancellationToken cancellationToken)
    {
        var release = Releasing(run);
        try
        {
            await table.Dynamo.DeleteItemAsync(
                new DeleteItemRequest
                {
                    TableName = release.TableName,
                    Key = release.Key,
                    ConditionExpression = release.ConditionExpression,
                    ExpressionAttributeValues = release.ExpressionAttributeValues,
                },
                cancellationToken);
        }
        catch (ConditionalCheckFailedException)
        {
            // Given back already, and perhaps held by another run by now.
        }
    }

    private bool IsNew(Dictionary<string, AttributeValue> held) =>
        DateTimeOffset.Parse(held[LedgerTable.At].S, CultureInfo.InvariantCulture) > clock.GetUtcNow() - Unseen;

    private async Task<bool> TryTakeAsync(RunId run, string? from, CancellationToken cancellationToken)
    {
        var item = LedgerTable.Key(pk, LockSk);
        item["holder"] = LedgerTable.Text(run.Arn);
        item[LedgerTable.At] = LedgerTable.Text(LedgerTable.Stamp(clock.GetUtcNow()));
        try
        {
            await table.Dynamo.PutItemAsync(
                new PutItemRequest
                {
                    TableName = table.Name,
                    Item = item,
                    ConditionExpression = "attribute_not_exists(pk) OR holder IN (:run, :from)",
                    ExpressionAttributeValues = new() { [":run"] = LedgerTable.Text(run.Arn), [":from"] = LedgerTable.Text(from ?? run.Arn) },
                },
                cancellationToken);
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            return false;
        }
    }
}

/// <summary>Not now: another run holds the lock. The state machine asks again.</summary>
public sealed class LockHeldException(string name, string holder) : Exception($"The {name} lock is held by {holder}, which is still running. This run waits for it.")
{
    /// <summary>Who holds it: a run's ARN, or words where that is not known.</summary>
    public string Holder => holder;
}
