using System.Security.Cryptography;
using System.Text;

namespace Gatehouse.Local.GitHub.Webhooks;

public static class DeliverySignature
{
    /// <summary>The value of <c>X-Hub-Signature-256</c> for a body as it is sent, byte for byte.</summary>
    public static string Of(string secret, ReadOnlySpan<byte> body) =>
        "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));
}
