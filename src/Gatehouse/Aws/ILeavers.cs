using Gatehouse.Register;

namespace Gatehouse.Aws;

/// <summary>What is done in IAM to somebody who leaves, beside their MFA devices (<see cref="IMfaDevices"/>). Every step is safe to do twice: what is gone already is as wanted.</summary>
public interface ILeavers
{
    /// <summary>Puts the inline policy that denies everything; it also stops the sessions that the user made with GetSessionToken.</summary>
    /// <returns>False where the user does not exist any more: there is nothing to take away.</returns>
    /// <exception cref="UserNotManagedException">It does not carry our tag any more: it is left alone.</exception>
    /// <exception cref="NoRoomToDenyException">The user's other inline policies leave no room for this one.</exception>
    Task<bool> DenyAsync(UserName person, CancellationToken cancellationToken);

    /// <summary>Takes that policy away again.</summary>
    Task AllowAsync(UserName person, CancellationToken cancellationToken);

    /// <summary>Makes every active access key inactive.</summary>
    Task DeactivateKeysAsync(UserName person, CancellationToken cancellationToken);

    /// <summary>Takes the console password away, used or not.</summary>
    Task DropPasswordAsync(UserName person, CancellationToken cancellationToken);

    /// <summary>The groups that the user is in now.</summary>
    Task<IReadOnlyList<string>> GroupsAsync(UserName person, CancellationToken cancellationToken);

    Task LeaveGroupAsync(UserName person, string group, CancellationToken cancellationToken);

    /// <summary>The user as IAM has it now; null where it does not exist.</summary>
    /// <exception cref="UserNotManagedException">It does not carry our tag any more: it is left alone.</exception>
    Task<LeavingUser?> FindAsync(UserName person, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes everything else that DeleteUser refuses to leave behind, and the permissions boundary: one list for each kind, one call for each
    /// thing, and the policy that denies everything last.
    /// </summary>
    Task StripAsync(LeavingUser user, CancellationToken cancellationToken);

    Task DeleteAsync(UserName person, CancellationToken cancellationToken);
}

/// <summary>A user on the way out.</summary>
/// <param name="Name">As IAM has it.</param>
/// <param name="HasBoundary">Whether a permissions boundary is set.</param>
public sealed record LeavingUser(UserName Name, bool HasBoundary);

/// <summary>A user's inline policies are as long as IAM allows, so that one of ours that denies does not fit.</summary>
public sealed class NoRoomToDenyException(UserName person, string policy, string undone, Exception refusal) : Exception(
    $"IAM has no room for the policy {policy} of {person}: their inline policies fill the 2,048 characters that a user has. {undone}",
    refusal);
