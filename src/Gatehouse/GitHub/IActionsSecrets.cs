using System.Text;
using System.Text.Json;

namespace Gatehouse.GitHub;

/// <summary>The secrets of GitHub Actions, of a repository or of one of its environments. GitHub takes a value, and never gives one back: only when it was written last.</summary>
/// <remarks>An App needs <c>secrets: write</c> on that repository, and <c>environments: write</c> for an environment's.</remarks>
public interface IActionsSecrets
{
    /// <summary>The public key that values are sealed for now.</summary>
    Task<SecretsKey> KeyAsync(SecretsPlace place, CancellationToken cancellationToken);

    /// <summary>When a secret was written last, to the second; null where there is none of that name.</summary>
    Task<DateTimeOffset?> WrittenAsync(SecretsPlace place, string name, CancellationToken cancellationToken);

    /// <summary>Writes a secret, sealed for that key.</summary>
    /// <returns>The moment of the answer by GitHub's own clock, to the second.</returns>
    Task<DateTimeOffset> WriteAsync(SecretsPlace place, string name, string value, SecretsKey key, CancellationToken cancellationToken);
}

/// <summary>Whose secrets they are.</summary>
/// <param name="Repository"><c>owner/name</c>.</param>
/// <param name="Environment">One of its environments; null for the repository's own.</param>
public sealed record SecretsPlace(string Repository, string? Environment)
{
    /// <summary>Where GitHub's API has them, below the repository.</summary>
    public string Path => Environment is null ? "actions/secrets" : $"environments/{Uri.EscapeDataString(Environment)}/secrets";

    public override string ToString() => Environment is null ? Repository : $"{Repository} (environment {Environment})";
}

/// <summary>A public key for sealing.</summary>
/// <param name="Id">By which GitHub knows it.</param>
/// <param name="Key">Its bytes.</param>
/// <param name="At">When GitHub answered with it, by GitHub's own clock, to the second.</param>
public sealed record SecretsKey(string Id, byte[] Key, DateTimeOffset At);

/// <inheritdoc/>
public sealed class ActionsSecrets(GitHubHttp http, GitHubTokens tokens) : IActionsSecrets
{
    public async Task<SecretsKey> KeyAsync(SecretsPlace place, CancellationToken cancellationToken)
    {
        using var answer = await Of(place).SendAsync(HttpMethod.Get, $"{PathOf(place)}/public-key", cancellationToken);
        var key = await GitHubHttp.ReadAsync(answer, GitHubJson.Default.SecretsKeyJson, cancellationToken);
        return new SecretsKey(key.KeyId, Convert.FromBase64String(key.Key), answer.AnsweredAt());
    }

    public async Task<DateTimeOffset?> WrittenAsync(SecretsPlace place, string name, CancellationToken cancellationToken)
    {
        try
        {
            return (await Of(place).GetAsync($"{PathOf(place)}/{name}", GitHubJson.Default.SecretJson, cancellationToken)).UpdatedAt;
        }
        catch (GitHubRefusedException refused) when (refused.Status == 404)
        {
            // GitHub also says 404 of a repository that we may not see: only one whose public key we may read can lack a secret.
            _ = await KeyAsync(place, cancellationToken);
            return null;
        }
    }

    public async Task<DateTimeOffset> WriteAsync(SecretsPlace place, string name, string value, SecretsKey key, CancellationToken cancellationToken)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        byte[] box;
        try
        {
            box = SealedBox.Seal(bytes, key.Key);
        }
        finally
        {
            System.Security.Cryptography.CryptographicOperations.ZeroMemory(bytes);
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(new SealedSecretJson(Convert.ToBase64String(box), key.Id), GitHubJson.Default.SealedSecretJson);
        using var answer = await Of(place).SendAsync(HttpMethod.Put, $"{PathOf(place)}/{name}", cancellationToken, body: body);
        return answer.AnsweredAt();
    }

    private GitHubApi Of(SecretsPlace place) => new(http, tokens, place.Repository);

    private static string PathOf(SecretsPlace place) => $"/repos/{place.Repository}/{place.Path}";
}
