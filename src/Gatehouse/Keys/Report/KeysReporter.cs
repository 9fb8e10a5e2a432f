using System.Collections.Concurrent;
using Amazon.Runtime;
using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Register;
using Gatehouse.Runtime;

namespace Gatehouse.Keys.Report;

/// <summary>Reads everyone's keys for a report: for each account its users, its credential report and the ledger, and with <c>live</c> what IAM lists now. Writes nothing.</summary>
public sealed class KeysReporter(IKeyAccounts accounts, KeyRecords records, KeyDays days, IRegisterSource register, Settings settings, TimeProvider clock)
{
    /// <summary>IAM throttles the whole account.</summary>
    private const int AtOnce = 5;

    /// <param name="live">Whether IAM is asked for the keys of everybody who has some, which costs a call for each of them.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    public async Task<EveryonesKeys> MakeAsync(bool live, CancellationToken cancellationToken)
    {
        var files = await KeyFilesReader.ReadAsync(register, await register.HeadAsync(cancellationToken), cancellationToken);
        var (now, rule) = (clock.GetUtcNow(), KeyRule.Of(settings));
        var (looked, keys) = (new List<ReportedAccount>(), new List<ReportedKey>());
        foreach (var number in settings.KeyAccounts.Prepend(settings.HomeAccount).Distinct())
        {
            var (account, seen) = await LookAsync(number, live, cancellationToken);
            looked.Add(account);
            keys.AddRange(seen is null ? [] : new ReportedKeys(seen, files, rule, settings.HomeAccount, now).All());
        }

        var trend = await days.SinceAsync(DateOnly.FromDateTime(now.UtcDateTime).AddDays(1 - EveryonesKeys.TrendDays), cancellationToken);
        return new EveryonesKeys(now, rule, looked, [.. keys.OrderBy(key => key.Next?.On ?? DateOnly.MaxValue).ThenByDescending(key => key.Age(now)).ThenBy(key => key.Account).ThenBy(key => key.User)], trend) { Problems = files.Problems };
    }

    /// <summary>Another account's failure is its own, and is told; without the base account there is no report.</summary>
    private async Task<(ReportedAccount Account, SeenAccount? Seen)> LookAsync(string number, bool live, CancellationToken cancellationToken)
    {
        try
        {
            var seen = await SeeAsync(number, live, cancellationToken);
            return (new ReportedAccount(number, seen.Report.Generated), seen);
        }
        catch (Exception refused) when (number != settings.HomeAccount && refused is AccountNotEnteredException or CredentialReportLateException or CredentialReportUnreadableException or AmazonServiceException)
        {
            return (new ReportedAccount(number, null, refused.Message), null);
        }
    }

    private async Task<SeenAccount> SeeAsync(string number, bool live, CancellationToken cancellationToken)
    {
        var account = await accounts.EnterAsync(number, cancellationToken);
        var (users, report, known) = (account.Users.SnapshotAsync(cancellationToken), account.Report.ReadAsync(cancellationToken), records.OfAccountAsync(number, cancellationToken));
        await Task.WhenAll(users, report, known);
        var seen = new SeenAccount(number, await users, await report, [.. (await known).Where(record => record.Gone is null)]);
        return live ? seen with { Live = await LiveAsync(account.Keys, seen.Report, cancellationToken) } : seen;
    }

    private static async Task<IReadOnlyDictionary<UserName, IReadOnlyList<LiveKey>>> LiveAsync(IAccessKeys keys, CredentialReport report, CancellationToken cancellationToken)
    {
        var found = new ConcurrentDictionary<UserName, IReadOnlyList<LiveKey>>();
        var rows = report.Rows.Where(row => !row.IsRoot && row.Keys.Count > 0);
        await Parallel.ForEachAsync(rows, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (row, cancellation) =>
        {
            var listed = new List<LiveKey>();
            foreach (var key in await keys.OfAsync(new UserName(row.User), cancellation))
            {
                // The report tells the use of a key that it knows; one made since then is asked for.
                var isKnown = SameKey.MadeAt(row.Keys, one => one.Created, key.Created) is not null;
                listed.Add(new LiveKey(key, isKnown ? null : Use(await keys.UseOfAsync(key.Id, cancellation))));
            }

            found[new UserName(row.User)] = listed;
        });
        return found;
    }

    private static ReportedUse? Use(KeyUse? use) => use?.At is { } at ? new ReportedUse(at, use.Service, use.Region) : null;
}
