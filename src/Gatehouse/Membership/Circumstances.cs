using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Runtime;

namespace Gatehouse.Membership;

/// <summary>Gathers what a plan is decided from beside the register: one snapshot of the account and a few queries of the ledger.</summary>
public sealed class Circumstances(
    IAccount account, Welcomes welcomes, UnusedPasswords passwords, Quarantines quarantines, Holds holds, Settings settings, TimeProvider clock)
{
    /// <param name="before">What went before the register that is planned.</param>
    /// <param name="waiting">The keys of refused changes that wait.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    public async Task<Known> ReadAsync(Basis before, IEnumerable<string> waiting, CancellationToken cancellationToken) =>
        new(await account.SnapshotAsync(cancellationToken), clock.GetUtcNow(), settings.GraceDays)
        {
            Owed = await welcomes.OwedAsync(cancellationToken),
            Passwords = await passwords.OpenAsync(cancellationToken),
            FirstPasswordDays = settings.FirstPasswordDays,
            Quarantines = await quarantines.OpenAsync(cancellationToken),
            Holds = await holds.OpenAsync(cancellationToken),
            Givable = settings.Groups,
            Applied = before.Register,
            Seen = before.Seen,
            Waiting = waiting.ToHashSet(),
            RevertDrift = settings.RevertDrift,
        };
}
