using Gatehouse.Local.GitHub.Git;

namespace Gatehouse.Local.GitHub.Pulls;

/// <summary>What a pull request brings: its own commits, oldest first, and the files that differ from where it branched off.</summary>
public static class PullRequestCommits
{
    public static string[] Names(GitHubStandIn gitHub, PullRequest pull) =>
        gitHub.Git.History("--reverse", pull.HeadSha, $"^{pull.BaseSha}");

    public static IReadOnlyList<FileChange> Files(GitHubStandIn gitHub, PullRequest pull) =>
        gitHub.Git.Diff(gitHub.Git.MergeBase(pull.BaseSha, pull.HeadSha), pull.HeadSha);
}
