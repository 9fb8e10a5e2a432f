using Gatehouse.Aws;
using Gatehouse.Ledger;

namespace Gatehouse.Membership;

/// <summary>Takes a mailed password away that nobody used in time; one that was used is theirs, and is only looked after no more.</summary>
public sealed class ExpiryApply(IAccount account, UnusedPasswords unused, ChangeTrail trail)
{
    public async Task<ChangeResult> ApplyAsync(RunId run, PlannedChange planned, ExpireFirstPassword expire, CancellationToken cancellationToken)
    {
        var taken = await account.RemoveUnusedPasswordAsync(expire.Person, expire.Mailed, cancellationToken);
        if (!taken)
        {
            await unused.LookedAtAsync(expire.Welcome, cancellationToken);
            return ChangeResult.NothingFollows;
        }

        // The ledger last, so that a replay after an interruption does what is left.
        await trail.AppliedAsync(run, planned, cancellationToken);
        await unused.TakenAwayAsync(expire.Welcome, cancellationToken);
        return ChangeResult.NoticeFollows;
    }
}
