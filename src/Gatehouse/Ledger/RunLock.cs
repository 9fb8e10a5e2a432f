using Amazon.DynamoDBv2.Model;
using Gatehouse.Aws;
using Gatehouse.Membership;

namespace Gatehouse.Ledger;

/// <summary>Lets one membership run at a time touch IAM.</summary>
public sealed class RunLock(LedgerTable table, IRuns runs, TimeProvider clock)
{
    private readonly NamedLock held = new(table, runs, clock, "membership");

    /// <exception cref="LockHeldException">Another run holds it and is still running: wait and ask again.</exception>
    public Task TakeAsync(RunId run, CancellationToken cancellationToken) => held.TakeAsync(run, cancellationToken);

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
        List<TransactWriteItem> writes = [new() { Delete = held.Releasing(run) }];
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
}
