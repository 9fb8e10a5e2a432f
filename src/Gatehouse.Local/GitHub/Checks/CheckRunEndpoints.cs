using System.Text.Json.Nodes;
using Gatehouse.Local.GitHub.Apps;
using Gatehouse.Local.GitHub.Repositories;

namespace Gatehouse.Local.GitHub.Checks;

/// <summary>An app's check on a commit.</summary>
public sealed record CheckRun(
    long Id, string Name, string HeadSha, string Status, string? Conclusion, string? DetailsUrl, string? ExternalId,
    DateTimeOffset StartedAt, DateTimeOffset? CompletedAt, CheckOutput Output, string App);

/// <summary>Check runs, which only an app may write.</summary>
public static class CheckRunEndpoints
{
    public static void Map(GitHubRoutes routes, GitHubStandIn gitHub)
    {
        routes.Post("/check-runs", "checks/create", call => Create(gitHub, call));
        routes.Get("/check-runs/{id}", "checks/get", call => Shape(gitHub, Find(gitHub, call)));
        routes.Get("/check-runs/{id}/annotations", "checks/list-annotations", call => call.Page(Find(gitHub, call).Output.Annotations));
        routes.Patch("/check-runs/{id}", "checks/update", call => Update(gitHub, call));
        routes.Get("/commits/{reference}/check-runs", "checks/list-for-ref", call => List(gitHub, call));
    }

    private static object Create(GitHubStandIn gitHub, GitHubCall call)
    {
        RequireApp(call);
        var sha = CommitEndpoints.Require(gitHub, call.Required("CheckRun", "head_sha"));
        var run = new CheckRun(
            gitHub.State.NextId(), call.Required("CheckRun", "name"), sha, "queued", null, null, null, gitHub.Now, null, new CheckOutput(), call.Caller.Login);
        gitHub.State.CheckRuns.Add(Changed(run, call, gitHub.Now));
        return Shape(gitHub, gitHub.State.CheckRuns[^1]);
    }

    private static object Update(GitHubStandIn gitHub, GitHubCall call)
    {
        RequireApp(call);
        var run = Find(gitHub, call);
        var changed = Changed(run, call, gitHub.Now);
        gitHub.State.CheckRuns[gitHub.State.CheckRuns.IndexOf(run)] = changed;
        return Shape(gitHub, changed);
    }

    private static CheckRun Changed(CheckRun run, GitHubCall call, DateTimeOffset now)
    {
        var conclusion = call.Text("conclusion") ?? run.Conclusion;
        var status = call.Text("conclusion") is null ? call.Text("status") ?? run.Status : "completed";
        if (status == "completed" && conclusion is null)
            throw GitHubRefusalException.Invalid("CheckRun", "conclusion", "missing_field");
        return run with
        {
            Status = status,
            Conclusion = conclusion,
            CompletedAt = status == "completed" ? run.CompletedAt ?? now : null,
            DetailsUrl = call.Text("details_url") ?? run.DetailsUrl,
            ExternalId = call.Text("external_id") ?? run.ExternalId,
            Output = call.Fields["output"] is JsonObject output ? run.Output.With(output) : run.Output,
        };
    }

    private static object List(GitHubStandIn gitHub, GitHubCall call)
    {
        var sha = CommitEndpoints.Require(gitHub, call.Route("reference"));
        var name = call.Query("check_name");
        var runs = gitHub.State.CheckRuns.Where(run => run.HeadSha == sha && (name is null || run.Name == name)).Reverse();
        if (call.Query("app_id") is { } app && app != gitHub.State.App?.Id)
            runs = [];
        if (call.Query("filter") is null or "latest")
            runs = runs.DistinctBy(run => run.Name);
        return Listed(gitHub, call, [.. runs]);
    }

    private static object Listed(GitHubStandIn gitHub, GitHubCall call, List<CheckRun> runs)
    {
        return new { total_count = runs.Count, check_runs = call.Page(runs).Select(run => Shape(gitHub, run)) };
    }

    private static CheckRun Find(GitHubStandIn gitHub, GitHubCall call)
    {
        var id = call.Number("id");
        return gitHub.State.CheckRuns.Find(run => run.Id == id) ?? throw GitHubRefusalException.NotFound();
    }

    private static void RequireApp(GitHubCall call)
    {
        if (call.Caller.Kind != CallerKind.Installation)
            throw new GitHubRefusalException(403, "You must authenticate via a GitHub App.");
    }

    private static object Shape(GitHubStandIn gitHub, CheckRun run) => new
    {
        id = run.Id,
        node_id = $"CR_{run.Id}",
        head_sha = run.HeadSha,
        external_id = run.ExternalId ?? "",
        url = $"{gitHub.Settings.RepositoryApi}/check-runs/{run.Id}",
        html_url = $"{gitHub.Settings.RepositoryWeb}/runs/{run.Id}",
        details_url = run.DetailsUrl,
        status = run.Status,
        conclusion = run.Conclusion,
        started_at = run.StartedAt,
        completed_at = run.CompletedAt,
        output = run.Output.Shape($"{gitHub.Settings.RepositoryApi}/check-runs/{run.Id}/annotations"),
        name = run.Name,
        app = gitHub.State.App is { } app ? AppEndpoints.App(app) : null,
        pull_requests = Array.Empty<object>(),
    };
}
