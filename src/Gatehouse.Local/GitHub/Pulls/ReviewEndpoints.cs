using System.Text.Json.Nodes;
using Gatehouse.Local.GitHub.Repositories;

namespace Gatehouse.Local.GitHub.Pulls;

/// <summary>Reviews, and who is asked for one. Nobody approves their own pull request.</summary>
public static class ReviewEndpoints
{
    public static void Map(GitHubRoutes routes, GitHubStandIn gitHub)
    {
        routes.Get("/pulls/{number}/reviews", "pulls/list-reviews", call => List(gitHub, call));
        routes.Post("/pulls/{number}/reviews", "pulls/create-review", call => Create(gitHub, call), 200);
        routes.Get("/pulls/{number}/requested_reviewers", "pulls/list-requested-reviewers", call => Requested(Find(gitHub, call)));
        routes.Post("/pulls/{number}/requested_reviewers", "pulls/request-reviewers", call => Request(gitHub, call));
        routes.Delete("/pulls/{number}/requested_reviewers", "pulls/remove-requested-reviewers", call => Withdraw(gitHub, call), 200);
    }

    private static PullRequest Find(GitHubStandIn gitHub, GitHubCall call) => gitHub.State.PullRequest(call.Number("number"));

    private static IEnumerable<object> List(GitHubStandIn gitHub, GitHubCall call)
    {
        var pull = Find(gitHub, call);
        return call.Page(pull.Reviews).Select(review => Shape(gitHub, pull, review));
    }

    private static object Create(GitHubStandIn gitHub, GitHubCall call)
    {
        var pull = Find(gitHub, call);
        var state = call.Text("event") switch
        {
            "APPROVE" => "APPROVED",
            "REQUEST_CHANGES" => "CHANGES_REQUESTED",
            "COMMENT" => "COMMENTED",
            _ => throw GitHubRefusalException.Invalid("PullRequestReview", "event", "invalid"),
        };
        if (pull.Author == call.Caller.Login && state != "COMMENTED")
            throw new GitHubRefusalException(422, "Unprocessable Entity", "Review Can not approve your own pull request");
        var commit = call.Text("commit_id") ?? pull.HeadSha;
        var review = new Review(gitHub.State.NextId(), call.Caller.Login, state, call.Text("body") ?? "", commit, gitHub.Now);
        pull.Reviews.Add(review);
        pull.RequestedReviewers.Remove(review.Author);
        return Shape(gitHub, pull, review);
    }

    private static JsonObject Request(GitHubStandIn gitHub, GitHubCall call)
    {
        var pull = Find(gitHub, call);
        pull.RequestedReviewers = [.. pull.RequestedReviewers.Union(Reviewers(call))];
        return PullRequestShape.Whole(gitHub, pull);
    }

    private static JsonObject Withdraw(GitHubStandIn gitHub, GitHubCall call)
    {
        var pull = Find(gitHub, call);
        pull.RequestedReviewers = [.. pull.RequestedReviewers.Except(Reviewers(call))];
        return PullRequestShape.Whole(gitHub, pull);
    }

    private static IEnumerable<string> Reviewers(GitHubCall call) => (call.Fields["reviewers"] as JsonArray ?? []).Select(login => (string)login!);

    private static object Requested(PullRequest pull) =>
        new { users = pull.RequestedReviewers.Select(login => UserShape.Of(login)), teams = Array.Empty<object>() };

    private static object Shape(GitHubStandIn gitHub, PullRequest pull, Review review) => new
    {
        id = review.Id,
        node_id = $"PRR_{review.Id}",
        user = UserShape.Of(review.Author),
        body = review.Body,
        state = review.State,
        html_url = $"{PullRequestShape.Page(gitHub, pull)}#pullrequestreview-{review.Id}",
        pull_request_url = $"{gitHub.Settings.RepositoryApi}/pulls/{pull.Number}",
        author_association = "CONTRIBUTOR",
        submitted_at = review.SubmittedAt,
        commit_id = review.CommitId,
    };
}
