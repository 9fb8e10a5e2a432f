using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Runtime;

namespace Gatehouse.Keys.Rotation;

/// <summary>Makes the old keys inactive once the new one is proved, and ends the rotation. They are deleted after a grace, by a later run.</summary>
public sealed class KeyRetirement(IAccessKeys keys, RotationReader reader, Rotations rotations, RotationLock turn, KeyRecords records, RotationTrail trail, Settings settings, TimeProvider clock)
{
    /// <exception cref="SecretsHalfWrittenException">One of the secrets was written since: another key must take this one's place.</exception>
    /// <exception cref="RotationRefusedException">The new key is not proved, not active any more, or not what the secrets hold.</exception>
    public async Task<RotationState> RetireAsync(RunId run, RotationItem item, CancellationToken cancellationToken)
    {
        var user = item.Machine.User;
        await turn.TakeAsync(user, run, cancellationToken);
        var seen = await reader.WithSecretsAsync(await reader.ReadAsync(item.Machine, asked: false, cancellationToken), cancellationToken);
        if (seen.Known is null)
        {
            return RotationState.Done;
        }

        var next = RotationPlan.Next(seen);
        if (next is RotationStep.StartOver)
        {
            throw new SecretsHalfWrittenException(seen.PlaceInWords, new InvalidOperationException("One of them was written since by another request."));
        }

        if (next is not RotationStep.RetireKeys retire)
        {
            throw new RotationRefusedException($"The old key of {user} stays active", next is RotationStep.Refuse refused ? refused.Why : "the new one is not proved, or is not active any more. The next run looks again.");
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
