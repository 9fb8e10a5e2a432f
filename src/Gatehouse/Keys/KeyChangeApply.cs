using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Runtime;

namespace Gatehouse.Keys;

/// <summary>
/// Does each change of a key in steps that an interruption after any of them leaves to be finished. A key that goes is written down, then made inactive or
/// deleted, then told; a warning is told, then written down: so nothing is done that nobody is told of, and no mail counts that was not accepted.
/// </summary>
public sealed class KeyChangeApply(KeyRecords records, KeyNotices notices, Metrics metrics, TimeProvider clock)
{
    /// <param name="run">The sweep.</param>
    /// <param name="due">What is due.</param>
    /// <param name="candidate">Whose key it is, and whom to tell.</param>
    /// <param name="hasTwo">Whether they have another key.</param>
    /// <param name="keys">The keys of the account.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>Whether it was done now, and not before.</returns>
    public async Task<bool> DoAsync(RunId run, KeyDue due, KeyCandidate candidate, bool hasTwo, IAccessKeys keys, CancellationToken cancellationToken)
    {
        var told = new KeyNotice(due, candidate, hasTwo);
        switch (due.Change)
        {
            case WarnOfAge or WarnOfDisuse or WarnOfExemptionEnd:
                return await WarnAsync(run, told, cancellationToken);
            case DeactivateKey deactivate:
                return await DeactivateAsync(run, deactivate, told, keys, cancellationToken);
            case DeleteKey delete:
                await records.DeletingAsync(due.Key.Known, clock.GetUtcNow(), cancellationToken);
                await keys.DeleteAsync(delete.Person, delete.Id, cancellationToken);
                return await EndDeletionAsync(run, due, candidate, cancellationToken);
            case RememberExemption:
                await records.VoidWarningsAsync(due.Key.Known, clock.GetUtcNow(), cancellationToken);
                return true;
            default:
                throw new UnknownKeyChangeException(due.Change);
        }
    }

    /// <summary>Tells that a key is deleted, and writes that it is gone.</summary>
    /// <returns>Whether it was told now.</returns>
    public async Task<bool> EndDeletionAsync(RunId run, KeyDue due, KeyCandidate candidate, CancellationToken cancellationToken)
    {
        var now = await notices.TellAsync(run, new KeyNotice(due, candidate, HasTwo: false), cancellationToken);
        await records.GoneAsync(due.Key.Known, clock.GetUtcNow(), cancellationToken);
        metrics.Count((Metrics.KeysDeleted, now ? 1 : 0));
        return now;
    }

    private async Task<bool> WarnAsync(RunId run, KeyNotice told, CancellationToken cancellationToken)
    {
        var now = await notices.TellAsync(run, told, cancellationToken);
        var (record, at) = (told.Due.Key.Known, clock.GetUtcNow());
        switch (told.Due.Change)
        {
            case WarnOfAge age:
                if (age.Unused)
                {
                    await records.WarnedOfDisuseAsync(record, at, cancellationToken);
                }

                await records.WarnedAsync(record, age.Day, at, cancellationToken);
                break;
            case WarnOfDisuse:
                await records.WarnedOfDisuseAsync(record, at, cancellationToken);
                break;
            case WarnOfExemptionEnd end:
                await records.WarnedOfExemptionAsync(record, end.Until, end.Ahead, at, cancellationToken);
                break;
            default:
                throw new UnknownKeyChangeException(told.Due.Change);
        }

        metrics.Count((Metrics.KeysWarned, now ? 1 : 0));
        return now;
    }

    private async Task<bool> DeactivateAsync(RunId run, DeactivateKey deactivate, KeyNotice told, IAccessKeys keys, CancellationToken cancellationToken)
    {
        var record = told.Due.Key.Known;
        if (record.Deactivated != deactivate.At)
        {
            await records.BeginDeactivationAsync(record, deactivate.Cause, deactivate.At, cancellationToken);
        }

        if (!await keys.DeactivateAsync(deactivate.Person, deactivate.Id, cancellationToken))
        {
            // Its owner deleted it in this very moment.
            await records.GoneAsync(record, clock.GetUtcNow(), cancellationToken);
            return false;
        }

        var now = await notices.TellAsync(run, told, cancellationToken);
        await records.DeactivationToldAsync(record, clock.GetUtcNow(), cancellationToken);
        metrics.Count((Metrics.KeysDeactivated, now ? 1 : 0));
        return now;
    }
}
