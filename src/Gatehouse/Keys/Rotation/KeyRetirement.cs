using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Runtime;

namespace Gatehouse.Keys.Rotation;

/// <summary>Makes the old keys inactive once the new one is proved, and ends the rotation. They are deleted after a grace, by a later run.</summary>
public sealed class KeyRetirement(IAccessKeys keys, RotationReader reader, Rotations rotations, RotationLock turn, KeyRecords records, RotationTrail trail, Settings settings, TimeProvider clock)
{
    /// <exception cref="RotationRefusedException">The new key is not proved, or is not active any more.</exception>
    public async Task<RotationState> RetireAsync(RunId run, RotationItem item, CancellationToken cancellationToken)
    {
        var user = item.Machine.User;
        await turn.TakeAsync(user, run, cancellationToken);
        var seen = await reader.ReadAsync(item.Machine, asked: false, cancellationToken);
        if (seen.Known is null)
        {
            return RotationState.Done;
        }

        if (RotationPlan.Next(seen) is not RotationStep.RetireKeys retire)
        {
            throw new RotationRefusedException($"The old key of {user} stays active", "the new one is not proved, or is not active any more. The next run looks again.");
        }

        foreach (var old in seen.Keys.Where(key => key.Active && retire.Old.Contains(key.Id)))
        {
            await records.DeactivatedAsync(new KeyRecord(settings.HomeAccount, user, old.Id, old.Created), KeyCause.Rotation, clock.GetUtcNow(), cancellationToken);
            await keys.DeactivateAsync(user, old.Id, cancellationToken);
            await trail.DoneAsync(
                run, user, RotationTrail.Retired, old.Id, $"make the old key {old.Id} inactive, because {seen.Known.New} has taken its place; it is deleted {settings.DeployKeyGraceDays} days from now", cancellationToken);
        }

        await rotations.EndAsync(user, cancellationToken);
        await turn.ReleaseAsync(user, run, cancellationToken);
        return RotationState.Done;
    }
}
