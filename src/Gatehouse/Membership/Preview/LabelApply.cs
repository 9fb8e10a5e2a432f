using Gatehouse.GitHub;
using Gatehouse.Ledger;
using Gatehouse.Register;

namespace Gatehouse.Membership.Preview;

/// <summary>Reads what the label on a pull request is worth, records what it allows, and forgets what it no longer does.</summary>
public sealed class LabelApply(ITimeline timeline, Approvals approvals)
{
    /// <exception cref="LabelUnseenException">GitHub's timeline lags behind.</exception>
    public async Task<LabelVerdict> JudgeAsync(PullRequest pull, PreviewInput input, CancellationToken cancellationToken)
    {
        var isOn = pull.Labels.Contains(RemovalLabel.Name, StringComparer.OrdinalIgnoreCase);
        var events = isOn ? await timeline.EventsAsync(pull.Number, cancellationToken) : [];
        var recorded = await approvals.FindAsync(pull.Number, cancellationToken);
        var verdict = RemovalLabel.Judge(pull, input, events, recorded);
        if (verdict is LabelUnseen)
        {
            throw new LabelUnseenException(pull);
        }

        if (recorded is not null && verdict is not LabelCounts)
        {
            await approvals.ForgetAsync(pull.Number, cancellationToken);
        }

        return verdict;
    }

    /// <returns>What was recorded; null where there is nobody to allow.</returns>
    public async Task<Approval?> RecordAsync(PullRequest pull, LabelCounts label, IReadOnlyList<UserName> people, CancellationToken cancellationToken)
    {
        if (people.Count == 0)
        {
            return null;
        }

        var approval = new Approval(pull.Number, pull.Head, label.By, people, label.At);
        await approvals.RecordAsync(approval, cancellationToken);
        return approval;
    }
}

/// <summary>Not now: the label is on, and GitHub's timeline does not say yet who put it on.</summary>
public sealed class LabelUnseenException(PullRequest pull) : Exception($"GitHub does not say yet who put the label {RemovalLabel.Name} on {pull}. Take it off and put it on again if this lasts.");
