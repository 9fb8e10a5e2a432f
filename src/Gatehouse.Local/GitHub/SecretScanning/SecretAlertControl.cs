using System.Text.Json.Nodes;
using Gatehouse.Local.Controls;

namespace Gatehouse.Local.GitHub.SecretScanning;

/// <summary>What secret scanning would find by itself: <c>POST /api/secret-alerts</c> opens an alert, or does something about one, tells the hooks, and answers once they have answered.</summary>
public static class SecretAlertControl
{
    public static void MapSecretAlerts(this IEndpointRouteBuilder endpoints, World world) => endpoints.MapPost("/api/secret-alerts", async (HttpRequest request) =>
    {
        var body = await Body.ReadAsync(request);
        if (Text(body, "repository") is not { } repository || !repository.Contains('/', StringComparison.Ordinal))
            return Body.Refused("Say where: {\"repository\":\"example-org/shop\",\"secretType\":\"aws_access_key_id\",\"secret\":\"AKIA…\",\"path\":\"deploy.sh\"}.");

        var told = body?["number"] is JsonValue number
            ? await world.GitHub.OneAtATimeAsync(() => Again(world.GitHub, repository, (int)number, Text(body, "action") ?? "reopened"))
            : await world.GitHub.OneAtATimeAsync(() => Open(world.GitHub, repository, Text(body, "secretType") ?? "aws_access_key_id", Text(body, "secret") ?? "", Text(body, "path") ?? "deploy.sh"));
        await world.GitHub.Webhooks.DrainAsync();
        return told is null ? Body.Refused("There is no such alert.") : Results.Json(new { number = told.Number });
    });

    private static SecretAlert Open(GitHubStandIn gitHub, string repository, string type, string secret, string path)
    {
        var alert = new SecretAlert(repository, gitHub.State.SecretAlerts.Count(one => one.Repository == repository) + 1, type, secret, path, gitHub.Now, gitHub.Now);
        gitHub.State.SecretAlerts.Add(alert);
        Tell(gitHub, alert, "created");
        return alert;
    }

    private static SecretAlert? Again(GitHubStandIn gitHub, string repository, int number, string action)
    {
        var place = gitHub.State.SecretAlerts.FindIndex(alert => alert.Repository == repository && alert.Number == number);
        if (place < 0)
            return null;
        var alert = gitHub.State.SecretAlerts[place] = gitHub.State.SecretAlerts[place] with { UpdatedAt = gitHub.Now, State = action == "resolved" ? "resolved" : "open" };
        Tell(gitHub, alert, action);
        return alert;
    }

    private static void Tell(GitHubStandIn gitHub, SecretAlert alert, string action)
    {
        var name = alert.Repository.Split('/');
        gitHub.Webhooks.Send(gitHub, "secret_scanning_alert", action, new JsonObject
        {
            ["action"] = action,
            ["alert"] = SecretAlertShape.Of(alert, gitHub.Settings, hidden: true),
            ["repository"] = new JsonObject { ["name"] = name[1], ["full_name"] = alert.Repository, ["private"] = false, ["owner"] = new JsonObject { ["login"] = name[0], ["type"] = "Organization" } },
            ["organization"] = new JsonObject { ["login"] = name[0] },
            ["sender"] = new JsonObject { ["login"] = "github", ["type"] = "Organization" },
        });
    }

    private static string? Text(JsonObject? body, string field) => body?[field] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;
}
