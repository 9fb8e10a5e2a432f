using Gatehouse.Ledger;
using Gatehouse.Membership.Leavers;

namespace Gatehouse.Membership;

/// <summary>Resets a password or the MFA devices, once for each line that a merge added, however many runs meet that line.</summary>
public sealed class ResetApply(Welcomes welcomes, UnusedPasswords unused, MfaResetApply devices, DoneResets done, ChangeTrail trail)
{
    /// <summary>Promises a new password: the welcome sets it and mails it.</summary>
    public async Task<ChangeResult> PasswordAsync(RunId run, PlannedChange planned, ResetPassword reset, CancellationToken cancellationToken)
    {
        var welcome = planned.WelcomeIn(run)!;
        if (await welcomes.FindAsync(welcome, cancellationToken) is { State: WelcomeState.Accepted or WelcomeState.Undeliverable })
        {
            return ChangeResult.NothingFollows;
        }

        await welcomes.OweAsync(run, planned, welcome, cancellationToken);
        await unused.SupersedeAsync(reset.Person, cancellationToken);
        await trail.AppliedAsync(run, planned, cancellationToken);
        return ChangeResult.WelcomeFollows;
    }

    /// <summary>Removes every MFA device. A later run never does it again: by then the person has added a new one.</summary>
    public async Task<ChangeResult> MfaAsync(RunId run, PlannedChange planned, ResetMfa reset, CancellationToken cancellationToken)
    {
        var doneIn = await done.FindRunAsync(reset, cancellationToken);
        if (doneIn is null)
        {
            await devices.ApplyAsync(reset.Person, cancellationToken);
            await done.RecordAsync(run, reset, cancellationToken);
        }
        else if (doneIn != run.Name)
        {
            return ChangeResult.NothingFollows;
        }

        await trail.AppliedAsync(run, planned, cancellationToken);
        return ChangeResult.NoticeFollows;
    }
}
