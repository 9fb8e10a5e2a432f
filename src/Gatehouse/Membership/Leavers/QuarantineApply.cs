using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Register;

namespace Gatehouse.Membership.Leavers;

/// <summary>
/// Takes a leaver's access away and keeps the identity. Everything is denied first, so that an interruption after any step leaves them outside;
/// the groups are remembered before they are taken, so that a return finds them. A user who does not exist any more has nothing to take.
/// </summary>
/// <remarks>That the user is ours is for the role to see (<c>iam:ResourceTag</c>): a look first would be one call more for each leaver.</remarks>
public sealed class QuarantineApply(ILeavers leavers, Quarantines quarantines)
{
    /// <exception cref="UserNotManagedException">Somebody took our tag off: the user is left alone.</exception>
    /// <exception cref="NoRoomToDenyException">Everything else is taken away, and the quarantine is not complete.</exception>
    public async Task ApplyAsync(UserName person, CancellationToken cancellationToken)
    {
        NoRoomToDenyException? undenied = null;
        try
        {
            if (!await leavers.DenyAsync(person, cancellationToken))
            {
                return;
            }
        }
        catch (NoRoomToDenyException full)
        {
            // Whatever else can be taken is taken now, and the change fails at the end.
            undenied = full;
        }

        await leavers.DeactivateKeysAsync(person, cancellationToken);
        await leavers.DropPasswordAsync(person, cancellationToken);

        var groups = await leavers.GroupsAsync(person, cancellationToken);
        await quarantines.RememberGroupsAsync(person, groups, cancellationToken);
        foreach (var group in groups)
        {
            await leavers.LeaveGroupAsync(person, group, cancellationToken);
        }

        if (undenied is not null)
        {
            throw undenied;
        }

        await quarantines.CompleteAsync(person, cancellationToken);
    }
}
