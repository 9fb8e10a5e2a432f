using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Register;

namespace Gatehouse.Membership.Leavers;

/// <summary>Removes every MFA device of a user: all are deactivated, and virtual ones deleted too, those that an interrupted attempt deactivated included.</summary>
public sealed class DeviceRemoval(IMfaDevices mfa, TakenDevices taken)
{
    /// <param name="person">Whose devices they are.</param>
    /// <param name="user">The user as IAM has it; null where it does not exist, and only what an earlier attempt left is to be deleted.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <exception cref="DeviceAssignedException">Somebody has one of the devices after all.</exception>
    public async Task RemoveAsync(UserName person, LeavingUser? user, CancellationToken cancellationToken)
    {
        var devices = user is null ? [] : await mfa.DevicesAsync(person, cancellationToken);
        var doomed = await taken.RememberAsync(person, [.. devices.Where(device => device.IsVirtual).Select(device => device.Serial)], cancellationToken);
        foreach (var device in devices)
        {
            await mfa.DeactivateAsync(person, device.Serial, cancellationToken);
        }

        foreach (var serial in doomed)
        {
            if (await mfa.DeleteVirtualAsync(serial, cancellationToken) is DeviceDeletion.Assigned)
            {
                throw new DeviceAssignedException(serial);
            }
        }

        if (doomed.Count > 0)
        {
            await taken.ForgetAsync(person, cancellationToken);
        }
    }
}
