using System.Text.Json;
using System.Text.Json.Nodes;
using Gatehouse.Local.GitHub.Pulls;

namespace Gatehouse.Local.GitHub.Webhooks;

/// <summary>The delivery of a <c>pull_request</c> event.</summary>
public static class PullRequestPayload
{
    /// <summary>Sends it; <paramref name="more"/> holds what only this action carries, such as the label.</summary>
    public static void Send(GitHubStandIn gitHub, PullRequest pull, string action, string login, object? more = null) =>
        gitHub.Webhooks.Send(gitHub, "pull_request", action, Of(gitHub, pull, action, login, more));

    private static JsonObject Of(GitHubStandIn gitHub, PullRequest pull, string action, string login, object? more)
    {
        var payload = new JsonObject { ["action"] = action, ["number"] = pull.Number, ["pull_request"] = PullRequestShape.Whole(gitHub, pull) };
        foreach (var (name, value) in Json(more ?? new { }))
            payload[name] = value?.DeepClone();
        foreach (var (name, value) in Json(EventContext.Of(gitHub, login)))
            payload[name] = value?.DeepClone();
        return payload;
    }

    private static JsonObject Json(object shape) => JsonSerializer.SerializeToNode(shape, GitHubJson.Options)!.AsObject();
}
