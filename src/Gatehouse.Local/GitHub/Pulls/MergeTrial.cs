using Gatehouse.Local.GitHub.Git;

namespace Gatehouse.Local.GitHub.Pulls;

/// <summary>GitHub's trial merge of an open pull request: whether it can be merged, and the commit that it would be.</summary>
public static class MergeTrial
{
    public static bool Run(GitHubStandIn gitHub, PullRequest pull)
    {
        var into = gitHub.Git.Branch(pull.BaseBranch)!;
        if (gitHub.Git.MergedTree(into, pull.HeadSha) is not { } tree)
        {
            pull.MergeCommitSha = null;
            return false;
        }

        var byGitHub = new Signature("GitHub", "noreply@github.com", pull.UpdatedAt);
        var message = $"Merge {pull.HeadSha} into {into}";
        pull.MergeCommitSha = GitCommit.Write(gitHub.Git.Objects, tree, [into, pull.HeadSha], byGitHub, byGitHub, message);
        return true;
    }
}
