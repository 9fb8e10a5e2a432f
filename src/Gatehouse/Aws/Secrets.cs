using System.Collections.Concurrent;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;

namespace Gatehouse.Aws;

/// <summary>Reads secrets from Secrets Manager and keeps them in memory as long as the caller allows; that a secret is unset is never remembered.</summary>
public sealed class Secrets(IAmazonSecretsManager manager, TimeProvider clock) : ISecrets
{
    private readonly ConcurrentDictionary<string, Held> cache = new(StringComparer.Ordinal);

    public async Task<string> ReadAsync(string id, TimeSpan maxAge, CancellationToken cancellationToken)
    {
        if (cache.TryGetValue(id, out var held) && clock.GetUtcNow() - held.ReadAt < maxAge)
        {
            return held.Value;
        }

        var value = await FetchAsync(id, cancellationToken);
        cache[id] = new(value, clock.GetUtcNow());
        return value;
    }

    private async Task<string> FetchAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await manager.GetSecretValueAsync(new GetSecretValueRequest { SecretId = id }, cancellationToken);
            return string.IsNullOrWhiteSpace(answer.SecretString) ? throw new SecretNotSetException(id) : answer.SecretString;
        }
        catch (ResourceNotFoundException)
        {
            // Secrets Manager says the same of a secret that has never had a value.
            throw new SecretNotSetException(id);
        }
    }

    private sealed record Held(string Value, DateTimeOffset ReadAt)
    {
        public override string ToString() => "a secret";
    }
}
