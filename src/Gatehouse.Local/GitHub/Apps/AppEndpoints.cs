using Gatehouse.Local.GitHub.Repositories;

namespace Gatehouse.Local.GitHub.Apps;

/// <summary>What a GitHub App asks on its own behalf. Until an app is registered, any token is taken as one's, and any installation as its own.</summary>
public static class AppEndpoints
{
    private static readonly Dictionary<string, string> Permissions = new()
    {
        ["actions"] = "write",
        ["checks"] = "write",
        ["contents"] = "read",
        ["environments"] = "write",
        ["metadata"] = "read",
        ["pull_requests"] = "write",
        ["secret_scanning_alerts"] = "read",
        ["secrets"] = "write",
    };

    public static void Map(GitHubRoutes repository, IEndpointRouteBuilder endpoints, GitHubStandIn gitHub)
    {
        repository.Get("/installation", "apps/get-repo-installation", call => Installation(gitHub, Require(gitHub, call)));
        var app = new GitHubRoutes(endpoints, gitHub, "/app");
        app.Get("", "apps/get-authenticated", call => App(Require(gitHub, call)));
        app.Get("/installations", "apps/list-installations", call => call.Page([Installation(gitHub, Require(gitHub, call))]));
        app.Post("/installations/{id}/access_tokens", "apps/create-installation-access-token", call => Issue(gitHub, call));
    }

    private static AppRegistration Require(GitHubStandIn gitHub, GitHubCall call)
    {
        var token = Caller.TokenOf(call.Http.Request.Headers.Authorization) ?? throw new GitHubRefusalException(401, "A JSON web token could not be decoded");
        if (gitHub.State.App is not { } app) return new AppRegistration(AppToken.Issuer(token) ?? "1", "gatehouse", call.Http.Request.RouteValues.ContainsKey("id") ? call.Number("id") : 1, "");
        AppToken.Verify(app, token, gitHub.Now);
        return app;
    }

    private static object Issue(GitHubStandIn gitHub, GitHubCall call)
    {
        var app = Require(gitHub, call);
        if (call.Number("id") != app.InstallationId)
            throw GitHubRefusalException.NotFound();
        var token = InstallationToken.Issue(app.Slug, gitHub.Now);
        gitHub.State.InstallationTokens.RemoveAll(old => old.ExpiresAt <= gitHub.Now);
        gitHub.State.InstallationTokens.Add(token);
        return new { token = token.Token, expires_at = token.ExpiresAt, permissions = Permissions, repository_selection = "selected" };
    }

    public static object App(AppRegistration app) => new { id = long.TryParse(app.Id, out var id) ? id : 0, slug = app.Slug, name = app.Slug, permissions = Permissions };

    private static object Installation(GitHubStandIn gitHub, AppRegistration app) => new
    {
        id = app.InstallationId,
        account = RepositoryShape.Owner(gitHub.Settings),
        app_id = long.TryParse(app.Id, out var id) ? id : 0,
        app_slug = app.Slug,
        target_type = "Organization",
        repository_selection = "selected",
        permissions = Permissions,
        events = new[] { "pull_request", "push", "secret_scanning_alert" },
    };
}
