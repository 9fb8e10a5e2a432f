using Gatehouse.Local.GitHub.Repositories;

namespace Gatehouse.Local.GitHub.Checks;

/// <summary>One verdict on a commit; the newest for each context counts.</summary>
public sealed record CommitStatus(
    long Id, string Sha, string State, string Context, string? Description, string? TargetUrl, string Creator, DateTimeOffset CreatedAt);

/// <summary>Commit statuses, which any token may write.</summary>
public static class CommitStatusEndpoints
{
    private const int LongestDescription = 140;
    private static readonly string[] States = ["error", "failure", "pending", "success"];

    public static void Map(GitHubRoutes routes, GitHubStandIn gitHub)
    {
        routes.Post("/statuses/{sha}", "repos/create-commit-status", call => Create(gitHub, call));
        routes.Get("/commits/{reference}/statuses", "repos/list-commit-statuses-for-ref", call =>
            call.Page([.. Of(gitHub, call).Reverse()]).Select(status => Shape(gitHub, status)));
        routes.Get("/commits/{reference}/status", "repos/get-combined-status-for-ref", call => Combined(gitHub, call));
    }

    private static object Create(GitHubStandIn gitHub, GitHubCall call)
    {
        var state = call.Required("Status", "state");
        if (!States.Contains(state))
            throw GitHubRefusalException.Invalid("Status", "state", "invalid");
        if (call.Text("description")?.Length > LongestDescription)
            throw GitHubRefusalException.Custom("Status", "description is too long (maximum is 140 characters)");
        var sha = CommitEndpoints.Require(gitHub, call.Route("sha"));
        var status = new CommitStatus(
            gitHub.State.NextId(), sha, state, call.Text("context") ?? "default", call.Text("description"), call.Text("target_url"), call.Caller.Login, gitHub.Now);
        gitHub.State.Statuses.Add(status);
        return Shape(gitHub, status);
    }

    private static IEnumerable<CommitStatus> Of(GitHubStandIn gitHub, GitHubCall call)
    {
        var sha = CommitEndpoints.Require(gitHub, call.Route("reference"));
        return gitHub.State.Statuses.Where(status => status.Sha == sha);
    }

    private static object Combined(GitHubStandIn gitHub, GitHubCall call)
    {
        var latest = Of(gitHub, call).GroupBy(status => status.Context).Select(context => context.Last()).ToList();
        var state = latest.Exists(status => status.State is "error" or "failure") ? "failure"
            : latest.Count > 0 && latest.TrueForAll(status => status.State == "success") ? "success" : "pending";
        return new
        {
            state,
            statuses = latest.Select(status => Shape(gitHub, status)),
            sha = CommitEndpoints.Require(gitHub, call.Route("reference")),
            total_count = latest.Count,
            repository = RepositoryShape.Of(gitHub),
        };
    }

    private static object Shape(GitHubStandIn gitHub, CommitStatus status) => new
    {
        url = $"{gitHub.Settings.RepositoryApi}/statuses/{status.Sha}",
        id = status.Id,
        node_id = $"SC_{status.Id}",
        state = status.State,
        description = status.Description,
        target_url = status.TargetUrl,
        context = status.Context,
        created_at = status.CreatedAt,
        updated_at = status.CreatedAt,
        creator = UserShape.Of(status.Creator),
    };
}
