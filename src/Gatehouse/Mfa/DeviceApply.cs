using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Register;
using Gatehouse.Runtime;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Mfa;

/// <summary>
/// Takes devices away, each in steps that an interruption after any of them leaves to be finished: written down, deactivated, deleted, told, into
/// the trail, and forgotten. A mail so never says what was not done, and nothing is done that nobody is told of.
/// </summary>
public sealed partial class DeviceApply(IMfaDevices devices, MfaGraces graces, MfaTelling telling, Metrics metrics, ILogger<DeviceApply> log)
{
    /// <summary>How long a deletion is tried again while IAM says that somebody has the device. After that it is whoever has it by now's.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    /// <summary>Removes a device that the person has, if a good one remains right before.</summary>
    /// <param name="remove">Which one.</param>
    /// <param name="latestAsync">Reads the person's devices as they are now.</param>
    /// <param name="because">What led here.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>Whether it was removed; not where it turned out that it must stay, or is not theirs any more.</returns>
    /// <exception cref="DeviceAssignedException">It is deactivated, and IAM does not delete it yet.</exception>
    public async Task<bool> RemoveAsync(RemoveDevice remove, Func<Task<MfaSituation>> latestAsync, string because, CancellationToken cancellationToken)
    {
        var person = remove.Person;
        var begun = await graces.BeginAsync(person, remove.Serial, remove.Enabled, cancellationToken);
        var situation = await latestAsync();
        if (!MfaPlan.Of(situation).Contains(remove))
        {
            Log.Stays(log, remove.Serial);
            // One that an earlier attempt has deactivated is still to be deleted and told: the next examination does it.
            if (!begun || situation.Devices.Any(device => device.Serial == remove.Serial))
            {
                await graces.EndAsync(person, remove.Serial, cancellationToken);
            }

            return false;
        }

        await devices.DeactivateAsync(person, remove.Serial, cancellationToken);
        if (new MfaDevice(remove.Serial).IsVirtual && await devices.DeleteVirtualAsync(remove.Serial, cancellationToken) is DeviceDeletion.Assigned)
        {
            throw new DeviceAssignedException(remove.Serial);
        }

        await EndAsync(situation, remove, remove.Serial, because, cancellationToken);
        return true;
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
    /// <param name="change">What is told: <see cref="DeleteDevice"/> or <see cref="FreeName"/>.</param>
    /// <param name="because">The event that led here.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>How the deletion ended; what an earlier attempt deleted counts as deleted.</returns>
    public async Task<DeviceDeletion> DeleteUnassignedAsync(MfaSituation situation, MfaChange change, string because, CancellationToken cancellationToken)
    {
        var (serial, why) = change switch
        {
            DeleteDevice delete => (delete.Serial, delete.Created),
            FreeName free => (free.Serial, free.Refused),
            _ => throw new UnknownMfaChangeException(change),
        };
        // Whoever finishes it instead tells it by the same moment, and so once.
        var begun = await graces.BeginUnassignedAsync(situation.User.Name, serial, why, change is FreeName, cancellationToken);
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
            var deletion = gone && new MfaDevice(grace.Serial).IsVirtual ? await devices.DeleteVirtualAsync(grace.Serial, cancellationToken) : DeviceDeletion.Gone;
            if (deletion is DeviceDeletion.Assigned && grace.BegunAt + Patience > situation.Now)
            {
                Log.Assigned(log, grace.Serial);
                continue;
            }

            // Of a device that nobody ever had and that IAM keeps nothing was done; one that they had is theirs no more.
            if (gone && grace.Begun && (deletion is not DeviceDeletion.Assigned || grace.Enabled is not null))
            {
                done.Add(Interrupted(situation, grace));
                await telling.TellAsync(situation, done[^1], because, cancellationToken);
            }
            else if (deletion is DeviceDeletion.Deleted)
            {
                done.Add(new DeleteDevice(situation.User.Name, grace.Serial, grace.Due));
                await telling.RecordAsync(done[^1], because, cancellationToken);
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

        return grace.Free ? new FreeName(person, grace.Serial, grace.Due) : new DeleteDevice(person, grace.Serial, grace.Due);
    }

    private async Task EndAsync(MfaSituation situation, MfaChange change, string serial, string because, CancellationToken cancellationToken)
    {
        await telling.TellAsync(situation, change, because, cancellationToken);
        metrics.Count((Metrics.MfaDevicesRemoved, 1));
        await graces.EndAsync(situation.User.Name, serial, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The MFA device {Serial} is not removed: right before, it was not theirs any more, or nothing that can take its place.")]
        public static partial void Stays(ILogger log, string serial);

        [LoggerMessage(2, LogLevel.Information, "IAM says that somebody has the MFA device {Serial}, and does not delete it yet: it is tried again within the hour, for a day.")]
        public static partial void Assigned(ILogger log, string serial);
    }
}
