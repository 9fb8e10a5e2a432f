using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Gatehouse.GitHub;

/// <summary>Makes the token by which a GitHub App proves who it is: RS256, nine minutes long, dated a minute back because clocks differ.</summary>
public static class AppJwt
{
    /// <exception cref="ArgumentException">The key is not PEM of an RSA private key (PKCS#1, as GitHub hands it out, or PKCS#8).</exception>
    public static string Create(long appId, string privateKey, DateTimeOffset now)
    {
        using var key = RSA.Create();
        key.ImportFromPem(privateKey);
        var header = JsonSerializer.SerializeToUtf8Bytes(new("RS256", "JWT"), GitHubJson.Default.JwtHeaderJson);
        var issued = now.AddMinutes(-1).ToUnixTimeSeconds();
        var payload = JsonSerializer.SerializeToUtf8Bytes(
            new(issued, now.AddMinutes(9).ToUnixTimeSeconds(), appId.ToString(CultureInfo.InvariantCulture)),
            GitHubJson.Default.JwtPayloadJson);
        var signed = $"{Base64Url.EncodeToString(header)}.{Base64Url.EncodeToString(payload)}";
        var signature = key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }
}
