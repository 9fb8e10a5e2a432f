using Gatehouse.Ledger;
using Gatehouse.Register;

namespace Gatehouse.Membership.Leavers;

/// <summary>Quarantines, restores and deletes, and keeps the ledger's promises in step: nothing is mailed to who is out, and who comes back is owed a password before anything is done.</summary>
public sealed class LeaverApply(
    QuarantineApply quarantine, RestoreApply restore, DeletionApply deletion, Welcomes welcomes, UnusedPasswords unused, Holds holds, ChangeTrail trail)
{
    public async Task<ChangeResult> QuarantineAsync(RunId run, PlannedChange planned, QuarantineUser leaver, CancellationToken cancellationToken)
    {
        await quarantine.ApplyAsync(leaver.Person, cancellationToken);
        foreach (var welcome in leaver.Open)
        {
            await welcomes.WithdrawAsync(welcome, cancellationToken);
            await unused.LookedAtAsync(welcome, cancellationToken);
        }

        if (leaver.AtOnce)
        {
            await deletion.ApplyAsync(leaver.Person, cancellationToken);
        }

        await trail.AppliedAsync(run, planned, cancellationToken);
        return ChangeResult.NoticeFollows;
    }

    public async Task<ChangeResult> RestoreAsync(RunId run, PlannedChange planned, RestoreUser back, CancellationToken cancellationToken)
    {
        await welcomes.OweAsync(run, planned, planned.WelcomeIn(run)!, cancellationToken);
        await unused.SupersedeAsync(back.Person, cancellationToken);
        if (await holds.FindAsync(back.Person, cancellationToken) is not null)
        {
            throw new HeldException(back.Person);
        }

        await restore.ApplyAsync(back.Person, back.Groups, cancellationToken);
        await trail.AppliedAsync(run, planned, cancellationToken);
        return ChangeResult.WelcomeFollows;
    }

    public async Task<ChangeResult> DeleteAsync(RunId run, PlannedChange planned, DeleteUser gone, CancellationToken cancellationToken)
    {
        await deletion.ApplyAsync(gone.Person, cancellationToken);
        // Whoever comes under this name one day is somebody new.
        await holds.ReleaseAsync(gone.Person, cancellationToken);
        await trail.AppliedAsync(run, planned, cancellationToken);
        return ChangeResult.NothingFollows;
    }
}

/// <summary>Somebody was revoked by hand after the plan was made: the hold is stronger.</summary>
public sealed class HeldException(UserName person) : Exception($"{person} was revoked by hand while the run was under way, and stays out until somebody restores them by hand.");
