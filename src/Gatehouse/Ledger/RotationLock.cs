using Gatehouse.Aws;
using Gatehouse.Membership;
using Gatehouse.Register;

namespace Gatehouse.Ledger;

/// <summary>Lets one run at a time rotate a machine user's key: two would write halves of two keys into one pair of secrets.</summary>
public sealed class RotationLock(LedgerTable table, IRuns runs, TimeProvider clock)
{
    /// <exception cref="LockHeldException">Another run is at it.</exception>
    public Task TakeAsync(UserName user, RunId run, CancellationToken cancellationToken) => Of(user).TakeAsync(run, cancellationToken);

    /// <summary>Gives it back; one that this run does not hold stays with its holder.</summary>
    public Task ReleaseAsync(UserName user, RunId run, CancellationToken cancellationToken) => Of(user).ReleaseAsync(run, cancellationToken);

    private NamedLock Of(UserName user) => new(table, runs, clock, $"rotation-{user.Value.ToLowerInvariant()}");
}
