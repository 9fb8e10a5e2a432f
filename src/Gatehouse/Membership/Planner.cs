using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Register;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Membership;

/// <summary>Reads the register at the head of the protected branch and the account as it stands, lets the plan decide and the guard refuse, and stores the result for the Map.</summary>
public sealed partial class Planner(
    IRegisterSource source, IAccount account, AppliedRegister applied, Circumstances circumstances, MergeHistory history, AskedResets resets, WaitingRefusals waiting,
    Attributor attributor, Allowances allowances, Reviewed reviewed, PasswordDrift passwordDrift, IPlanStore plans, ILogger<Planner> log)
{
    /// <inheritdoc cref="DecideAsync"/>
    public async Task<PlanSummary> PlanAsync(RunId run, RunInput input, CancellationToken cancellationToken)
    {
        var plan = await DecideAsync(run.Name, input, cancellationToken);
        var stored = await plans.WriteAsync(plan, cancellationToken);
        Log.Planned(log, stored.Changes, plan.Refused.Count, plan.Findings.Count, plan.Head);
        return new PlanSummary(stored.Bucket, stored.Key, stored.Changes, await SignInAsync(run, stored.Changes, cancellationToken), input.Delivery ?? input.Trigger);
    }

    /// <summary>Decides and writes nothing: what a dry run shows.</summary>
    /// <exception cref="RegisterUnreadableException">The register cannot be read; nothing is applied.</exception>
    /// <exception cref="PlanRefusedException">The guard refuses the whole plan; nothing is applied.</exception>
    public async Task<RunPlan> DecideAsync(string run, RunInput input, CancellationToken cancellationToken)
    {
        var head = await source.ReadAsync(await source.HeadAsync(cancellationToken), cancellationToken);
        var before = await applied.ReadAsync(head, cancellationToken);
        var merges = await history.SinceAsync(head.Sha, before.Commit, cancellationToken);
        var waits = await waiting.WaitingAsync(cancellationToken);
        var known = await circumstances.ReadAsync(before, waits.Keys, cancellationToken);
        // Before anything was applied every line is news, but an old reset is not asked for again.
        var asked = await resets.OfAsync(before.Commit is null ? [.. merges.Where(merge => merge.Commit == input.MergeCommit)] : merges, cancellationToken);

        var plan = MembershipPlan.Between(head.Register, before.Settings, known, asked);
        var credited = await attributor.CreditAsync(plan.Changes, head, merges, Remembered(waits, known), cancellationToken);
        var allowed = await allowances.OfAsync(credited, cancellationToken);
        var verdict = MembershipGuard.Judge(plan, head.Register, known, before.Judging, before.Settings.Adopt, allowed.Keys.ToHashSet());

        var because = credited.ToDictionary(planned => planned.Change.Key);
        return new RunPlan(
            run,
            head.Sha,
            [.. verdict.Allowed.Select(change => because[change.Key] with { Allowed = allowed.GetValueOrDefault(change.Person)?.By })],
            [.. verdict.Refused.Select(refusal => new PlannedRefusal(because[refusal.Change.Key], refusal.Rule, refusal.Why))],
            [.. plan.Findings.Where(finding => IsTold(finding, input)), .. await SeenAsync(credited, before.Commit is null ? [] : merges, known, input, cancellationToken)]);
    }

    private static Dictionary<string, Attribution> Remembered(IReadOnlyDictionary<string, Attribution> waits, Known known)
    {
        var remembered = waits.ToDictionary();
        foreach (var password in known.Passwords)
        {
            remembered[new ExpireFirstPassword(password.Person, password.Welcome, password.Mailed).Key] = password.Because;
        }

        return remembered;
    }

    /// <summary>What drifted is the schedule's to find: straight after another merge, IAM may not yet show what that one did.</summary>
    private static bool IsTold(Finding finding, RunInput input) => input.Trigger == RunInput.Schedule || finding.Kind is FindingKind.Held or FindingKind.UnknownReset;

    private async Task<IReadOnlyList<Finding>> SeenAsync(
        IReadOnlyList<PlannedChange> credited, IReadOnlyList<Merge> merges, Known known, RunInput input, CancellationToken cancellationToken)
    {
        var fresh = credited.Where(planned => planned.Change is not (ExpireFirstPassword or DeleteUser or SendWelcome)).Select(planned => planned.Because).ToList();
        // One that changes nobody may have changed the settings that judge the next.
        foreach (var merge in merges.Take(Attributor.MostMerges).Where(merge => fresh.All(because => because.Commit != merge.Commit)).ToList())
        {
            fresh.Add(await attributor.OfCommitAsync(merge.Commit, cancellationToken));
        }

        var unreviewed = await reviewed.UnreviewedAsync(fresh, cancellationToken);
        return input.Trigger == RunInput.Schedule ? [.. await passwordDrift.FindAsync(known.Snapshot, cancellationToken), .. unreviewed] : unreviewed;
    }

    private async Task<string> SignInAsync(RunId run, int changes, CancellationToken cancellationToken) =>
        changes == 0 ? run.Account : await account.AliasAsync(cancellationToken) ?? run.Account;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The plan has {Changes} changes; the guard refused {Refused}; {Findings} things are only named. Read at {Head}.")]
        public static partial void Planned(ILogger log, int changes, int refused, int findings, string head);
    }
}
