namespace Gatehouse.GitHub;

/// <summary>Reads what GitHub asks of a change before it reaches a branch.</summary>
public interface IBranchProtection
{
    /// <summary>By rulesets, which anybody who sees the repository may read, or by the branch's own protection, which takes <c>Administration: read</c>; null for a branch without either.</summary>
    /// <exception cref="GitHubRefusedException">The branch's own protection may not be read.</exception>
    Task<BranchProtection?> FindAsync(string branch, CancellationToken cancellationToken);
}

/// <summary>What is asked of a change.</summary>
/// <param name="Approvals">How many must approve; 0 where a pull request is needed and no approval, null where none is needed at all.</param>
/// <param name="CodeOwners">Whether one of them must be a code owner.</param>
/// <param name="DismissesStale">Whether a push takes earlier approvals back.</param>
/// <param name="ForcePushes">Whether history may be rewritten.</param>
/// <param name="Checks">The checks that must have passed.</param>
/// <param name="BindsAdministrators">Whether administrators are bound too; null for rulesets, which do not show who may pass them by.</param>
public sealed record BranchProtection(int? Approvals, bool CodeOwners, bool DismissesStale, bool ForcePushes, IReadOnlyList<string> Checks, bool? BindsAdministrators);

/// <inheritdoc/>
public sealed class GitHubBranchProtection(GitHubApi api) : IBranchProtection
{
    public async Task<BranchProtection?> FindAsync(string branch, CancellationToken cancellationToken)
    {
        var name = Uri.EscapeDataString(branch);
        var rules = await api.PagesAsync($"{api.Root}/rules/branches/{name}?", GitHubJson.Default.ListRuleJson, rule => rule, int.MaxValue, cancellationToken);
        if (rules.Any(rule => rule.Type == "pull_request"))
        {
            return Of(rules);
        }

        try
        {
            return Of(await api.GetAsync($"{api.Root}/branches/{name}/protection", GitHubJson.Default.ProtectionJson, cancellationToken));
        }
        catch (GitHubRefusedException refused) when (refused.Status == 404 && refused.Message.Contains("Branch not protected", StringComparison.Ordinal))
        {
            // GitHub also says 404 to who may not look, in other words.
            return null;
        }
    }

    private static BranchProtection Of(IReadOnlyList<RuleJson> rules)
    {
        var asked = rules.Where(rule => rule.Type == "pull_request").Select(rule => rule.Parameters).OfType<RuleParametersJson>().ToList();
        return new(
            asked.Max(one => one.RequiredApprovingReviewCount) ?? 0,
            asked.Exists(one => one.RequireCodeOwnerReview is true),
            asked.Exists(one => one.DismissStaleReviewsOnPush is true),
            rules.All(rule => rule.Type != "non_fast_forward"),
            [.. rules.SelectMany(rule => rule.Parameters?.RequiredStatusChecks ?? []).Select(check => check.Context).Distinct()],
            BindsAdministrators: null);
    }

    private static BranchProtection Of(ProtectionJson protection) => new(
        protection.RequiredPullRequestReviews is { } asked ? asked.RequiredApprovingReviewCount ?? 0 : null,
        protection.RequiredPullRequestReviews?.RequireCodeOwnerReviews is true,
        protection.RequiredPullRequestReviews?.DismissStaleReviews is true,
        protection.AllowForcePushes?.Enabled is true,
        protection.RequiredStatusChecks?.Contexts ?? [],
        protection.EnforceAdmins?.Enabled is true);
}
