using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Gatehouse.Aws;
using Gatehouse.Membership;

namespace Gatehouse.Ledger;

/// <summary>
/// Lets one membership run at a time touch IAM. The lock is held under the run's ARN, is free as soon as Step Functions says that its holder
/// no longer runs, and may be taken again by its own holder.
/// </summary>
public sealed class RunLock(LedgerTable table, IRuns runs, TimeProvider clock)
{
    /// <summary>A holder that Step Functions does not know may be so new that its answers lag behind; after this long it is gone.</summary>
    private static readonly TimeSpan Unseen = TimeSpan.FromMinutes(5);

    private const string LockPk = "LOCK#membership";
    private const string LockSk = "LOCK";

    /// <exception cref="LockHeldException">Another run holds it and is still running: wait and ask again.</exception>
    public async Task TakeAsync(RunId run, CancellationToken cancellationToken)
    {
        if (await TryTakeAsync(run, from: null, cancellationToken))
        {
            return;
        }

        var held = await table.FindAsync(LockPk, LockSk, cancellationToken);
        var holder = held?["holder"].S;
        if (holder is not null && (await runs.IsRunningAsync(holder, cancellationToken) ?? IsNew(held!)))
        {
            throw new LockHeldException(holder);
        }

        if (!await TryTakeAsync(run, from: holder, cancellationToken))
        {
            throw new LockHeldException("another run, which took it a moment ago");
        }
    }

    /// <summary>
    /// Gives the lock back and, in the same transaction, writes how far the run came. A lock that this run no longer holds stays with its
    /// holder, and then nothing is written, so that a late retry never sets a commit back.
    /// </summary>
    /// <param name="run">The holder.</param>
    /// <param name="head">The commit that the run read, or null where it did not come to its end.</param>
    /// <param name="whole">Whether every change was made.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Whether this call gave it back.</returns>
    public async Task<bool> ReleaseAsync(RunId run, string? head, bool whole, CancellationToken cancellationToken)
    {
        List<TransactWriteItem> writes = [new() { Delete = Releasing(run) }];
        if (head is not null)
        {
            writes.AddRange(AppliedCommit.Items(head, whole).Select(item => new TransactWriteItem { Put = new Put { TableName = table.Name, Item = item } }));
        }

        try
        {
            await table.Dynamo.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = writes }, cancellationToken);
            return true;
        }
        catch (TransactionCanceledException canceled) when (canceled.CancellationReasons[0].Code == "ConditionalCheckFailed")
        {
            // Given back already, and perhaps held by another run by now.
            return false;
        }
    }

    private bool IsNew(Dictionary<string, AttributeValue> held) =>
        DateTimeOffset.Parse(held[LedgerTable.At].S, CultureInfo.InvariantCulture) > clock.GetUtcNow() - Unseen;

    private Delete Releasing(RunId run) => new()
    {
        TableName = table.Name,
        Key = LedgerTable.Key(LockPk, LockSk),
        ConditionExpression = "holder = :run",
        ExpressionAttributeValues = new() { [":run"] = LedgerTable.Text(run.Arn) },
    };

    private async Task<bool> TryTakeAsync(RunId run, string? from, CancellationToken cancellationToken)
    {
        var item = LedgerTable.Key(LockPk, LockSk);
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
public sealed class LockHeldException(string holder) : Exception($"The membership lock is held by {holder}, which is still running. This run waits for it.");
