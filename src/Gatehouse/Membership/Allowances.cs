using Gatehouse.GitHub;
using Gatehouse.Ledger;
using Gatehouse.Register;

namespace Gatehouse.Membership;

/// <summary>
/// Finds out whose removal a label allows. It counts for the merge of that very pull request: the removal is credited to it, its head is the
/// commit that the label was put on for, the label is still on, and the person is one whom the plan named then.
/// </summary>
public sealed class Allowances(IGitHub github, Approvals approvals)
{
    public async Task<IReadOnlyDictionary<UserName, Approval>> OfAsync(IEnumerable<PlannedChange> changes, CancellationToken cancellationToken)
    {
        var allowed = new Dictionary<UserName, Approval>();
        var removals = changes.Where(planned => planned.Change is QuarantineUser).ToLookup(planned => planned.Because.PullRequest, planned => planned.Change.Person);
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
        return pull.Merged && pull.Head == approval.Head && pull.Labels.Contains(RemovalGuard.Label) && !approval.By.Equals(pull.Author, StringComparison.OrdinalIgnoreCase);
    }
}
