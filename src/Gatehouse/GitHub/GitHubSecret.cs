using System.Text.Json;
using System.Text.Json.Serialization;
using Gatehouse.Aws;

namespace Gatehouse.GitHub;

/// <summary>What the GitHub secret holds: a token, or an App's number, installation and private key.</summary>
internal sealed record GitHubSecret(string? Token, long? AppId, long? InstallationId, string? PrivateKey)
{
    private const string Shape = """{"token":"…"} or {"appId":"…","installationId":"…","privateKey":"-----BEGIN RSA PRIVATE KEY-----…"}""";

    public bool IsApp => Token is null;

    /// <exception cref="SecretUnreadableException">It is not JSON of either shape.</exception>
    /// <exception cref="SecretNotSetException">It holds neither a token nor the three parts of an App.</exception>
    public static GitHubSecret Parse(string id, string text)
    {
        var secret = Deserialize(id, text);
        return secret switch
        {
            { Token.Length: > 0 } => secret,
            { AppId: not null, InstallationId: not null, PrivateKey.Length: > 0 } => secret with { Token = null },
            _ => throw new SecretNotSetException(id, $"it should hold {Shape}"),
        };
    }

    public string Jwt(string id, DateTimeOffset now)
    {
        try
        {
            return AppJwt.Create(AppId!.Value, PrivateKey!, now);
        }
        catch (Exception broken) when (broken is ArgumentException or System.Security.Cryptography.CryptographicException)
        {
            throw new SecretUnreadableException(id, "the App's private key as PEM in \"privateKey\", its line ends written as \\n");
        }
    }

    public override string ToString() => IsApp ? $"the key of App {AppId}" : "a token";

    private static GitHubSecret? Deserialize(string id, string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, GitHubSecretJson.Default.GitHubSecret);
        }
        catch (JsonException)
        {
            // The exception would quote the secret.
            throw new SecretUnreadableException(id, Shape);
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(GitHubSecret))]
internal sealed partial class GitHubSecretJson : JsonSerializerContext;
