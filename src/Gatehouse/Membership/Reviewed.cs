using Gatehouse.GitHub;

namespace Gatehouse.Membership;

/// <summary>
/// Names what reached the protected branch without a reviewed pull request. It stops nothing: protecting the branch is GitHub's part.
/// <list type="table">
/// <listheader><term>a change is credited to</term><description>named</description></listheader>
/// <item><term>a pull request that somebody other than its author approved</term><description>no</description></item>
/// <item><term>a pull request whose only approvals are its author's, were dismissed, or were followed by the same reviewer's request for changes</term><description>yes</description></item>
/// <item><term>no pull request, and the commit came with one (the change is older than it)</term><description>no</description></item>
/// <item><term>no pull request, and neither did the commit</term><description>yes</description></item>
/// <item><term>somebody's hand</term><description>no: it did not come by the branch</description></item>
/// </list>
/// </summary>
public sealed class Reviewed(IGitHub github, IReviews reviews)
{
    /// <summary>Asks GitHub once for each pull request, and once for each commit that is credited to none.</summary>
    public async Task<IReadOnlyList<Finding>> UnreviewedAsync(IEnumerable<Attribution> attributions, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        foreach (var because in attributions.DistinctBy(one => (one.PullRequest, one.PullRequest is null ? one.Commit : null)))
        {
            if (await UnreviewedAsync(because, cancellationToken) is { } finding)
            {
                findings.Add(finding);
            }
        }

        return [.. findings.OrderBy(finding => finding.Key, StringComparer.Ordinal)];
    }

    /// <summary>Whether somebody other than the author approves: the newest verdict of each reviewer counts, and a mere comment is none.</summary>
    public static bool IsApproved(IEnumerable<Review> reviews, string? author) => reviews
        .Where(review => review.By is not null && review.State is "APPROVED" or "CHANGES_REQUESTED" or "DISMISSED")
        .GroupBy(review => review.By, StringComparer.OrdinalIgnoreCase)
        .Any(mine => !mine.Key!.Equals(author, StringComparison.OrdinalIgnoreCase) && mine.Last().State == "APPROVED");

    private async Task<Finding?> UnreviewedAsync(Attribution because, CancellationToken cancellationToken)
    {
        if (because.PullRequest is { } number)
        {
            return IsApproved(await reviews.ReviewsAsync(number, cancellationToken), because.RequestedBy)
                ? null
                : new Finding(FindingKind.Unreviewed, $"#{number}", $"by {because.RequestedBy ?? "an account that is gone"} was merged by {because.MergedBy ?? "an account that is gone"} and approved by nobody else");
        }

        return because.Commit is { } commit && !(await github.PullRequestsOfCommitAsync(commit, cancellationToken)).Any(pull => pull.Merged)
            ? new Finding(FindingKind.Unreviewed, commit, "was pushed without a pull request")
            : null;
    }
}
