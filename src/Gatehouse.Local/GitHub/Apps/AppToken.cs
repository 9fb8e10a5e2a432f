using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gatehouse.Local.GitHub.Apps;

/// <summary>
/// Checks the JSON Web Token by which an app says who it is: RS256 with the app's key, made out by the app, not issued in the future, and
/// expiring within ten minutes. Anything else is GitHub's 401.
/// </summary>
public static class AppToken
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan ClockDrift = TimeSpan.FromMinutes(1);

    public static void Verify(AppRegistration app, string? token, DateTimeOffset now)
    {
        var parts = token?.Split('.') ?? [];
        if (parts.Length != 3 || Read(parts[0]) is not { } header || Read(parts[1]) is not { } claims)
            throw new GitHubRefusalException(401, "A JSON web token could not be decoded");
        if ((string?)header["alg"] != "RS256" || !IsSigned(app, parts))
            throw new GitHubRefusalException(401, "A JSON web token could not be decoded");
        if (claims["iss"]?.ToString() != app.Id)
            throw new GitHubRefusalException(401, "'Issuer' claim ('iss') must be an Integer");
        RequireTimes(claims, now);
    }

    /// <summary>Who says to have made it out, unchecked; null for a token of another kind.</summary>
    public static string? Issuer(string token) => token.Split('.') is [_, var claims, _] ? Read(claims)?["iss"]?.ToString() : null;

    private static void RequireTimes(JsonObject claims, DateTimeOffset now)
    {
        var issued = Time(claims, "iat", "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued");
        var expires = Time(claims, "exp", "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires");
        if (issued > now + ClockDrift)
            throw new GitHubRefusalException(401, "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued");
        if (expires <= now)
            throw new GitHubRefusalException(401, "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires");
        if (expires > now + Longest + ClockDrift)
            throw new GitHubRefusalException(401, "'Expiration time' claim ('exp') is too far in the future");
    }

    private static DateTimeOffset Time(JsonObject claims, string name, string otherwise) =>
        claims[name] is JsonValue value && value.TryGetValue<long>(out var seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds) : throw new GitHubRefusalException(401, otherwise);

    private static bool IsSigned(AppRegistration app, string[] parts)
    {
        using var key = RSA.Create();
        key.ImportFromPem(app.PublicKey);
        var signed = Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}");
        return Base64Url.IsValid(parts[2])
            && key.VerifyData(signed, Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private static JsonObject? Read(string part)
    {
        try
        {
            return Base64Url.IsValid(part) ? JsonNode.Parse(Base64Url.DecodeFromChars(part)) as JsonObject : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
