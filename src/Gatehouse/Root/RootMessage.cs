using System.Text.Json;
using Amazon.Lambda.CloudWatchEvents;
using Gatehouse.Aws;
using Gatehouse.Runtime;

namespace Gatehouse.Root;

/// <summary>What a message of the queue of root events is: an event of a root user, or a heartbeat. Its body is the whole event as EventBridge delivered it.</summary>
/// <param name="Event">The event; null for a heartbeat.</param>
/// <param name="Account">Whose it is, as EventBridge wrote it; a sender cannot choose it.</param>
internal sealed record RootMessage(RootEvent? Event, string? Account)
{
    /// <exception cref="RootEventUnreadableException">It is neither.</exception>
    public static RootMessage Read(string body)
    {
        var arrived = Parse(body) ?? throw new RootEventUnreadableException("it is empty");
        if (arrived.Source == RootHeartbeat.Source)
        {
            return new RootMessage(null, arrived.Account);
        }

        return arrived.Detail is { } detail
            ? new RootMessage(RootEvent.Of(detail, arrived.Id, arrived.Account, new DateTimeOffset(DateTime.SpecifyKind(arrived.Time, DateTimeKind.Utc))), arrived.Account)
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
