using Gatehouse.Keys.Sweep;
using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Runtime;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Keys;

/// <summary>Joins the accounts of a sweep, lets the guard look at all of them together, and stores whom to look at for the Map.</summary>
public sealed partial class KeysPlanner(IKeysStore store, AllowedKeys allowed, Settings settings, TimeProvider clock, ILogger<KeysPlanner> log)
{
    public async Task<KeysSummary> PlanAsync(RunId run, CancellationToken cancellationToken)
    {
        var accounts = await store.AccountsAsync(run, cancellationToken);
        var assessed = new List<AccountAssessed>();
        foreach (var account in accounts)
        {
            if (await store.AssessedAsync(run, account, cancellationToken) is { } one)
            {
                assessed.Add(one);
            }
        }

        var rule = KeyRule.Of(settings);
        var plan = new KeysPlan(run.Name, rule, await store.RegisterAsync(run, cancellationToken), assessed, assessed.Count == accounts.Count, clock.GetUtcNow());
        var (found, verdict) = plan.Judge(await allowed.AllAsync(cancellationToken));
        if (rule.Acts && verdict.Waiting.Count > 0)
        {
            await allowed.AskAsync(run.Name, verdict.Waiting, cancellationToken);
        }

        var (bucket, key) = await store.WriteAsync(run, found, cancellationToken);
        Log.Planned(log, found.People.Count, found.People.Sum(person => person.MayDeactivate.Count), verdict.Waiting.Count, found.Findings.Count);
        return new KeysSummary(bucket, key, found.People.Count);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{People} people are to be looked at; {Due} keys may be made inactive, {Waiting} wait for a person; {Findings} things are only named.")]
        public static partial void Planned(ILogger log, int people, int due, int waiting, int findings);
    }
}
