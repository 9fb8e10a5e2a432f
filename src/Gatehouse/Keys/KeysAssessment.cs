using Gatehouse.Aws;
using Gatehouse.Keys.Sweep;
using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Runtime;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Keys;

/// <summary>Looks over one account's keys by few calls, whatever the number of its users: pages of users with their tags, the credential report, the account's name, and one query of the ledger.</summary>
public sealed partial class KeysAssessment(IKeyAccounts accounts, KeyRecords records, IKeysStore store, Settings settings, TimeProvider clock, ILogger<KeysAssessment> log)
{
    public async Task AssessAsync(RunId run, string account, CancellationToken cancellationToken)
    {
        var (register, rule) = (await store.RegisterAsync(run, cancellationToken), KeyRule.Of(settings));
        var there = await accounts.EnterAsync(account, cancellationToken);
        var known = await records.OfAccountAsync(account, cancellationToken);
        var seen = new KeysSeen(account, await there.Users.SnapshotAsync(cancellationToken), await there.Report.ReadAsync(cancellationToken), known, clock.GetUtcNow())
        {
            Register = register,
            Rule = rule,
            IsBase = account == settings.HomeAccount,
            Unknown = await UnknownAsync(there, register, known, cancellationToken),
        };
        var index = new KeyIndex(seen);
        if (rule.Acts)
        {
            await ForgetAsync(index.Gone, cancellationToken);
        }

        var name = index.People.Count > 0 ? await there.Users.AliasAsync(cancellationToken) ?? account : account;
        var assessed = new AccountAssessed(
            account,
            [.. index.People.Select(person => person with { AccountName = name })],
            new KeyFindings(seen, index).All,
            index.Counts,
            [.. register.Exemptions.Select(exemption => exemption.User).OfType<Register.UserName>().Where(user => seen.Users.Find(user) is not null)]);
        await store.WriteAsync(run, assessed, cancellationToken);
        Log.Assessed(log, account, seen.Users.Users.Count, assessed.Counts.Active, assessed.People.Count);
    }

    /// <summary>
    /// A key that an exemption names, and of which the ledger knows nothing, is asked for: a call for each such key. Where there are other accounts, only an
    /// exemption that names this one says where its key must be.
    /// </summary>
    private async Task<IReadOnlyList<AccessKeyId>> UnknownAsync(KeyAccount there, KeyRegister register, IReadOnlyList<KeyRecord> known, CancellationToken cancellationToken)
    {
        var unknown = new List<AccessKeyId>();
        foreach (var key in register.Exemptions.Where(exemption => exemption.HoldsAt(clock.GetUtcNow()) && (exemption.Account ?? (settings.KeyAccounts.Count == 0 ? settings.HomeAccount : null)) == there.Number).Select(exemption => exemption.Key).OfType<AccessKeyId>())
        {
            if (known.All(record => record.Key != key) && await there.Keys.UseOfAsync(key, cancellationToken) is null)
            {
                unknown.Add(key);
            }
        }

        return unknown;
    }

    private async Task ForgetAsync(IEnumerable<KeyRecord> gone, CancellationToken cancellationToken)
    {
        foreach (var record in gone)
        {
            await records.ForgetAsync(record, cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Account {Account}: {Users} users, {Active} active keys that are watched, {People} people to look at.")]
        public static partial void Assessed(ILogger log, string account, int users, int active, int people);
    }
}
