using System.Security.Cryptography;
using System.Text;

namespace Gatehouse.Local.GitHub.Webhooks;

/// <summary>One attempt to tell a hook of an event, with what was sent and what came back. A redelivery has an id of its own and the same GUID.</summary>
public sealed record Delivery(
    long Id, string EventGuid, long HookId, string Url, string Event, string? Action, bool Redelivery, DateTimeOffset DeliveredAt,
    IReadOnlyDictionary<string, string> RequestHeaders, string Payload)
{
    public string Status { get; init; } = "pending";

    public int StatusCode { get; init; }

    public double Duration { get; init; }

    public IReadOnlyDictionary<string, string> ResponseHeaders { get; init; } = new Dictionary<string, string>();

    public string? ResponsePayload { get; init; }

    /// <summary>Whether nobody has answered yet.</summary>
    public bool IsPending => Status == "pending";

    /// <summary>The identity that GitHub gives to an event: here made from its number, so that the same calls give the same ones.</summary>
    public static string GuidFor(string repository, long number)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{repository}:{number}"))[..16];
        bytes[7] = (byte)((bytes[7] & 0x0f) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes).ToString();
    }
}
