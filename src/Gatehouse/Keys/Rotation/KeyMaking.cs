using Gatehouse.Aws;
using Gatehouse.GitHub;
using Gatehouse.Ledger;
using Gatehouse.Membership;

namespace Gatehouse.Keys.Rotation;

/// <summary>
/// Makes a key and writes both halves of it. What can fail is asked first; each step is in the ledger before its effect.
/// <list type="table">
/// <listheader><term>what fails</term><description>what is left</description></listheader>
/// <item><term>anything before the first write</term><description>the new key is removed again; the repository works as before</description></item>
/// <item><term>the first write, refused by GitHub</term><description>the same: nothing was written</description></item>
/// <item><term>anything after</term><description><see cref="SecretsHalfWrittenException"/>: started over at once; every active key stays active</description></item>
/// <item><term>the process, anywhere</term><description>the next attempt reads from the ledger and from GitHub how far it came (<see cref="RotationPlan"/>)</description></item>
/// </list>
/// </summary>
public sealed class KeyMaking(IAccessKeys keys, IActionsSecrets secrets, RotationReader reader, Rotations rotations, RotationTrail trail, TimeProvider clock)
{
    /// <summary>How often a write is tried at once: between the first and the second the repository has half a key.</summary>
    private const int Attempts = 3;

    public async Task MakeAsync(RunId run, RotationSeen seen, RotationStep.MakeKey make, CancellationToken cancellationToken)
    {
        var before = await reader.WrittenAsync(seen.Rotation, cancellationToken);
        var sealing = await secrets.KeyAsync(seen.Place, cancellationToken);
        if (before.IdBefore >= sealing.At || before.KeyBefore >= sealing.At)
        {
            throw new SecretsJustWrittenException(seen.Place);
        }

        var begun = new RotationRecord(seen.Machine.User, seen.Known?.Begun ?? clock.GetUtcNow(), make.Old) { Making = clock.GetUtcNow(), Broken = make.Broken };
        await rotations.SaveAsync(begun, cancellationToken);
        var made = await keys.CreateAsync(seen.Machine.User, cancellationToken);
        var writing = begun with { New = made.Id, Writing = before };
        await OrRemoveAsync(run, begun, made, async () =>
        {
            await rotations.SaveAsync(begun with { New = made.Id }, cancellationToken);
            await rotations.SaveAsync(writing, cancellationToken);
        }, cancellationToken);
        await WriteAsync(run, seen, begun, made, sealing, cancellationToken);
        await TakeAsWrittenAsync(run, seen, writing, cancellationToken);
    }

    /// <summary>Goes on with a key that both secrets hold: GitHub says when each was written, so that a later write by anybody else is noticed.</summary>
    public async Task TakeAsWrittenAsync(RunId run, RotationSeen seen, RotationRecord writing, CancellationToken cancellationToken)
    {
        var now = await reader.WrittenAsync(seen.Rotation, cancellationToken);
        await rotations.SaveAsync(writing with { Written = now.IdBefore > now.KeyBefore ? now.IdBefore : now.KeyBefore, Broken = false }, cancellationToken);
        await trail.DoneAsync(run, writing.User, RotationTrail.Made, writing.New!, $"make the key {writing.New} and write it into {seen.PlaceInWords}", cancellationToken);
    }

    private async Task WriteAsync(RunId run, RotationSeen seen, RotationRecord begun, NewAccessKey made, SecretsKey sealing, CancellationToken cancellationToken)
    {
        try
        {
            await InsistAsync(seen, () => secrets.WriteAsync(seen.Place, seen.Rotation.IdSecret, made.Id.Value, sealing, cancellationToken));
        }
        catch (GitHubRefusedException)
        {
            await RemoveAsync(run, begun, made, cancellationToken);
            throw;
        }
        catch (Exception lost) when (lost is not SecretsHalfWrittenException)
        {
            throw new SecretsHalfWrittenException(seen.PlaceInWords, lost);
        }

        try
        {
            await InsistAsync(seen, () => secrets.WriteAsync(seen.Place, seen.Rotation.KeySecret, made.Secret, sealing, cancellationToken));
        }
        catch (Exception lost) when (lost is not SecretsHalfWrittenException)
        {
            throw new SecretsHalfWrittenException(seen.PlaceInWords, lost);
        }
    }

    /// <summary>Tries again at once while GitHub does not answer.</summary>
    private static async Task InsistAsync(RotationSeen seen, Func<Task> write)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await write();
                return;
            }
            catch (GitHubUnavailableException) when (attempt < Attempts)
            {
                // The value is the same, so that one that arrived unheard and this one are one.
            }
            catch (GitHubRefusedException refused) when (attempt > 1)
            {
                throw new SecretsHalfWrittenException(seen.PlaceInWords, refused);
            }
        }
    }

    private async Task OrRemoveAsync(RunId run, RotationRecord begun, NewAccessKey made, Func<Task> work, CancellationToken cancellationToken)
    {
        var done = false;
        try
        {
            await work();
            done = true;
        }
        finally
        {
            if (!done)
            {
                await RemoveAsync(run, begun, made, cancellationToken);
            }
        }
    }

    private async Task RemoveAsync(RunId run, RotationRecord begun, NewAccessKey made, CancellationToken cancellationToken)
    {
        await keys.DeleteAsync(begun.User, made.Id, cancellationToken);
        await rotations.SaveAsync(begun with { Making = null }, cancellationToken);
        await trail.DoneAsync(run, begun.User, RotationTrail.Removed, made.Id, $"delete the new key {made.Id} again, because the rotation failed before anything was written with it", cancellationToken);
    }
}
