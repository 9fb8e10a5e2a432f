using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Register;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Membership;

/// <summary>Reads the register at the head of the protected branch and the account as it stands, lets the plan decide and the guard refuse, and stores the result for the Map.</summary>
public sealed partial class Planner(
    IRegisterSource source, IAccount account, AppliedCommit applied, Welcomes welcomes, UnusedPasswords unused, Attributor attributor, IPlanStore plans, ILogger<Planner> log)
{
    /// <exception cref="RegisterUnreadableException">The register cannot be read; nothing is applied.</exception>
    /// <exception cref="PlanRefusedException">The guard refuses the whole plan; nothing is applied.</exception>
    public async Task<PlanSummary> PlanAsync(RunId run, RunInput input, CancellationToken cancellationToken)
    {
        var head = await source.ReadAsync(await source.HeadAsync(cancellationToken), cancellationToken);
        var appliedTo = await applied.FindAsync(cancellationToken);
        var settings = await source.ReadSettingsAsync(head.Sha, cancellationToken);
        var judging = await applied.FindJudgingAsync(cancellationToken) is { } before ? await source.ReadSettingsAsync(before, cancellationToken) : settings;

        var snapshot = await account.SnapshotAsync(cancellationToken);
        var plan = MembershipPlan.Between(head.Register, snapshot, await welcomes.OwedAsync(cancellationToken));
        var verdict = MembershipGuard.Judge(plan, head.Register, snapshot, judging, settings.Adopt);

        var credited = await attributor.CreditAsync(
            [.. verdict.Allowed, .. verdict.Refused.Select(refusal => refusal.Change)], head, appliedTo, cancellationToken);
        var stored = await plans.WriteAsync(RunPlanOf(run, head, verdict, credited, await unused.OverdueAsync(cancellationToken)), cancellationToken);
        Log.Planned(log, stored.Changes, verdict.Refused.Count, plan.Leavers.Count, head.Sha);
        return new PlanSummary(stored.Bucket, stored.Key, stored.Changes, await SignInAsync(run, stored.Changes, cancellationToken), input.Delivery ?? input.Trigger);
    }

    private static RunPlan RunPlanOf(RunId run, RegisterAt head, Verdict verdict, IReadOnlyList<PlannedChange> credited, IReadOnlyList<PlannedChange> expiries) => new(
        run.Name,
        head.Sha,
        [.. credited.Take(verdict.Allowed.Count), .. expiries],
        [.. verdict.Refused.Zip(credited.Skip(verdict.Allowed.Count), (refusal, planned) => new PlannedRefusal(planned, refusal.Rule, refusal.Why))],
        []);

    private async Task<string> SignInAsync(RunId run, int changes, CancellationToken cancellationToken) =>
        changes == 0 ? run.Account : await account.AliasAsync(cancellationToken) ?? run.Account;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The plan has {Changes} changes; the guard refused {Refused}; {Leavers} managed users are not in the register. Read at {Head}.")]
        public static partial void Planned(ILogger log, int changes, int refused, int leavers, string head);
    }
}
