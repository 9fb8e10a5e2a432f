using Gatehouse.Local.GitHub.Checks;
using Gatehouse.Local.GitHub.Git;
using Gatehouse.Local.GitHub.Repositories;
using Gatehouse.Local.GitHub.Webhooks;

namespace Gatehouse.Local.GitHub.Pulls;

/// <summary>Merging: a merge commit, or all of it squashed into one; refused when closed, a draft, in conflict, moved on or unchecked.</summary>
public static class Merge
{
    public static object Do(GitHubStandIn gitHub, GitHubCall call)
    {
        var pull = gitHub.State.PullRequest(call.Number("number"));
        if (pull.State != "open" || pull.Draft)
            throw new GitHubRefusalException(405, pull.Draft ? "Pull Request is still a draft" : "Pull Request is not mergeable");
        if (call.Text("sha") is { } sha && sha != pull.HeadSha)
            throw new GitHubRefusalException(409, "Head branch was modified. Review and try the merge again.");
        RequireChecks(gitHub, pull);
        var into = gitHub.Git.Branch(pull.BaseBranch)!;
        var tree = gitHub.Git.MergedTree(into, pull.HeadSha) ?? throw new GitHubRefusalException(405, "Pull Request is not mergeable");
        var commit = Commit(gitHub, call, pull, into, tree);
        Finish(gitHub, pull, into, commit, call.Caller.Login);
        return new { sha = commit, merged = true, message = "Pull Request successfully merged" };
    }

    private static string Commit(GitHubStandIn gitHub, GitHubCall call, PullRequest pull, string into, string tree)
    {
        var method = call.Text("merge_method") ?? "merge";
        var byGitHub = new Signature("GitHub", "noreply@github.com", gitHub.Now);
        var (author, parents, title, message) = method switch
        {
            "merge" => (call.Caller.Login, new[] { into, pull.HeadSha }, $"Merge pull request #{pull.Number} from {gitHub.Settings.Owner}/{pull.HeadBranch}", pull.Title),
            "squash" => (pull.Author, [into], $"{pull.Title} (#{pull.Number})", ""),
            "rebase" => throw new GitHubRefusalException(405, "Rebase merges are not allowed on this repository."),
            _ => throw GitHubRefusalException.Invalid("PullRequest", "merge_method", "invalid"),
        };
        var text = $"{call.Text("commit_title") ?? title}\n\n{call.Text("commit_message") ?? message}".TrimEnd();
        return GitCommit.Write(gitHub.Git.Objects, tree, parents, FileCommit.NoReply(author, gitHub.Now), byGitHub, text);
    }

    private static void Finish(GitHubStandIn gitHub, PullRequest pull, string into, string commit, string login)
    {
        pull.State = "closed";
        pull.BaseSha = into;
        pull.MergeCommitSha = commit;
        pull.MergedBy = login;
        pull.ClosedAt = pull.MergedAt = pull.UpdatedAt = gitHub.Now;
        pull.Events.Add(new PullRequestEvent(gitHub.State.NextId(), "merged", login, gitHub.Now, commit));
        pull.Events.Add(new PullRequestEvent(gitHub.State.NextId(), "closed", login, gitHub.Now));
        BranchMove.Push(gitHub, pull.BaseBranch, into, commit, login);
        PullRequestPayload.Send(gitHub, pull, "closed", login);
    }

    private static void RequireChecks(GitHubStandIn gitHub, PullRequest pull)
    {
        foreach (var name in ProtectionShape.EnforcedChecks(gitHub.State, pull.BaseBranch))
        {
            if (!CommitChecks.Passed(gitHub.State, pull.HeadSha, name))
                throw new GitHubRefusalException(405, $"Required status check \"{name}\" is expected.");
        }
    }
}
