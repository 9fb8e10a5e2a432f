using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Register;
using Gatehouse.Runtime;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Keys.Leaks;

/// <summary>
/// Stops one leaked key: that it is stopped, and when, is written down; then it is made inactive, the sessions that were made with it are cut, and what became of them is
/// written down too. It is never deleted: it is evidence. Broken off anywhere and done again, it is the same stop, of the same moment, and is told as such.
/// <list type="table">
/// <listheader><term>whose it is, in this order</term><description>what is done</description></listheader>
/// <item><term>AWS knows no such key; a session's; an account's that is not watched</term><description>nothing</description></item>
/// <item><term>deleted; of the root user</term><description>nothing</description></item>
/// <item><term>of a user who is not ours; of a machine user that the register does not list</term><description>remembered as leaked, so that each sweep names it while it is active</description></item>
/// <item><term>of a protected machine user, unless <c>leakCutsProtected</c></term><description>the same</description></item>
/// <item><term>of a person, or of any other machine user, and active</term><description>remembered as leaked, inactive, sessions cut</description></item>
/// <item><term>the same, and inactive</term><description>remembered as leaked; sessions cut, unless they are known to be</description></item>
/// </list>
/// </summary>
public sealed partial class LeakStop(IKeyAccounts accounts, LeakMachines machines, KeyRecords records, Audit audit, Settings settings, TimeProvider clock, ILogger<LeakStop> log)
{
    /// <param name="run">Which run does it.</param>
    /// <param name="id">The key.</param>
    /// <param name="account">Where it is, as far as somebody said so.</param>
    /// <param name="place">Where it was found.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    public async Task<LeakedKey> StopAsync(RunId run, AccessKeyId id, string? account, LeakPlace place, CancellationToken cancellationToken)
    {
        var leaked = new LeakedKey(id, place, LeakEnd.Unknown) { Account = account ?? await accounts.AccountOfAsync(id, cancellationToken) };
        if (leaked.Account is not { } where)
        {
            return leaked;
        }

        if (id.IsTemporary)
        {
            return leaked with { End = LeakEnd.Temporary };
        }

        try
        {
            return await InAsync(await accounts.EnterAsync(where, KeyPurpose.Cut, cancellationToken), run, leaked, cancellationToken);
        }
        catch (AccountNotWatchedException)
        {
            return leaked with { End = LeakEnd.NotWatched };
        }
    }

    private async Task<LeakedKey> InAsync(KeyAccount account, RunId run, LeakedKey leaked, CancellationToken cancellationToken)
    {
        if (await account.Keys.UseOfAsync(leaked.Id, cancellationToken) is not { } use)
        {
            return leaked with { End = LeakEnd.Gone };
        }

        if (use.User is null || await account.Owners.FindAsync(use.User, cancellationToken) is not { } owner)
        {
            return leaked with { Use = use, End = LeakEnd.OfRoot };
        }

        var machine = owner.Kind is KeyOwnerKind.Machine ? await machines.FindAsync(account.Number, owner.Name, cancellationToken) : null;
        leaked = leaked with { Use = use, User = owner.Name, Machine = machine };
        if ((await account.Keys.OfAsync(owner.Name, cancellationToken)).FirstOrDefault(one => one.Id == leaked.Id) is not { } key)
        {
            return leaked with { End = LeakEnd.Gone };
        }

        var record = (await records.OfUserAsync(account.Number, owner.Name, cancellationToken)).FirstOrDefault(one => one.Key == key.Id) ?? new KeyRecord(account.Number, owner.Name, key.Id, key.Created);
        leaked = Spared(owner.Kind, machine) is { } end && (key.Active || end is not LeakEnd.Protected)
            ? leaked with { End = end, Since = await RememberAsync(record, cancellationToken) }
            : key.Active || record.IsStopUnfinished
                ? await CutAsync(account, run, leaked, record, cancellationToken)
                : await FindInactiveAsync(account, leaked, record, cancellationToken);
        if (leaked.End is not (LeakEnd.Stopped or LeakEnd.Gone))
        {
            await audit.RecordAsync(LeakTrail.Entry(run, leaked, clock.GetUtcNow()), cancellationToken);
        }

        Log.Looked(log, key.Id, owner.Name, account.Number, leaked.End);
        return leaked;
    }

    /// <summary>Why the key is left active; null where it is stopped.</summary>
    private LeakEnd? Spared(KeyOwnerKind kind, MachineUser? machine) => kind switch
    {
        KeyOwnerKind.Unmanaged => LeakEnd.NotOurs,
        KeyOwnerKind.Machine when machine is null => LeakEnd.NotListed,
        _ => machine is { Protected: true } && !settings.LeakCutsProtected ? LeakEnd.Protected : null,
    };

    /// <summary>Stops it, or finishes the stop that was broken off: of that one the moment stays.</summary>
    private async Task<LeakedKey> CutAsync(KeyAccount account, RunId run, LeakedKey leaked, KeyRecord record, CancellationToken cancellationToken)
    {
        var at = record.IsStopUnfinished ? record.LeakStopped!.Value : await records.StoppingLeakAsync(record, clock.GetUtcNow(), cancellationToken);
        if (!await account.Keys.DeactivateAsync(record.User, record.Key, cancellationToken))
        {
            return leaked with { End = LeakEnd.Gone };
        }

        var goOn = await CutSessionsAsync(account, record.User, cancellationToken);
        leaked = leaked with { End = LeakEnd.Stopped, Since = at, StoppedAt = at, SessionsGoOn = goOn };
        // The trail comes before the end of the stop: whatever is broken off before that is done again.
        await audit.RecordAsync(LeakTrail.Entry(run, leaked, clock.GetUtcNow()), cancellationToken);
        await records.SessionsAsync(record, goOn, clock.GetUtcNow(), cancellationToken);
        return leaked;
    }

    /// <summary>Sessions live on when their key does not. Once they are known to be cut, those that were made since are another key's.</summary>
    private async Task<LeakedKey> FindInactiveAsync(KeyAccount account, LeakedKey leaked, KeyRecord record, CancellationToken cancellationToken)
    {
        leaked = leaked with { End = LeakEnd.Inactive, Since = record.LeakStopped ?? await RememberAsync(record, cancellationToken), StoppedAt = record.LeakStopped };
        if (record.SessionsCut is not null)
        {
            return leaked;
        }

        var goOn = await CutSessionsAsync(account, record.User, cancellationToken);
        await records.SessionsAsync(record, goOn, clock.GetUtcNow(), cancellationToken);
        return leaked with { SessionsGoOn = goOn };
    }

    /// <returns>Since when it is known to have leaked.</returns>
    private async Task<DateTimeOffset> RememberAsync(KeyRecord record, CancellationToken cancellationToken) =>
        record.Leaked ?? await records.LeakedAsync(record, clock.GetUtcNow(), cancellationToken);

    /// <returns>Why they go on; null where they are cut.</returns>
    private async Task<string?> CutSessionsAsync(KeyAccount account, UserName user, CancellationToken cancellationToken)
    {
        try
        {
            await account.Sessions.CutAsync(user, clock.GetUtcNow(), cancellationToken);
            return null;
        }
        catch (NoRoomToDenyException full)
        {
            // People are told what to do; the next word of the leak tries again.
            return full.Message;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The leaked key {Key} of {User} in account {Account} ends {End}.")]
        public static partial void Looked(ILogger log, AccessKeyId key, UserName user, string account, LeakEnd end);
    }
}
