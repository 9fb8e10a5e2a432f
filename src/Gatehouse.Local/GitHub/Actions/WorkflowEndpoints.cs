using System.Globalization;

namespace Gatehouse.Local.GitHub.Actions;

/// <summary>Workflows that are asked for by hand, and their runs.</summary>
public static class WorkflowEndpoints
{
    public static void Map(GitHubRoutes routes, GitHubStandIn gitHub)
    {
        routes.Post("/actions/workflows/{file}/dispatches", "actions/create-workflow-dispatch", call => Dispatch(gitHub, call), 204);
        routes.Get("/actions/workflows/{file}/runs", "actions/list-workflow-runs", call => List(gitHub, call));
    }

    private static DeployRepository Repository(GitHubStandIn gitHub, GitHubCall call)
    {
        var repository = gitHub.Deploys(call);
        return call.Route("file") == repository.Workflow ? repository : throw GitHubRefusalException.NotFound();
    }

    private static object? Dispatch(GitHubStandIn gitHub, GitHubCall call)
    {
        var (repository, reference) = (Repository(gitHub, call), call.Required("Workflow", "ref"));
        if (reference != repository.Branch && reference != $"refs/heads/{repository.Branch}")
            throw new GitHubRefusalException(422, $"No ref found for: {reference}");
        gitHub.Jobs.Begin(repository, repository.Branch, call.Caller.Login);
        return null;
    }

    private static object List(GitHubStandIn gitHub, GitHubCall call)
    {
        var repository = Repository(gitHub, call);
        var runs = repository.Runs.Where(run => IsOf(call, run)).OrderByDescending(run => run.Id).ToList();
        return new { total_count = runs.Count, workflow_runs = call.Page(runs).Select(run => Shape(gitHub.Settings, repository, run)) };
    }

    private static bool IsOf(GitHubCall call, DeployRun run) =>
        call.Query("event") is null or "workflow_dispatch" && (call.Query("branch") ?? run.Branch) == run.Branch && IsSince(call.Query("created"), run.CreatedAt);

    /// <summary>Of GitHub's date ranges the one that is played is <c>&gt;=</c>.</summary>
    private static bool IsSince(string? range, DateTimeOffset created) => range is null
        || (range.StartsWith(">=", StringComparison.Ordinal) && DateTimeOffset.TryParse(range[2..], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var since)
            ? created >= since
            : throw new GitHubRefusalException(422, $"The range '{range}' of created is not played here: >=YYYY-MM-DDTHH:MM:SSZ is."));

    private static object Shape(GitHubSettings settings, DeployRepository repository, DeployRun run) => new
    {
        id = run.Id,
        name = repository.Workflow,
        path = $".github/workflows/{repository.Workflow}",
        head_branch = run.Branch,
        @event = "workflow_dispatch",
        status = run.Conclusion is null ? "in_progress" : "completed",
        conclusion = run.Conclusion,
        run_attempt = 1,
        created_at = run.CreatedAt,
        html_url = $"{settings.Web.GetLeftPart(UriPartial.Authority)}/{repository.Name}/actions/runs/{run.Id}",
        actor = new { login = run.Actor },
    };
}
