using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Register;
using Gatehouse.Runtime;

namespace Gatehouse.Keys.Rotation;

/// <summary>
/// Does the steps of a rotation up to the test, and deletes what was replaced before; looks again after each. A new key's secret is made, sealed and written
/// within this one invocation (<see cref="KeyMaking"/>), and nothing that it answers, logs or remembers holds it.
/// </summary>
public sealed class KeyReplacement(
    RotationReader reader, IMachineUsers machines, IAccessKeys keys, KeyMaking making, Rotations rotations, RotationLock turn, KeyRecords records, RotationTrail trail, Settings settings, TimeProvider clock)
{
    /// <summary>A rotation has at most this many steps; more would be a plan that does not end.</summary>
    private const int MostSteps = 8;

    /// <exception cref="LockHeldException">Another run is at it, and nobody asked.</exception>
    /// <exception cref="RotationUnderWayException">Another run is at it, and somebody asked.</exception>
    /// <exception cref="RotationRefusedException">Somebody must look first.</exception>
    /// <exception cref="SecretsHalfWrittenException">The repository may have half a key, whatever it was that failed now.</exception>
    public async Task<RotationState> ReplaceAsync(RunId run, RotationItem item, CancellationToken cancellationToken)
    {
        await TakeTurnAsync(run, item, cancellationToken);
        var known = await rotations.FindAsync(item.Machine.User, cancellationToken);
        try
        {
            return await StepByStepAsync(run, item, seen => known = seen.Known, cancellationToken);
        }
        catch (Exception failure) when (known is { IsHalfWritten: true } && failure is not (RotationRefusedException or SecretsJustWrittenException or SecretsHalfWrittenException))
        {
            throw new SecretsHalfWrittenException(RotationSeen.WordsOf(item.Machine.Rotation!), failure);
        }
    }

    private async Task TakeTurnAsync(RunId run, RotationItem item, CancellationToken cancellationToken)
    {
        try
        {
            await turn.TakeAsync(item.Machine.User, run, cancellationToken);
        }
        catch (LockHeldException held) when (item.Asked)
        {
            throw new RotationUnderWayException(item.Machine.User, held.Holder);
        }
    }

    private async Task<RotationState> StepByStepAsync(RunId run, RotationItem item, Action<RotationSeen> look, CancellationToken cancellationToken)
    {
        var user = item.Machine.User;
        if (await machines.StandingAsync(user, cancellationToken) is not MachineStanding.Ours)
        {
            throw new RotationRefusedException($"The key of {user} is not rotated", RotationWords.Of(RotationFindingKind.Untagged).Advice);
        }

        for (var steps = 0; steps < MostSteps; steps++)
        {
            var seen = await reader.ReadAsync(item.Machine, item.Asked, cancellationToken);
            look(seen);
            seen = await reader.WithSecretsAsync(seen, cancellationToken);
            if (await DoAsync(run, seen, NextOf(seen), cancellationToken) is { } ended)
            {
                if (ended == RotationState.Done)
                {
                    await turn.ReleaseAsync(user, run, cancellationToken);
                }

                return ended;
            }
        }

        throw new InvalidOperationException($"The rotation of {user} has taken {MostSteps} steps and does not end.");
    }

    /// <summary>What was begun is finished whatever the settings say; a new rotation begins only where the keys' room may act, or where somebody asked.</summary>
    private RotationStep NextOf(RotationSeen seen)
    {
        var next = RotationPlan.Next(seen);
        return !settings.KeysAct && !seen.Asked && RotationPlan.Begins(seen, next) ? new RotationStep.Rest() : next;
    }

    /// <returns>Null where the next step is to be looked for.</returns>
    private async Task<RotationState?> DoAsync(RunId run, RotationSeen seen, RotationStep step, CancellationToken cancellationToken)
    {
        switch (step)
        {
            case RotationStep.Rest:
                return RotationState.Done;
            case RotationStep.ProveKey:
                return RotationState.Replaced;
            case RotationStep.RetireKeys:
                return RotationState.Tested;
            case RotationStep.Refuse refused:
                throw new RotationRefusedException($"The key of {seen.Machine.User} is not rotated", refused.Why);
            case RotationStep.RemoveKey remove:
                await RemoveAsync(run, seen, remove, cancellationToken);
                return null;
            case RotationStep.StartOver:
                // From here on the repository counts as broken: its key is deleted next.
                await rotations.SaveAsync(new RotationRecord(seen.Machine.User, seen.Known!.Begun, seen.Known.Old) { New = seen.Known.New, Broken = true }, cancellationToken);
                return null;
            case RotationStep.MakeKey make:
                await making.MakeAsync(run, seen, make, cancellationToken);
                return null;
            case RotationStep.TakeAsWritten:
                await making.TakeAsWrittenAsync(run, seen, seen.Known!, cancellationToken);
                return null;
            case RotationStep.TakeAsProved proved:
                await rotations.SaveAsync(seen.Known! with { Tested = proved.Used }, cancellationToken);
                await trail.DoneAsync(run, seen.Machine.User, RotationTrail.Proved, seen.Known!.New!, $"see that the new key {seen.Known.New} is in use", cancellationToken);
                return null;
            default:
                throw new UnknownRotationStepException(step);
        }
    }

    private async Task RemoveAsync(RunId run, RotationSeen seen, RotationStep.RemoveKey remove, CancellationToken cancellationToken)
    {
        var key = seen.Keys.Single(key => key.Id == remove.Key);
        await keys.DeleteAsync(seen.Machine.User, key.Id, cancellationToken);
        await trail.DoneAsync(run, seen.Machine.User, RotationTrail.Removed, key.Id, $"delete the key {key.Id}, because {remove.Why}", cancellationToken);
        await records.GoneAsync(RecordOf(seen.Machine.User, key.Id, key.Created), clock.GetUtcNow(), cancellationToken);
    }

    private KeyRecord RecordOf(UserName user, AccessKeyId key, DateTimeOffset created) => new(settings.HomeAccount, user, key, created);
}
