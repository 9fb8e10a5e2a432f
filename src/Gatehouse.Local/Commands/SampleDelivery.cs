using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gatehouse.Local.GitHub.Webhooks;

namespace Gatehouse.Local.Commands;

/// <summary>
/// The deliveries under <c>events/</c> are signed with the secret of GitHub's test vector, which no world has: one that is signed so is
/// signed anew for the world at hand. Any other event, a wrong or missing signature included, stays as it is.
/// </summary>
public static class SampleDelivery
{
    public const string Secret = "It's a Secret to Everybody";
    private const string Header = "x-hub-signature-256";

    public static string SignedFor(string worldSecret, string sample)
    {
        if (Read(sample) is not { } delivery || delivery["headers"] is not JsonObject headers || delivery["body"] is not JsonValue text) return sample;

        var body = (bool?)delivery["isBase64Encoded"] == true ? Convert.FromBase64String((string)text!) : Encoding.UTF8.GetBytes((string)text!);
        var name = headers.Select(header => header.Key).FirstOrDefault(key => key.Equals(Header, StringComparison.OrdinalIgnoreCase));
        if (name is null || (string?)headers[name] != DeliverySignature.Of(Secret, body)) return sample;

        headers[name] = DeliverySignature.Of(worldSecret, body);
        return delivery.ToJsonString();
    }

    private static JsonObject? Read(string sample)
    {
        try
        {
            return JsonNode.Parse(sample) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
