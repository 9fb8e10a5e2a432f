using Gatehouse.Local.GitHub.Repositories;

namespace Gatehouse.Local.GitHub.Webhooks;

/// <summary>What ends every delivery: where it happened and who did it, and by which installation where there is an app.</summary>
public static class EventContext
{
    public static Dictionary<string, object> Of(GitHubStandIn gitHub, string login)
    {
        var context = new Dictionary<string, object>
        {
            ["repository"] = RepositoryShape.Of(gitHub),
            ["organization"] = new { login = gitHub.Settings.Owner, url = $"https://api.github.com/orgs/{gitHub.Settings.Owner}", description = "" },
            ["sender"] = UserShape.Of(login),
        };
        if (gitHub.State.App is { } app)
            context["installation"] = new { id = app.InstallationId, node_id = $"MDIz{app.InstallationId}" };
        return context;
    }
}
