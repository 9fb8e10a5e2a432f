using Gatehouse.Membership.Leavers;

namespace Gatehouse.Membership;

/// <summary>Does one change, by the room that knows its family. Decides nothing; every step is safe to do twice.</summary>
public sealed class MembershipApply(JoinApply joins, LeaverApply leavers, ResetApply resets, ExpiryApply expiries)
{
    /// <returns>Which mail is to follow.</returns>
    public Task<ChangeResult> ApplyAsync(RunId run, PlannedChange planned, CancellationToken cancellationToken) => planned.Change switch
    {
        CreateUser create => joins.CreateAsync(run, planned, create, cancellationToken),
        AdoptUser adopt => joins.AdoptAsync(run, planned, adopt, cancellationToken),
        AddToGroup add => joins.AddAsync(run, planned, add, cancellationToken),
        RemoveFromGroup remove => joins.RemoveAsync(run, planned, remove, cancellationToken),
        QuarantineUser leaver => leavers.QuarantineAsync(run, planned, leaver, cancellationToken),
        RestoreUser back => leavers.RestoreAsync(run, planned, back, cancellationToken),
        DeleteUser gone => leavers.DeleteAsync(run, planned, gone, cancellationToken),
        ResetPassword reset => resets.PasswordAsync(run, planned, reset, cancellationToken),
        ResetMfa reset => resets.MfaAsync(run, planned, reset, cancellationToken),
        ExpireFirstPassword expire => expiries.ApplyAsync(run, planned, expire, cancellationToken),
        SendWelcome => Task.FromResult(ChangeResult.WelcomeFollows),
        _ => throw new UnknownChangeException(planned.Change),
    };
}
