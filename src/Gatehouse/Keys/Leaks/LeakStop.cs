using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Register;
using Gatehouse.Runtime;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Keys.Leaks;

/// <summary>
/// Stops one leaked key: made inactive before anything else is done, then the sessions that were made with it, then the ledger. It is never deleted: it is evidence.
/// Done again, everything is as wanted.
/// <list type="table">
/// <listheader><term>whose it is, in this order</term><description>what is done</description></listheader>
/// <item><term>AWS knows no such key; a session's; an account's that is not watched</term><description>nothing</description></item>
/// <item><term>deleted; of the root user; of a user who is not ours; of a machine user that the register does not list</term><description>nothing</description></item>
/// <item><term>of a protected machine user, unless <c>leakCutsProtected</c></term><description>remembered as leaked, and nothing else</description></item>
/// <item><term>of a person, or of any other machine user</term><description>inactive, sessions cut, remembered as leaked</description></item>
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
            return await InAsync(await accounts.EnterAsync(where, cancellationToken), run, leaked, cancellationToken);
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

        leaked = leaked with { Use = use, User = owner.Name };
        if (owner.Kind is KeyOwnerKind.Unmanaged)
        {
            return leaked with { End = LeakEnd.NotOurs };
        }

        var machine = owner.Kind is KeyOwnerKind.Machine ? await machines.FindAsync(account.Number, owner.Name, cancellationToken) : null;
        if (owner.Kind is KeyOwnerKind.Machine && machine is null)
        {
            return leaked with { End = LeakEnd.NotListed };
        }

        return await CutAsync(account, run, leaked with { Machine = machine }, spared: machine is { Protected: true } && !settings.LeakCutsProtected, cancellationToken);
    }

    private async Task<LeakedKey> CutAsync(KeyAccount account, RunId run, LeakedKey leaked, bool spared, CancellationToken cancellationToken)
    {
        var user = leaked.User!;
        if ((await account.Keys.OfAsync(user, cancellationToken)).FirstOrDefault(key => key.Id == leaked.Id) is not { } key)
        {
            return leaked with { End = LeakEnd.Gone };
        }

        var cut = key.Active && !spared;
        if (cut && !await account.Keys.DeactivateAsync(user, key.Id, cancellationToken))
        {
            return leaked with { End = LeakEnd.Gone };
        }

        var now = clock.GetUtcNow();
        var sessionsGoOn = cut ? await CutSessionsAsync(account, user, now, cancellationToken) : null;
        var before = (await records.OfUserAsync(account.Number, user, cancellationToken)).FirstOrDefault(one => one.Key == key.Id);
        if (!key.Active && before?.Leaked is null)
        {
            // Sessions live on when their key does not. Once a leak is known they are cut, and those that were made since are another key's.
            sessionsGoOn = await CutSessionsAsync(account, user, now, cancellationToken);
        }

        var record = new KeyRecord(account.Number, user, key.Id, key.Created);
        await records.LeakedAsync(record, now, cancellationToken);
        if (cut)
        {
            await records.DeactivatedAsync(record, KeyCause.Leak, now, cancellationToken);
        }

        var end = cut ? LeakEnd.Stopped : key.Active ? LeakEnd.Protected : LeakEnd.Inactive;
        await audit.RecordAsync(Entry(run, leaked, end, sessionsGoOn, now), cancellationToken);
        Log.Looked(log, key.Id, user, account.Number, end);
        return leaked with
        {
            End = end,
            SessionsGoOn = sessionsGoOn,
            KnownBefore = before?.Leaked is not null,
            StoppedAt = cut ? now : before?.Cause is KeyCause.Leak ? before.Deactivated : null,
        };
    }

    /// <returns>Why they go on; null where they are cut.</returns>
    private static async Task<string?> CutSessionsAsync(KeyAccount account, UserName user, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            await account.Sessions.CutAsync(user, now, cancellationToken);
            return null;
        }
        catch (NoRoomToDenyException full)
        {
            // Trying again makes no room: people are told what to do.
            return full.Message;
        }
    }

    private static AuditEntry Entry(RunId run, LeakedKey leaked, LeakEnd end, string? sessionsGoOn, DateTimeOffset now) => new(
        run.Name,
        leaked.User!,
        $"{leaked.User!.Value.ToLowerInvariant()}#LeakedKey#{leaked.Id}",
        $"{(end is LeakEnd.Stopped ? "make the leaked access key" : end is LeakEnd.Protected ? "leave active, because the machine user is protected, the leaked access key" : "find inactive the leaked access key")} {leaked.Id} of account {leaked.Account}{(end is LeakEnd.Stopped ? " inactive" : "")}",
        end is LeakEnd.Stopped ? Outcome.Applied : Outcome.Seen,
        Attribution.None,
        now,
        sessionsGoOn is null ? $"found {leaked.Place.Words}" : $"found {leaked.Place.Words}; {sessionsGoOn}");

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The leaked key {Key} of {User} in account {Account} ends {End}.")]
        public static partial void Looked(ILogger log, AccessKeyId key, UserName user, string account, LeakEnd end);
    }
}
