namespace Gatehouse.Local.Slack;

/// <summary>Incoming Slack webhooks, kept instead of shown; served on the web address.</summary>
public static class SlackEndpoints
{
    public static void MapSlack(this IEndpointRouteBuilder endpoints, World world) =>
        endpoints.MapGet("/slack", () => world.Ports.Web);
}
