using Gatehouse.Aws;
using Gatehouse.Ledger;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Membership;

/// <summary>Does one change. Decides nothing; every step is safe to do twice, and a welcome is promised before the user it is for exists.</summary>
public sealed partial class MembershipApply(
    IAccount account, Welcomes welcomes, UnusedPasswords unused, Audit audit, TimeProvider clock, ILogger<MembershipApply> log)
{
    /// <returns>Whether a welcome is to follow.</returns>
    public async Task<bool> ApplyAsync(RunId run, PlannedChange planned, CancellationToken cancellationToken)
    {
        var welcome = planned.WelcomeIn(run);
        switch (planned.Change)
        {
            case CreateUser create:
                await welcomes.OweAsync(run, planned, welcome!, cancellationToken);
                if (!await account.CreateAsync(create.Person, planned.Because, cancellationToken) && create.Owed is null)
                {
                    await welcomes.WithdrawAsync(welcome!, cancellationToken);
                    welcome = null;
                }

                await JoinAsync(create, create.Groups, cancellationToken);
                break;
            case AdoptUser adopt:
                if (adopt.Owed is { } owed)
                {
                    // First: once the user is ours, a run would send it.
                    await welcomes.WithdrawAsync(owed, cancellationToken);
                }

                await account.AdoptAsync(adopt.Person, planned.Because, cancellationToken);
                await JoinAsync(adopt, adopt.Groups, cancellationToken);
                await LeaveAsync(adopt, adopt.Leaves, cancellationToken);
                break;
            case AddToGroup add:
                await account.AddToGroupAsync(add.Person, add.Group, cancellationToken);
                break;
            case RemoveFromGroup remove:
                await account.RemoveFromGroupAsync(remove.Person, remove.Group, cancellationToken);
                break;
            case SendWelcome:
                return true;
            case ExpireFirstPassword expire:
                await ExpireAsync(run, planned, expire, cancellationToken);
                return false;
            default:
                throw new UnknownChangeException(planned.Change);
        }

        await RecordAsync(run, planned, cancellationToken);
        return welcome is not null;
    }

    private async Task RecordAsync(RunId run, PlannedChange planned, CancellationToken cancellationToken)
    {
        await audit.RecordAsync(AuditEntry.Of(run, planned, Outcome.Applied, clock.GetUtcNow()), cancellationToken);
        Log.Applied(log, planned.Change.What);
    }

    private async Task ExpireAsync(RunId run, PlannedChange planned, ExpireFirstPassword expire, CancellationToken cancellationToken)
    {
        if (await account.RemoveUnusedPasswordAsync(expire.Person, expire.Mailed, cancellationToken))
        {
            await RecordAsync(run, planned, cancellationToken);
        }

        // Last, so that a replay after an interruption does what is left.
        await unused.LookedAtAsync(expire.Welcome, cancellationToken);
    }

    private async Task JoinAsync(MembershipChange change, IReadOnlyList<string> groups, CancellationToken cancellationToken)
    {
        foreach (var group in groups)
        {
            await account.AddToGroupAsync(change.Person, group, cancellationToken);
        }
    }

    private async Task LeaveAsync(MembershipChange change, IReadOnlyList<string> groups, CancellationToken cancellationToken)
    {
        foreach (var group in groups)
        {
            await account.RemoveFromGroupAsync(change.Person, group, cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Applied: {What}.")]
        public static partial void Applied(ILogger log, string what);
    }
}
