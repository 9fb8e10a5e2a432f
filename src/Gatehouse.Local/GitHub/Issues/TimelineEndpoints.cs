using Gatehouse.Local.GitHub.Pulls;
using Gatehouse.Local.GitHub.Repositories;

namespace Gatehouse.Local.GitHub.Issues;

/// <summary>What happened to a pull request, in order: commits, labels, comments, reviews, the merge and the closing.</summary>
public static class TimelineEndpoints
{
    public static void Map(GitHubRoutes routes, GitHubStandIn gitHub)
    {
        routes.Get("/issues/{number}/timeline", "issues/list-events-for-timeline", call =>
            call.Page([.. Timeline(gitHub, Find(gitHub, call)).OrderBy(entry => entry.At).Select(entry => entry.Shape)]));
        routes.Get("/issues/{number}/events", "issues/list-events", call =>
            call.Page([.. Find(gitHub, call).Events.Select(happened => Event(gitHub, happened))]));
    }

    private static PullRequest Find(GitHubStandIn gitHub, GitHubCall call) => gitHub.State.PullRequest(call.Number("number"));

    private static IEnumerable<(DateTimeOffset At, object Shape)> Timeline(GitHubStandIn gitHub, PullRequest pull) =>
    [
        .. PullRequestCommits.Names(gitHub, pull).Select(sha => Committed(gitHub, sha)),
        .. pull.Comments.Select(comment => (comment.CreatedAt, Commented(comment))),
        .. pull.Reviews.Select(review => (review.SubmittedAt, Reviewed(review))),
        .. pull.Events.Select(happened => (happened.At, Event(gitHub, happened))),
    ];

    private static (DateTimeOffset At, object Shape) Committed(GitHubStandIn gitHub, string sha)
    {
        var commit = gitHub.Git.Commit(sha);
        var author = new { name = commit.Author.Name, email = commit.Author.Email, date = commit.Author.At };
        var committer = new { name = commit.Committer.Name, email = commit.Committer.Email, date = commit.Committer.At };
        return (commit.Committer.At, new { @event = "committed", sha, url = CommitShape.Url(gitHub.Settings, sha), author, committer, message = commit.Message });
    }

    private static object Commented(Comment comment) => new
    {
        @event = "commented",
        id = comment.Id,
        user = UserShape.Of(comment.Author),
        actor = UserShape.Of(comment.Author),
        created_at = comment.CreatedAt,
        updated_at = comment.UpdatedAt,
        body = comment.Body,
    };

    private static object Reviewed(Review review) => new
    {
        @event = "reviewed",
        id = review.Id,
        user = UserShape.Of(review.Author),
        state = review.State.ToLowerInvariant(),
        body = review.Body,
        commit_id = review.CommitId,
        submitted_at = review.SubmittedAt,
    };

    private static Dictionary<string, object?> Event(GitHubStandIn gitHub, PullRequestEvent happened)
    {
        var shape = new Dictionary<string, object?>
        {
            ["id"] = happened.Id,
            ["node_id"] = $"E_{happened.Id}",
            ["url"] = $"{gitHub.Settings.RepositoryApi}/issues/events/{happened.Id}",
            ["actor"] = UserShape.Of(happened.Actor),
            ["event"] = happened.Event,
            ["commit_id"] = happened.Event is "merged" or "head_ref_force_pushed" ? happened.Detail : null,
            ["commit_url"] = happened.Event is "merged" or "head_ref_force_pushed" ? CommitShape.Url(gitHub.Settings, happened.Detail!) : null,
            ["created_at"] = happened.At,
        };
        if (happened.Event is "labeled" or "unlabeled")
            shape["label"] = new { name = happened.Detail, color = "ededed" };
        return shape;
    }
}
