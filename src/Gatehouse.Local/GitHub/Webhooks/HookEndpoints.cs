using System.Text.Json.Nodes;

namespace Gatehouse.Local.GitHub.Webhooks;

/// <summary>Hooks, what was delivered to them, and redelivery. Secrets are never shown.</summary>
public static class HookEndpoints
{
    public static void Map(GitHubRoutes routes, GitHubStandIn gitHub)
    {
        routes.Get("/hooks", "repos/list-webhooks", call => call.Page(gitHub.State.Hooks).Select(hook => Shape(gitHub, hook)));
        routes.Post("/hooks", "repos/create-webhook", call => Create(gitHub, call));
        routes.Get("/hooks/{id}", "repos/get-webhook", call => Shape(gitHub, Find(gitHub, call)));
        routes.Patch("/hooks/{id}", "repos/update-webhook", call => Update(gitHub, call));
        routes.Delete("/hooks/{id}", "repos/delete-webhook", call => Delete(gitHub, call));
        routes.Post("/hooks/{id}/pings", "repos/ping-webhook", call => Ping(gitHub, Find(gitHub, call), call.Caller.Login), 204);
        routes.Get("/hooks/{id}/deliveries", "repos/list-webhook-deliveries", call => call.Page(Deliveries(gitHub, call)).Select(DeliveryShape.Summary));
        routes.Get("/hooks/{id}/deliveries/{delivery}", "repos/get-webhook-delivery", call => DeliveryShape.Whole(Delivery(gitHub, call)));
        routes.Post("/hooks/{id}/deliveries/{delivery}/attempts", "repos/redeliver-webhook-delivery", call => Redeliver(gitHub, call), 202);
    }

    /// <summary>Makes a hook and pings it, as GitHub does.</summary>
    public static Hook Add(GitHubStandIn gitHub, string url, string? secret, IReadOnlyList<string> events, string login)
    {
        var hook = new Hook(gitHub.State.NextId(), url, secret, events, true);
        gitHub.State.Hooks.Add(hook);
        Ping(gitHub, hook, login);
        return hook;
    }

    private static Hook Find(GitHubStandIn gitHub, GitHubCall call)
    {
        var id = call.Number("id");
        return gitHub.State.Hooks.Find(hook => hook.Id == id) ?? throw GitHubRefusalException.NotFound();
    }

    private static object Create(GitHubStandIn gitHub, GitHubCall call)
    {
        if (call.Fields["config"] is not JsonObject config || (string?)config["url"] is not { } url)
            throw GitHubRefusalException.Invalid("Hook", "config", "missing_field");
        return Shape(gitHub, Add(gitHub, url, (string?)config["secret"], Events(call) ?? ["push"], call.Caller.Login));
    }

    private static object Update(GitHubStandIn gitHub, GitHubCall call)
    {
        var hook = Find(gitHub, call);
        var config = call.Fields["config"];
        var changed = hook with
        {
            Url = (string?)config?["url"] ?? hook.Url,
            Secret = (string?)config?["secret"] ?? hook.Secret,
            Events = Events(call) ?? hook.Events,
            Active = (bool?)call.Fields["active"] ?? hook.Active,
        };
        gitHub.State.Hooks[gitHub.State.Hooks.IndexOf(hook)] = changed;
        return Shape(gitHub, changed);
    }

    private static object? Delete(GitHubStandIn gitHub, GitHubCall call)
    {
        gitHub.State.Hooks.Remove(Find(gitHub, call));
        return null;
    }

    private static object? Ping(GitHubStandIn gitHub, Hook hook, string login)
    {
        var payload = new Dictionary<string, object>
        {
            ["zen"] = "Keep it logically awesome.",
            ["hook_id"] = hook.Id,
            ["hook"] = Shape(gitHub, hook),
        };
        foreach (var (name, value) in EventContext.Of(gitHub, login))
            payload[name] = value;
        gitHub.Webhooks.SendTo(gitHub, hook, "ping", null, System.Text.Json.JsonSerializer.Serialize(payload, GitHubJson.Options));
        return null;
    }

    private static object Redeliver(GitHubStandIn gitHub, GitHubCall call)
    {
        gitHub.Webhooks.Redeliver(gitHub, Find(gitHub, call), Delivery(gitHub, call));
        return new { };
    }

    private static List<Delivery> Deliveries(GitHubStandIn gitHub, GitHubCall call)
    {
        var hook = Find(gitHub, call);
        return [.. gitHub.Webhooks.Log.All.Where(delivery => delivery.HookId == hook.Id)];
    }

    private static Delivery Delivery(GitHubStandIn gitHub, GitHubCall call)
    {
        var id = call.Number("delivery");
        return Deliveries(gitHub, call).Find(delivery => delivery.Id == id) ?? throw GitHubRefusalException.NotFound();
    }

    private static List<string>? Events(GitHubCall call) =>
        call.Fields["events"] is JsonArray events ? [.. events.Select(name => (string)name!)] : null;

    private static object Shape(GitHubStandIn gitHub, Hook hook) => new
    {
        type = "Repository",
        id = hook.Id,
        name = "web",
        active = hook.Active,
        events = hook.Events,
        config = new { content_type = "json", insecure_ssl = "0", url = hook.Url, secret = hook.Secret is null ? null : "********" },
        url = $"{gitHub.Settings.RepositoryApi}/hooks/{hook.Id}",
        ping_url = $"{gitHub.Settings.RepositoryApi}/hooks/{hook.Id}/pings",
        deliveries_url = $"{gitHub.Settings.RepositoryApi}/hooks/{hook.Id}/deliveries",
    };
}
