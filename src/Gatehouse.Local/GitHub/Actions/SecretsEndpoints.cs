namespace Gatehouse.Local.GitHub.Actions;

/// <summary>Secrets of a repository and of its environments: they are written sealed, and nobody reads them back.</summary>
public static class SecretsEndpoints
{
    private const int LeastBoxBytes = 48;

    public static void Map(GitHubRoutes routes, GitHubStandIn gitHub)
    {
        foreach (var (prefix, kind) in new[] { ("/actions/secrets", "repo"), ("/environments/{environment}/secrets", "environment") })
        {
            routes.Get(prefix, $"actions/list-{kind}-secrets", call => List(call, Store(gitHub, call)));
            routes.Get($"{prefix}/public-key", $"actions/get-{kind}-public-key", call => Key(Store(gitHub, call)));
            routes.Get($"{prefix}/{{name}}", $"actions/get-{kind}-secret", call => Find(Store(gitHub, call), call.Route("name")));
            routes.Put($"{prefix}/{{name}}", $"actions/create-or-update-{kind}-secret", call => Write(gitHub, call, Store(gitHub, call)));
            routes.Delete($"{prefix}/{{name}}", $"actions/delete-{kind}-secret", call =>
                Store(gitHub, call).Secrets.Remove(call.Route("name")) ? null : throw GitHubRefusalException.NotFound());
        }
    }

    private static SecretStore Store(GitHubStandIn gitHub, GitHubCall call)
    {
        var repository = gitHub.Deploys(call);
        if (call.Caller.Kind == CallerKind.Nobody)
            throw new GitHubRefusalException(401, "Requires authentication");
        return repository.Stores.TryGetValue(call.Route("environment"), out var store) ? store : throw GitHubRefusalException.NotFound();
    }

    private static object List(GitHubCall call, SecretStore store) => new
    {
        total_count = store.Secrets.Count,
        secrets = call.Page([.. store.Secrets.OrderBy(secret => secret.Key, StringComparer.Ordinal).Select(secret => Shape(secret.Key, secret.Value))]),
    };

    private static object Key(SecretStore store) => new { key_id = store.KeyId, key = store.Pair.PublicKey };

    private static object Find(SecretStore store, string name) => store.Secrets.TryGetValue(name, out var secret) ? Shape(name.ToUpperInvariant(), secret) : throw GitHubRefusalException.NotFound();

    private static GitHubAnswer.WithStatus Write(GitHubStandIn gitHub, GitHubCall call, SecretStore store)
    {
        var name = call.Route("name").ToUpperInvariant();
        var box = call.Text("encrypted_value") ?? throw new GitHubRefusalException(422, "Invalid request.\n\n\"encrypted_value\" wasn't supplied.");
        if (call.Text("key_id") is not { } key)
            throw new GitHubRefusalException(422, "Invalid request.\n\n\"key_id\" wasn't supplied.");
        if (name.StartsWith("GITHUB_", StringComparison.Ordinal) || name.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter != '_'))
            throw new GitHubRefusalException(422, "Secret names can only contain alphanumeric characters ([a-z], [A-Z], [0-9]) or underscores (_), and must not begin with GITHUB_.");
        if (key != store.KeyId || !Convert.TryFromBase64String(box, new byte[box.Length], out var length) || length < LeastBoxBytes)
            throw new GitHubRefusalException(422, "Improperly encrypted secret");
        var known = store.Secrets.GetValueOrDefault(name);
        store.Secrets[name] = new StoredSecret(box, known?.CreatedAt ?? gitHub.Now, gitHub.Now);
        return new GitHubAnswer.WithStatus(known is null ? 201 : 204, known is null ? new { } : null);
    }

    private static object Shape(string name, StoredSecret secret) => new { name, created_at = secret.CreatedAt, updated_at = secret.UpdatedAt };
}
