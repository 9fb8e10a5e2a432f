namespace Gatehouse.Local.Queues;

/// <summary>How the queues stand, and which events were put.</summary>
public static class QueueEndpoints
{
    public static void MapQueues(this IEndpointRouteBuilder endpoints, World world)
    {
        endpoints.MapGet("/api/queues", (CancellationToken cancellation) => world.Queues.ReadAsync(cancellation));
        endpoints.MapGet("/api/events", () => world.EventLog.All);
    }
}
