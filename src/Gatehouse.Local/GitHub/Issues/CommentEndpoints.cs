using Gatehouse.Local.GitHub.Apps;
using Gatehouse.Local.GitHub.Pulls;
using Gatehouse.Local.GitHub.Repositories;

namespace Gatehouse.Local.GitHub.Issues;

/// <summary>Comments on pull requests, which GitHub calls issue comments.</summary>
public static class CommentEndpoints
{
    private const int LongestBody = 65536;

    public static void Map(GitHubRoutes routes, GitHubStandIn gitHub)
    {
        routes.Get("/issues/{number}/comments", "issues/list-comments", call => List(gitHub, call));
        routes.Post("/issues/{number}/comments", "issues/create-comment", call => Create(gitHub, call));
        routes.Get("/issues/comments/{id}", "issues/get-comment", call => Get(gitHub, call));
        routes.Patch("/issues/comments/{id}", "issues/update-comment", call => Update(gitHub, call));
        routes.Delete("/issues/comments/{id}", "issues/delete-comment", call => Delete(gitHub, call));
    }

    private static IEnumerable<object> List(GitHubStandIn gitHub, GitHubCall call)
    {
        var pull = gitHub.State.PullRequest(call.Number("number"));
        return call.Page(pull.Comments).Select(comment => Shape(gitHub, pull, comment));
    }

    private static object Create(GitHubStandIn gitHub, GitHubCall call)
    {
        var pull = gitHub.State.PullRequest(call.Number("number"));
        var comment = new Comment(gitHub.State.NextId(), call.Caller.Login, Body(call), gitHub.Now, gitHub.Now);
        pull.Comments.Add(comment);
        return Shape(gitHub, pull, comment);
    }

    private static object Get(GitHubStandIn gitHub, GitHubCall call)
    {
        var (pull, comment) = Find(gitHub, call);
        return Shape(gitHub, pull, comment);
    }

    private static object Update(GitHubStandIn gitHub, GitHubCall call)
    {
        var (pull, comment) = Find(gitHub, call);
        var edited = comment with { Body = Body(call), UpdatedAt = gitHub.Now };
        pull.Comments[pull.Comments.IndexOf(comment)] = edited;
        return Shape(gitHub, pull, edited);
    }

    private static object? Delete(GitHubStandIn gitHub, GitHubCall call)
    {
        var (pull, comment) = Find(gitHub, call);
        pull.Comments.Remove(comment);
        return null;
    }

    private static (PullRequest Pull, Comment Comment) Find(GitHubStandIn gitHub, GitHubCall call)
    {
        var id = call.Number("id");
        var found = gitHub.State.PullRequests.SelectMany(pull => pull.Comments.Select(comment => (pull, comment)));
        return found.FirstOrDefault(pair => pair.comment.Id == id) is { comment: not null } pair ? pair : throw GitHubRefusalException.NotFound();
    }

    private static string Body(GitHubCall call)
    {
        var body = call.Required("IssueComment", "body");
        return body.Length <= LongestBody ? body : throw GitHubRefusalException.Custom("IssueComment", "body is too long (maximum is 65536 characters)");
    }

    private static object Shape(GitHubStandIn gitHub, PullRequest pull, Comment comment) => new
    {
        url = $"{gitHub.Settings.RepositoryApi}/issues/comments/{comment.Id}",
        html_url = $"{PullRequestShape.Page(gitHub, pull)}#issuecomment-{comment.Id}",
        issue_url = $"{gitHub.Settings.RepositoryApi}/issues/{pull.Number}",
        id = comment.Id,
        node_id = $"IC_{comment.Id}",
        user = UserShape.Of(comment.Author),
        created_at = comment.CreatedAt,
        updated_at = comment.UpdatedAt,
        author_association = "MEMBER",
        body = comment.Body,
        // An app comments under its slug.
        performed_via_github_app = gitHub.State.App is { } app && comment.Author == $"{app.Slug}[bot]" ? AppEndpoints.App(app) : null,
    };
}
