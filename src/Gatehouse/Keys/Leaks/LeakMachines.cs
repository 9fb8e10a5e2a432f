using Gatehouse.Register;
using Gatehouse.Runtime;

namespace Gatehouse.Keys.Leaks;

/// <summary>Asks the register about a machine user, at the head of the protected branch. Nobody else's leak waits for it.</summary>
public sealed class LeakMachines(IRegisterSource register, Settings settings)
{
    /// <returns>Null where the register does not list it.</returns>
    /// <exception cref="ProtectionUnknownException">The register cannot be read: its key is not cut, because it may be protected.</exception>
    public async Task<MachineUser?> FindAsync(string account, UserName user, CancellationToken cancellationToken)
    {
        try
        {
            var machines = await register.ReadMachineUsersAsync(await register.HeadAsync(cancellationToken), cancellationToken);
            return machines.FirstOrDefault(machine => machine.User == user && (machine.Account ?? settings.HomeAccount) == account);
        }
        // Whatever keeps the register from being read, the answer is the same: nobody knows.
        catch (Exception unread) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ProtectionUnknownException(user, unread);
        }
    }
}

/// <summary>Whether a machine user may be cut off is not known, so that it is not. It is tried again, and told meanwhile.</summary>
public sealed class ProtectionUnknownException(UserName user, Exception unread) : Exception(
    $"Nobody knows whether the machine user {user} is protected, because {RegisterFiles.MachineUsers} cannot be read, so its leaked key is active still: {unread.Message}",
    unread);
