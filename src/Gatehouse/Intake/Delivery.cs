using System.Buffers.Text;
using System.Text;
using Amazon.Lambda.APIGatewayEvents;

namespace Gatehouse.Intake;

/// <summary>One delivery of GitHub's webhook, as it came through the HTTP API; nothing in it is to be believed before its signature is.</summary>
/// <param name="Id">The GUID, the same on redelivery; not covered by the signature. Empty where the header is missing.</param>
/// <param name="Event">Such as <c>pull_request</c>; not covered by the signature either. Empty where the header is missing.</param>
/// <param name="Signature">The header as sent, or null.</param>
/// <param name="Body">The bytes that GitHub signed, decoded where the HTTP API put them into base64.</param>
public sealed record Delivery(string Id, string Event, string? Signature, ReadOnlyMemory<byte> Body)
{
    /// <summary>4 MB of decoded body; Lambda takes 6 MB of base64, which is little more.</summary>
    public const int MostBytes = 4 * 1024 * 1024;

    /// <summary>Whether the decoded body would be over <see cref="MostBytes"/>, told from its length without decoding it.</summary>
    public static bool IsTooLarge(APIGatewayHttpApiV2ProxyRequest request)
    {
        var body = request.Body ?? "";
        return request.IsBase64Encoded
            ? ((long)body.Length / 4 * 3) - Padding(body) > MostBytes
            : Encoding.UTF8.GetByteCount(body) > MostBytes;
    }

    public static Delivery Of(APIGatewayHttpApiV2ProxyRequest request) => new(
        Header(request, "X-GitHub-Delivery") ?? "",
        Header(request, "X-GitHub-Event") ?? "",
        Header(request, "X-Hub-Signature-256"),
        Bytes(request));

    /// <summary>What a signed delivery lacks, or null.</summary>
    public Malformed? Check() => (Id, Event) switch
    {
        (_, "") => new("The header X-GitHub-Event is missing."),
        ("", _) => new("The header X-GitHub-Delivery is missing."),
        _ => null,
    };

    /// <summary>Base64 that is none leaves an empty body, which no signature fits.</summary>
    private static byte[] Bytes(APIGatewayHttpApiV2ProxyRequest request)
    {
        var body = request.Body ?? "";
        if (!request.IsBase64Encoded)
        {
            return Encoding.UTF8.GetBytes(body);
        }

        return Base64.IsValid(body) ? Convert.FromBase64String(body) : [];
    }

    private static string? Header(APIGatewayHttpApiV2ProxyRequest request, string name) =>
        request.Headers?.FirstOrDefault(header => name.Equals(header.Key, StringComparison.OrdinalIgnoreCase)).Value;

    private static int Padding(string body) => body.EndsWith("==", StringComparison.Ordinal) ? 2 : body.EndsWith('=') ? 1 : 0;
}
