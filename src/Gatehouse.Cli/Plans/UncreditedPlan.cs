using Gatehouse.Aws;
using Gatehouse.Cli.Deployments;
using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Register;

namespace Gatehouse.Cli.Plans;

/// <summary>
/// Decides what a run would do if what a source holds were the head of the protected branch: a folder that nobody has merged, say. Nothing is
/// credited to a merge, and so no label allows a removal.
/// </summary>
internal sealed class UncreditedPlan(Deployment deployment, IRegisterSource source)
{
    private const string Merge = "not merged yet";

    /// <param name="name">What is read, for what is shown.</param>
    /// <param name="withoutLedger">Whether it is decided as before the first run: nothing is remembered, and the source's own settings judge.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    public async Task<DryRun> DecideAsync(string name, bool withoutLedger, CancellationToken cancellationToken)
    {
        var head = await source.HeadAsync(cancellationToken);
        var register = (await source.ReadAsync(head, cancellationToken)).Register;
        var settings = await source.ReadSettingsAsync(head, cancellationToken);
        var resets = await source.ReadResetsAsync(head, cancellationToken);
        var basis = withoutLedger ? await WithoutLedgerAsync(settings, cancellationToken) : await RememberedAsync(resets, cancellationToken);

        var plan = MembershipPlan.Between(register, settings, basis.Known, basis.Asked);
        var verdict = MembershipGuard.Judge(plan, register, basis.Known, basis.Judging, settings.Adopt);
        return new DryRun(
            name,
            head == FolderSource.Uncommitted ? null : head,
            [.. verdict.Allowed.Select(Uncredited)],
            [.. verdict.Refused.Select(refusal => new PlannedRefusal(Uncredited(refusal.Change), refusal.Rule, refusal.Why))],
            plan.Findings);
    }

    private static PlannedChange Uncredited(MembershipChange change) => new(change, Attribution.None);

    private async Task<Basis> RememberedAsync(ResetFiles resets, CancellationToken cancellationToken)
    {
        var repository = deployment.Room<IRegisterSource>();
        var head = await repository.ReadAsync(await repository.HeadAsync(cancellationToken), cancellationToken);
        var before = await deployment.Room<AppliedRegister>().ReadAsync(head, cancellationToken);
        var waiting = await deployment.Room<WaitingRefusals>().WaitingAsync(cancellationToken);
        var known = await deployment.Room<Circumstances>().ReadAsync(before, waiting.Keys, cancellationToken);
        var added = resets.Since(await repository.ReadResetsAsync(head.Sha, cancellationToken));
        return new Basis(known, before.Settings, [.. AskedReset.Of(added, Merge)]);
    }

    private async Task<Basis> WithoutLedgerAsync(RegisterSettings settings, CancellationToken cancellationToken)
    {
        var snapshot = await deployment.Room<IAccount>().SnapshotAsync(cancellationToken);
        return new Basis(new Known(snapshot, deployment.Clock.GetUtcNow(), deployment.Settings.GraceDays) { Givable = deployment.Settings.Groups }, settings, []);
    }

    /// <summary>What it is decided from beside the source.</summary>
    private sealed record Basis(Known Known, RegisterSettings Judging, IReadOnlyList<AskedReset> Asked);
}
