namespace Gatehouse.Local.GitHub.Repositories;

/// <summary>The repository itself, and who is calling.</summary>
public static class RepositoryEndpoints
{
    public static void Map(GitHubRoutes repository, IEndpointRouteBuilder endpoints, GitHubStandIn gitHub)
    {
        repository.Get("", "repos/get", _ => RepositoryShape.Of(gitHub.Settings));
        var root = new GitHubRoutes(endpoints, gitHub, "");
        root.Get("/user", "users/get-authenticated", Me);
    }

    private static object Me(GitHubCall call) => call.Caller.Kind switch
    {
        CallerKind.Nobody => throw new GitHubRefusalException(401, "Requires authentication"),
        CallerKind.Installation => throw new GitHubRefusalException(403, "Resource not accessible by integration"),
        _ => UserShape.Of(call.Caller.Login),
    };
}
