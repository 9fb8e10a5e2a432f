namespace Gatehouse.Local.GitHub;

/// <summary>GitHub's REST API over the register's bare repository.</summary>
public static class GitHubEndpoints
{
    public static void MapGitHub(this IEndpointRouteBuilder endpoints, World world) =>
        endpoints.MapGet("/", () => world.Settings.Repository);
}
