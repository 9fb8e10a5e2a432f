using Gatehouse.Aws;
using Gatehouse.GitHub;
using Gatehouse.Keys;
using Gatehouse.Ledger;
using Gatehouse.Register;
using Gatehouse.Runtime;

namespace Gatehouse.Membership.Preview;

/// <summary>Makes the plan of a pull request that can be merged, with the evidence and the label's allowance, and keeps in S3 what is too long for a comment.</summary>
public sealed class PreviewMaker(PreviewPlanner planner, LabelApply labels, IEvidence evidence, IPreviewStore store, Settings settings, TimeProvider clock)
{
    /// <summary>Each costs four calls of IAM or more.</summary>
    private const int MostLookedUp = 50;

    /// <exception cref="RegisterUnreadableException">The register, as it would be, cannot be read.</exception>
    /// <exception cref="PlanRefusedException">The guard refuses the whole plan.</exception>
    public async Task<PreviewReport> MakeAsync(RunId run, PullRequest pull, LabelVerdict label, CancellationToken cancellationToken)
    {
        var approval = (label as LabelCounts)?.Recorded;
        var plan = await planner.PlanAsync(run.Account, pull, People(approval), cancellationToken);
        if (label is LabelCounts { Recorded: null } fresh && await labels.RecordAsync(pull, fresh, plan.Removed, cancellationToken) is { } recorded)
        {
            approval = recorded;
            plan = await planner.PlanAsync(run.Account, pull, People(recorded), cancellationToken);
        }

        var reading = new PreviewReading(pull, plan, await EvidenceAsync(pull, plan, cancellationToken), label, approval, settings.GraceDays, clock.GetUtcNow(), KeyRule.Of(settings)) { LeakCutsProtected = settings.LeakCutsProtected };
        var whole = PreviewText.Whole(reading);
        return whole.Text.Length <= PreviewText.MostCharacters ? whole : await CutAsync(run, reading, whole, cancellationToken);
    }

    private static HashSet<UserName> People(Approval? approval) => [.. approval?.People ?? []];

    private async Task<PreviewReport> CutAsync(RunId run, PreviewReading reading, PreviewReport whole, CancellationToken cancellationToken)
    {
        var link = await store.WriteAsync(reading.Pull.Number, reading.Pull.Head, whole.Text, cancellationToken);
        return PreviewText.Cut(reading, $"This is cut, because GitHub takes no longer comment. [The whole plan is in S3]({link}), for whoever may read the plan bucket in the account {run.Account}: ask those who operate Gatehouse.");
    }

    private async Task<IReadOnlyDictionary<UserName, Evidence?>?> EvidenceAsync(PullRequest pull, PreviewPlan plan, CancellationToken cancellationToken)
    {
        if (pull.Public || pull.FromFork)
        {
            return null;
        }

        var found = new Dictionary<UserName, Evidence?>();
        var people = plan.Refused.Select(refusal => refusal.Change).Concat(plan.Changes).Where(PreviewSections.TakesAway).Select(change => change.Person).Distinct();
        foreach (var person in people.Take(MostLookedUp))
        {
            found[person] = await evidence.OfAsync(person, cancellationToken);
        }

        return found;
    }
}
