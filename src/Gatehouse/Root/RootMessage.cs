using System.Text.Json;
using Amazon.Lambda.CloudWatchEvents;
using Gatehouse.Aws;
using Gatehouse.Runtime;

namespace Gatehouse.Root;

/// <summary>What a message of the queue of root events is: an event of a root user, or a heartbeat. Its body is the whole event as EventBridge delivered it.</summary>
internal static class RootMessage
{
    /// <returns>The event; null for a heartbeat.</returns>
    /// <exception cref="RootEventUnreadableException">It is neither.</exception>
    public static RootEvent? Read(string body)
    {
        var arrived = Parse(body) ?? throw new RootEventUnreadableException("it is empty");
        if (arrived.Source == RootHeartbeat.Source)
        {
            return null;
        }

        return arrived.Detail is { } detail
            ? RootEvent.Of(detail, arrived.Id, arrived.Account, new DateTimeOffset(DateTime.SpecifyKind(arrived.Time, DateTimeKind.Utc)))
            : throw new RootEventUnreadableException("it has no detail");
    }

    private static CloudWatchEvent<CloudTrailEvent>? Parse(string body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, GatehouseJson.Default.CloudWatchEventCloudTrailEvent);
        }
        catch (JsonException broken)
        {
            throw new RootEventUnreadableException("it is not an event of CloudTrail as JSON", broken);
        }
    }
}
