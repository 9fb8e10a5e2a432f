using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Register;

namespace Gatehouse.Membership.Leavers;

/// <summary>Removes every MFA device of a user: all are deactivated, and virtual ones deleted too, those that an interrupted attempt deactivated included.</summary>
public sealed class DeviceRemoval(ILeavers leavers, TakenDevices taken)
{
    /// <param name="person">Whose devices they are.</param>
    /// <param name="user">The user as IAM has it; null where it does not exist, and only what an earlier attempt left is to be deleted.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    public async Task RemoveAsync(UserName person, LeavingUser? user, CancellationToken cancellationToken)
    {
        var devices = user is null ? [] : await leavers.DevicesAsync(person, cancellationToken);
        var doomed = await taken.RememberAsync(person, [.. devices.Where(device => device.IsVirtual).Select(device => device.Serial)], cancellationToken);
        foreach (var device in devices)
        {
            await leavers.DeactivateDeviceAsync(person, device.Serial, cancellationToken);
        }

        foreach (var serial in doomed)
        {
            await leavers.DeleteVirtualDeviceAsync(serial, cancellationToken);
        }

        if (doomed.Count > 0)
        {
            await taken.ForgetAsync(person, cancellationToken);
        }
    }
}
