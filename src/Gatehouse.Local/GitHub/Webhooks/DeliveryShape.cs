using System.Text.Json;
using Gatehouse.Local.GitHub.Repositories;

namespace Gatehouse.Local.GitHub.Webhooks;

/// <summary>A delivery as GitHub lists it, and with both sides when asked for by its id.</summary>
public static class DeliveryShape
{
    public static Dictionary<string, object?> Summary(Delivery delivery) => new()
    {
        ["id"] = delivery.Id,
        ["guid"] = delivery.EventGuid,
        ["delivered_at"] = delivery.DeliveredAt,
        ["redelivery"] = delivery.Redelivery,
        ["duration"] = delivery.Duration,
        ["status"] = delivery.Status,
        ["status_code"] = delivery.StatusCode,
        ["event"] = delivery.Event,
        ["action"] = delivery.Action,
        ["installation_id"] = null,
        ["repository_id"] = RepositoryShape.Id,
        ["throttled_at"] = null,
    };

    public static Dictionary<string, object?> Whole(Delivery delivery) => new(Summary(delivery))
    {
        ["url"] = delivery.Url,
        ["request"] = new { headers = delivery.RequestHeaders, payload = JsonSerializer.Deserialize<JsonElement>(delivery.Payload) },
        ["response"] = new { headers = delivery.ResponseHeaders, payload = delivery.ResponsePayload },
    };
}
