using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Register;

namespace Gatehouse.Membership.Leavers;

/// <summary>Deletes a user and everything of theirs, and reads back that IAM has them no more. An interrupted deletion is simply done again.</summary>
public sealed class DeletionApply(ILeavers leavers, DeviceRemoval devices, Quarantines quarantines)
{
    /// <exception cref="UserNotManagedException">Somebody took our tag off: the user is left alone.</exception>
    /// <exception cref="UserStillThereException">IAM still answers with the user.</exception>
    public async Task ApplyAsync(UserName person, CancellationToken cancellationToken)
    {
        var user = await leavers.FindAsync(person, cancellationToken);
        await devices.RemoveAsync(person, user, cancellationToken);
        if (user is not null)
        {
            await leavers.StripAsync(user, cancellationToken);
            await leavers.DeleteAsync(person, cancellationToken);
            if (await leavers.FindAsync(person, cancellationToken) is not null)
            {
                throw new UserStillThereException(person);
            }
        }

        await quarantines.CloseAsync(person, cancellationToken);
    }
}

/// <summary>DeleteUser was accepted and GetUser still answers: IAM is eventually consistent, so the state machine looks again.</summary>
public sealed class UserStillThereException(UserName person)
    : Exception($"IAM accepted that the user {person} is deleted, and still has them. It is looked at again; where it stays so, look at the user in the IAM console.");
