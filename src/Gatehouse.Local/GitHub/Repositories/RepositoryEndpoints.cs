using System.Text.Json.Nodes;

namespace Gatehouse.Local.GitHub.Repositories;

/// <summary>The repository itself, and who is calling.</summary>
public static class RepositoryEndpoints
{
    public static void Map(GitHubRoutes repository, IEndpointRouteBuilder endpoints, GitHubStandIn gitHub)
    {
        repository.Get("", "repos/get", _ => RepositoryShape.Of(gitHub));
        repository.Patch("", "repos/update", call => Update(gitHub, call));
        // There are no rulesets here: the branch's own protection is all there is.
        repository.Get("/rules/branches/{branch}", "repos/get-branch-rules", _ => Array.Empty<object>());
        var root = new GitHubRoutes(endpoints, gitHub, "");
        root.Get("/user", "users/get-authenticated", Me);
    }

    /// <summary>Of all that can be changed, who may see the repository is.</summary>
    private static object Update(GitHubStandIn gitHub, GitHubCall call)
    {
        gitHub.State.Private = call.Fields["private"] is JsonValue ? call.Flag("private") : gitHub.State.Private;
        return RepositoryShape.Of(gitHub);
    }

    private static object Me(GitHubCall call) => call.Caller.Kind switch
    {
        CallerKind.Nobody => throw new GitHubRefusalException(401, "Requires authentication"),
        CallerKind.Installation => throw new GitHubRefusalException(403, "Resource not accessible by integration"),
        _ => UserShape.Of(call.Caller.Login),
    };
}
