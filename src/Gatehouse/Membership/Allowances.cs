using Gatehouse.GitHub;
using Gatehouse.Ledger;
using Gatehouse.Membership.Preview;
using Gatehouse.Register;

namespace Gatehouse.Membership;

/// <summary>
/// Finds out whose removal a label allows. It counts for the merge of that very pull request: the removal is credited to it, its head is the
/// commit that the label was put on for, that very labeling is the last that GitHub's timeline knows, and the person is one whom the plan named then.
/// </summary>
public sealed class Allowances(IGitHub github, ITimeline timeline, Approvals approvals)
{
    public async Task<IReadOnlyDictionary<UserName, Approval>> OfAsync(IEnumerable<PlannedChange> changes, CancellationToken cancellationToken)
    {
        var allowed = new Dictionary<UserName, Approval>();
        var removals = changes.Where(planned => planned.Change is QuarantineUser or RemoveFromGroup).ToLookup(planned => planned.Because.PullRequest, planned => planned.Change.Person);
        foreach (var removal in removals.Where(one => one.Key is not null))
        {
            if (await approvals.FindAsync(removal.Key!.Value, cancellationToken) is { } approval && await CountsAsync(approval, cancellationToken))
            {
                foreach (var person in removal.Where(approval.People.Contains))
                {
                    allowed[person] = approval;
                }
            }
        }

        return allowed;
    }

    private async Task<bool> CountsAsync(Approval approval, CancellationToken cancellationToken)
    {
        var pull = await github.PullRequestAsync(approval.PullRequest, cancellationToken);
        if (!pull.Merged || pull.Head != approval.Head || approval.By.Equals(pull.Author, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        // Taken off by one and put on again by another, the label is on; but it is no longer what was judged.
        return RemovalLabel.IsOf(approval, RemovalLabel.Last(await timeline.EventsAsync(approval.PullRequest, cancellationToken)));
    }
}
