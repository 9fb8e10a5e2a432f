using Gatehouse.Aws;
using Gatehouse.Ledger;

namespace Gatehouse.Membership;

/// <summary>Makes, adopts and moves people. A welcome is promised before the user that it is for exists.</summary>
public sealed class JoinApply(IAccount account, Welcomes welcomes, Quarantines quarantines, ChangeTrail trail)
{
    public async Task<ChangeResult> CreateAsync(RunId run, PlannedChange planned, CreateUser create, CancellationToken cancellationToken)
    {
        if (create.Afresh)
        {
            await quarantines.CloseAsync(create.Person, cancellationToken);
        }

        var welcome = planned.WelcomeIn(run)!;
        await welcomes.OweAsync(run, planned, welcome, cancellationToken);
        var welcomed = await account.CreateAsync(create.Person, planned.Because, cancellationToken) || create.Owed is not null;
        if (!welcomed)
        {
            await welcomes.WithdrawAsync(welcome, cancellationToken);
        }

        await JoinAsync(create, create.Groups, cancellationToken);
        await trail.AppliedAsync(run, planned, cancellationToken);
        return welcomed ? ChangeResult.WelcomeFollows : ChangeResult.NothingFollows;
    }

    public async Task<ChangeResult> AdoptAsync(RunId run, PlannedChange planned, AdoptUser adopt, CancellationToken cancellationToken)
    {
        if (adopt.Owed is { } owed)
        {
            // First: once the user is ours, a run would send it.
            await welcomes.WithdrawAsync(owed, cancellationToken);
        }

        // An earlier user of this name may have left: as soon as this one is ours, a run would restore them.
        await quarantines.CloseAsync(adopt.Person, cancellationToken);
        await account.AdoptAsync(adopt.Person, planned.Because, cancellationToken);
        await JoinAsync(adopt, adopt.Groups, cancellationToken);
        foreach (var group in adopt.Leaves)
        {
            await account.RemoveFromGroupAsync(adopt.Person, group, cancellationToken);
        }

        await trail.AppliedAsync(run, planned, cancellationToken);
        return ChangeResult.NothingFollows;
    }

    public async Task<ChangeResult> AddAsync(RunId run, PlannedChange planned, AddToGroup add, CancellationToken cancellationToken)
    {
        await account.AddToGroupAsync(add.Person, add.Group, cancellationToken);
        await trail.AppliedAsync(run, planned, cancellationToken);
        return ChangeResult.NothingFollows;
    }

    public async Task<ChangeResult> RemoveAsync(RunId run, PlannedChange planned, RemoveFromGroup remove, CancellationToken cancellationToken)
    {
        await account.RemoveFromGroupAsync(remove.Person, remove.Group, cancellationToken);
        await trail.AppliedAsync(run, planned, cancellationToken);
        return ChangeResult.NothingFollows;
    }

    private async Task JoinAsync(MembershipChange change, IReadOnlyList<string> groups, CancellationToken cancellationToken)
    {
        foreach (var group in groups)
        {
            await account.AddToGroupAsync(change.Person, group, cancellationToken);
        }
    }
}
