namespace Gatehouse.Local.Web;

/// <summary>The page and the views of the world that it reads.</summary>
public static class WebEndpoints
{
    public static void MapWeb(this IEndpointRouteBuilder endpoints, World world) =>
        endpoints.MapGet("/", () => world.Ports.Web);
}
