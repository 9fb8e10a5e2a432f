using System.Text.Json;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;
using Gatehouse.Cli.Deployments;

namespace Gatehouse.Cli.Doctor;

/// <summary>Whether each secret holds something of the shape that is needed. No value is ever printed.</summary>
internal sealed class SecretsCheck(Deployment deployment) : ICheck
{
    public string Name => "Secrets";

    public async Task<IReadOnlyList<Diagnosis>> LookAsync(CancellationToken cancellationToken)
    {
        var settings = deployment.Settings;
        return
        [
            Judge(settings.WebhookSecret, await ReadAsync(settings.WebhookSecret, cancellationToken), "{\"current\":\"…\"}", HasCurrent),
            Judge(settings.GitHubSecret, await ReadAsync(settings.GitHubSecret, cancellationToken), "{\"token\":\"…\"} or {\"appId\":\"…\",\"installationId\":\"…\",\"privateKey\":\"…\"}", HasAccess),
            Judge(settings.SlackSecret, await ReadAsync(settings.SlackSecret, cancellationToken), $"an address for {settings.Channel}: {{\"{settings.Channel}\":\"https://hooks.slack.com/…\"}}", secret => HasAddress(secret, settings.Channel)),
        ];
    }

    public static Diagnosis Judge(string id, string? value, string shape, Func<JsonElement, bool> fits)
    {
        var put = $"aws secretsmanager put-secret-value --secret-id {id} --secret-string … with {shape}";
        if (string.IsNullOrWhiteSpace(value))
        {
            return Diagnosis.Wrong($"{id} is not set, so what needs it is refused", put);
        }

        try
        {
            using var secret = JsonDocument.Parse(value);
            return secret.RootElement.ValueKind == JsonValueKind.Object && fits(secret.RootElement)
                ? Diagnosis.Fine($"{id} is set")
                : Diagnosis.Wrong($"{id} is set, but not to what is needed", put);
        }
        catch (JsonException)
        {
            // The exception would quote the secret.
            return Diagnosis.Wrong($"{id} is set, but is not JSON", put);
        }
    }

    public static bool HasCurrent(JsonElement secret) => Text(secret, "current") is { Length: > 0 };

    public static bool HasAccess(JsonElement secret) =>
        Text(secret, "token") is { Length: > 0 }
        || (secret.TryGetProperty("appId", out _) && secret.TryGetProperty("installationId", out _) && Text(secret, "privateKey") is { Length: > 0 });

    public static bool HasAddress(JsonElement secret, string channel) => Uri.TryCreate(Text(secret, channel), UriKind.Absolute, out _);

    private static string? Text(JsonElement secret, string name) =>
        secret.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private async Task<string?> ReadAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            return (await deployment.Room<IAmazonSecretsManager>().GetSecretValueAsync(new GetSecretValueRequest { SecretId = id }, cancellationToken)).SecretString;
        }
        catch (ResourceNotFoundException)
        {
            // Secrets Manager says the same of a secret that has never had a value.
            return null;
        }
    }
}
