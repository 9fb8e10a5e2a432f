using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Register;
using Gatehouse.Runtime;

namespace Gatehouse.Mfa;

/// <summary>
/// Takes devices away, each in steps that an interruption after any of them leaves to be finished: written down, deactivated, deleted, told, into
/// the trail, and forgotten. A mail so never says what was not done, and nothing is done that nobody is told of.
/// </summary>
public sealed class DeviceApply(IMfaDevices devices, MfaGraces graces, MfaTelling telling, Metrics metrics)
{
    /// <summary>Removes a device that the person has. That a good one remains was read right before.</summary>
    /// <exception cref="DeviceAssignedException">It is deactivated, and IAM does not delete it yet.</exception>
    public async Task RemoveAsync(MfaSituation situation, RemoveDevice remove, string because, CancellationToken cancellationToken)
    {
        var person = situation.User.Name;
        await graces.BeginAsync(person, remove.Serial, remove.Enabled, cancellationToken);
        await devices.DeactivateAsync(person, remove.Serial, cancellationToken);
        if (new MfaDevice(remove.Serial).IsVirtual && await devices.DeleteVirtualAsync(remove.Serial, cancellationToken) is DeviceDeletion.Assigned)
        {
            throw new DeviceAssignedException(remove.Serial);
        }

        await EndAsync(situation, remove, remove.Serial, because, cancellationToken);
    }

    /// <summary>Writes when a device goes, and tells it.</summary>
    /// <returns>Whether it was told now.</returns>
    public async Task<bool> AnnounceAsync(MfaSituation situation, AnnounceRemoval announce, string because, CancellationToken cancellationToken)
    {
        var due = await graces.AnnounceAsync(situation.User.Name, announce.Serial, announce.Due, cancellationToken);
        return await telling.TellAsync(situation, announce with { Due = due }, because, cancellationToken);
    }

    /// <summary>Deletes a virtual device that nobody has, and tells whoever made it. IAM itself refuses where somebody has it by now.</summary>
    /// <param name="situation">Whoever made it.</param>
    /// <param name="change">What is told.</param>
    /// <param name="serial">The device.</param>
    /// <param name="because">The event that led here.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>How the deletion ended; what an earlier attempt deleted counts as deleted.</returns>
    public async Task<DeviceDeletion> DeleteUnassignedAsync(MfaSituation situation, MfaChange change, string serial, string because, CancellationToken cancellationToken)
    {
        var begun = await graces.BeginAsync(situation.User.Name, serial, enabled: null, cancellationToken);
        var ended = await devices.DeleteVirtualAsync(serial, cancellationToken);
        if (ended is DeviceDeletion.Deleted || (ended is DeviceDeletion.Gone && begun))
        {
            await EndAsync(situation, change, serial, because, cancellationToken);
            return DeviceDeletion.Deleted;
        }

        await graces.EndAsync(situation.User.Name, serial, cancellationToken);
        return ended;
    }

    /// <summary>Finishes what an interrupted attempt left, deletes what the person gave up meanwhile, and forgets what need not go any more.</summary>
    /// <returns>What was finished.</returns>
    public async Task<IReadOnlyList<MfaChange>> FinishAsync(MfaSituation situation, string because, CancellationToken cancellationToken)
    {
        var done = new List<MfaChange>();
        var going = MfaPlan.Of(situation).Select(change => change switch { RemoveDevice remove => remove.Serial, AnnounceRemoval announce => announce.Serial, _ => null }).ToHashSet();
        foreach (var grace in situation.Graces.Where(grace => !going.Contains(grace.Serial)))
        {
            var gone = situation.Devices.All(device => device.Serial != grace.Serial);
            // One that somebody else has by now is theirs, and IAM keeps it.
            var deleted = gone && new MfaDevice(grace.Serial).IsVirtual && await devices.DeleteVirtualAsync(grace.Serial, cancellationToken) is DeviceDeletion.Deleted;
            if (gone && grace.Begun)
            {
                done.Add(Interrupted(situation, grace));
                await telling.TellAsync(situation, done[^1], because, cancellationToken);
            }
            else if (deleted)
            {
                done.Add(new DeleteDevice(situation.User.Name, grace.Serial, grace.Due));
                await telling.RecordAsync(done[^1], Outcome.Applied, because, cancellationToken);
            }

            await graces.EndAsync(situation.User.Name, grace.Serial, cancellationToken);
        }

        return done;
    }

    /// <summary>The same for somebody whom IAM does not have any more: what was being removed is deleted, and nobody is told.</summary>
    public async Task FinishGoneAsync(UserName person, CancellationToken cancellationToken)
    {
        foreach (var grace in await graces.OfAsync(person, cancellationToken))
        {
            if (grace.Begun && new MfaDevice(grace.Serial).IsVirtual)
            {
                await devices.DeleteVirtualAsync(grace.Serial, cancellationToken);
            }

            await graces.EndAsync(person, grace.Serial, cancellationToken);
        }
    }

    /// <summary>Forgets everything about somebody who is not ours any more.</summary>
    public async Task ForgetAsync(MfaSituation situation, CancellationToken cancellationToken)
    {
        foreach (var grace in situation.Graces)
        {
            await graces.EndAsync(situation.User.Name, grace.Serial, cancellationToken);
        }
    }

    private static MfaChange Interrupted(MfaSituation situation, MfaGrace grace)
    {
        var person = situation.User.Name;
        if (grace.Enabled is { } enabled)
        {
            return new RemoveDevice(person, grace.Serial, enabled);
        }

        return situation.Names.IsGoodName(new MfaDevice(grace.Serial).Name) ? new FreeName(person, grace.Serial, grace.Due) : new DeleteDevice(person, grace.Serial, grace.Due);
    }

    private async Task EndAsync(MfaSituation situation, MfaChange change, string serial, string because, CancellationToken cancellationToken)
    {
        await telling.TellAsync(situation, change, because, cancellationToken);
        metrics.Count((Metrics.MfaDevicesRemoved, 1));
        await graces.EndAsync(situation.User.Name, serial, cancellationToken);
    }
}
