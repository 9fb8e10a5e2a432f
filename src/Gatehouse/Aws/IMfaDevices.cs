using Gatehouse.Register;

namespace Gatehouse.Aws;

/// <summary>The MFA devices of the account's users, as IAM has them now. Every step is safe to do twice: what is gone already is as wanted.</summary>
public interface IMfaDevices
{
    /// <summary>The user; null where it does not exist.</summary>
    Task<MfaUser?> FindUserAsync(UserName person, CancellationToken cancellationToken);

    /// <summary>The devices that the user has; none where the user does not exist.</summary>
    Task<IReadOnlyList<MfaDevice>> DevicesAsync(UserName person, CancellationToken cancellationToken);

    /// <summary>Whether the user has an access key that is active.</summary>
    Task<bool> HasActiveKeyAsync(UserName person, CancellationToken cancellationToken);

    Task DeactivateAsync(UserName person, string serial, CancellationToken cancellationToken);

    /// <summary>Deletes a virtual device that nobody has; IAM itself refuses one that somebody has.</summary>
    Task<DeviceDeletion> DeleteVirtualAsync(string serial, CancellationToken cancellationToken);
}

/// <summary>A user whose devices are looked at.</summary>
/// <param name="Name">As IAM has it.</param>
/// <param name="Account">The twelve digits of the account.</param>
/// <param name="Managed">Whether the user carries our tag: only then anything is changed.</param>
public sealed record MfaUser(UserName Name, string Account, bool Managed);

/// <summary>How the deletion of a virtual device ended.</summary>
public enum DeviceDeletion
{
    Deleted,

    /// <summary>It was not there any more.</summary>
    Gone,

    /// <summary>Somebody has it, so IAM keeps it.</summary>
    Assigned,
}

/// <summary>A virtual device that was deactivated cannot be deleted: IAM says that somebody has it. IAM may not have caught up yet, so it is tried again.</summary>
public sealed class DeviceAssignedException(string serial)
    : Exception($"The MFA device {serial} was deactivated, and IAM does not delete it, because somebody has it. It is tried again; where it stays so, look whose it is in the IAM console.");
