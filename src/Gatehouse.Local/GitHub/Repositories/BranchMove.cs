using Gatehouse.Local.GitHub.Pulls;
using Gatehouse.Local.GitHub.Webhooks;

namespace Gatehouse.Local.GitHub.Repositories;

/// <summary>Everything that follows when a branch moves: the push is announced, and open pull requests from the branch follow it.</summary>
public static class BranchMove
{
    private const string Nothing = "0000000000000000000000000000000000000000";

    public static void Push(GitHubStandIn gitHub, string branch, string? before, string after, string login)
    {
        gitHub.Git.Move($"refs/heads/{branch}", before, after);
        gitHub.Webhooks.Send(gitHub, "push", null, PushPayload.Of(gitHub, branch, before ?? Nothing, after, login));
        var isForced = before is not null && !gitHub.Git.Contains(after, before);
        foreach (var pull in OpenFrom(gitHub, branch))
        {
            pull.HeadSha = after;
            pull.UpdatedAt = gitHub.Now;
            if (isForced)
                pull.Events.Add(new PullRequestEvent(gitHub.State.NextId(), "head_ref_force_pushed", login, gitHub.Now, after));
            PullRequestPayload.Send(gitHub, pull, "synchronize", login, new { before, after });
        }
    }

    /// <summary>Deletes a branch; GitHub closes the pull requests that came from it.</summary>
    public static void Delete(GitHubStandIn gitHub, string branch, string before, string login)
    {
        gitHub.Git.Delete($"refs/heads/{branch}");
        gitHub.Webhooks.Send(gitHub, "push", null, PushPayload.Of(gitHub, branch, before, Nothing, login));
        foreach (var pull in OpenFrom(gitHub, branch))
            PullRequestEndpoints.Close(gitHub, pull, login);
    }

    private static List<PullRequest> OpenFrom(GitHubStandIn gitHub, string branch) =>
        [.. gitHub.State.PullRequests.Where(pull => pull.State == "open" && pull.HeadBranch == branch)];
}
