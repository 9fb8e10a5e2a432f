using System.Text.Json.Nodes;
using Gatehouse.Local.GitHub.Pulls;
using Gatehouse.Local.GitHub.Webhooks;

namespace Gatehouse.Local.GitHub.Issues;

/// <summary>Labels of a pull request. Who put one on, and when, is kept for the timeline.</summary>
public static class LabelEndpoints
{
    public static void Map(GitHubRoutes routes, GitHubStandIn gitHub)
    {
        routes.Get("/labels", "issues/list-labels-for-repo", call => call.Page([.. gitHub.State.Labels.Select(name => LabelShape.Of(gitHub.Settings, name))]));
        routes.Post("/labels", "issues/create-label", call => Create(gitHub, call));
        routes.Get("/issues/{number}", "issues/get", call => PullRequestShape.Summary(gitHub, Find(gitHub, call)));
        routes.Get("/issues/{number}/labels", "issues/list-labels-on-issue", call => call.Page([.. Shapes(gitHub, Find(gitHub, call))]));
        routes.Post("/issues/{number}/labels", "issues/add-labels", call => Add(gitHub, call), 200);
        routes.Put("/issues/{number}/labels", "issues/set-labels", call => Set(gitHub, call));
        routes.Delete("/issues/{number}/labels", "issues/remove-all-labels", call => RemoveAll(gitHub, call));
        routes.Delete("/issues/{number}/labels/{name}", "issues/remove-label", call => Remove(gitHub, call), 200);
    }

    private static PullRequest Find(GitHubStandIn gitHub, GitHubCall call) => gitHub.State.PullRequest(call.Number("number"));

    private static IEnumerable<object> Shapes(GitHubStandIn gitHub, PullRequest pull) => pull.Labels.Select(name => LabelShape.Of(gitHub.Settings, name));

    private static object Create(GitHubStandIn gitHub, GitHubCall call)
    {
        var name = call.Required("Label", "name");
        if (gitHub.State.Labels.Contains(name, StringComparer.OrdinalIgnoreCase))
            throw GitHubRefusalException.Invalid("Label", "name", "already_exists");
        gitHub.State.Labels.Add(name);
        return LabelShape.Of(gitHub.Settings, name);
    }

    private static IEnumerable<object> Add(GitHubStandIn gitHub, GitHubCall call)
    {
        var pull = Find(gitHub, call);
        foreach (var name in Names(call).Except(pull.Labels, StringComparer.OrdinalIgnoreCase).ToList())
        {
            if (!gitHub.State.Labels.Contains(name, StringComparer.OrdinalIgnoreCase))
                gitHub.State.Labels.Add(name);
            Change(gitHub, pull, "labeled", name, call.Caller.Login);
        }

        return Shapes(gitHub, pull);
    }

    private static IEnumerable<object> Set(GitHubStandIn gitHub, GitHubCall call)
    {
        var pull = Find(gitHub, call);
        foreach (var name in pull.Labels.Except(Names(call), StringComparer.OrdinalIgnoreCase).ToList())
            Change(gitHub, pull, "unlabeled", name, call.Caller.Login);
        return Add(gitHub, call);
    }

    private static object? RemoveAll(GitHubStandIn gitHub, GitHubCall call)
    {
        var pull = Find(gitHub, call);
        foreach (var name in pull.Labels.ToList())
            Change(gitHub, pull, "unlabeled", name, call.Caller.Login);
        return null;
    }

    private static IEnumerable<object> Remove(GitHubStandIn gitHub, GitHubCall call)
    {
        var pull = Find(gitHub, call);
        var name = pull.Labels.Find(label => label.Equals(call.Route("name"), StringComparison.OrdinalIgnoreCase))
            ?? throw GitHubRefusalException.NotFound("Label does not exist");
        Change(gitHub, pull, "unlabeled", name, call.Caller.Login);
        return Shapes(gitHub, pull);
    }

    private static void Change(GitHubStandIn gitHub, PullRequest pull, string action, string name, string login)
    {
        if (action == "labeled") pull.Labels.Add(name);
        else pull.Labels.Remove(name);
        pull.UpdatedAt = gitHub.Now;
        pull.Events.Add(new PullRequestEvent(gitHub.State.NextId(), action, login, gitHub.Now, name));
        PullRequestPayload.Send(gitHub, pull, action, login, new { label = LabelShape.Of(gitHub.Settings, name) });
    }

    // GitHub takes {"labels":["a"]}, ["a"] and [{"name":"a"}].
    private static List<string> Names(GitHubCall call)
    {
        var list = call.Body as JsonArray ?? call.Fields["labels"] as JsonArray ?? throw GitHubRefusalException.Invalid("Label", "labels", "missing_field");
        return [.. list.Select(item => item is JsonObject label ? (string)label["name"]! : (string)item!)];
    }
}
