using Gatehouse.Aws;
using Gatehouse.Register;

namespace Gatehouse.Membership.Leavers;

/// <summary>Removes every MFA device of somebody who lost one; password, keys and groups stay as they are.</summary>
public sealed class MfaResetApply(ILeavers leavers, DeviceRemoval devices)
{
    /// <exception cref="UserNotManagedException">Somebody took our tag off: the user is left alone.</exception>
    public async Task ApplyAsync(UserName person, CancellationToken cancellationToken) =>
        await devices.RemoveAsync(person, await leavers.FindAsync(person, cancellationToken), cancellationToken);
}
