using Gatehouse.Aws;

namespace Gatehouse.GitHub;

/// <summary>Gives the token for a call: the one in the secret, or an App's installation token, which is kept until shortly before it expires.</summary>
public sealed class GitHubTokens(ISecrets secrets, string secretId, GitHubHttp http, TimeProvider clock)
{
    private static readonly TimeSpan SecretAge = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private InstallationTokenJson? kept;

    /// <param name="fresh">Takes nothing from memory, after GitHub refused what was there.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<string> ReadAsync(bool fresh, CancellationToken cancellationToken)
    {
        var secret = await SecretAsync(fresh ? TimeSpan.Zero : SecretAge, cancellationToken);
        if (!secret.IsApp)
        {
            return secret.Token!;
        }

        if (fresh || kept is null || kept.ExpiresAt - clock.GetUtcNow() < Margin)
        {
            kept = await InstallationTokenAsync(secret, cancellationToken);
        }

        return kept.Token;
    }

    /// <summary>What the App's installation may do, such as <c>contents</c>: <c>read</c>; null where the secret holds a token, which GitHub does not describe.</summary>
    public async Task<IReadOnlyDictionary<string, string>?> PermissionsAsync(CancellationToken cancellationToken)
    {
        _ = await ReadAsync(fresh: false, cancellationToken);
        return kept is null ? null : kept.Permissions ?? new Dictionary<string, string>();
    }

    /// <summary>The App's number, or null where the secret holds a token.</summary>
    public async Task<long?> AppIdAsync(CancellationToken cancellationToken) =>
        await SecretAsync(SecretAge, cancellationToken) is { IsApp: true, AppId: { } app } ? app : null;

    private async Task<InstallationTokenJson> InstallationTokenAsync(GitHubSecret secret, CancellationToken cancellationToken)
    {
        var path = $"/app/installations/{secret.InstallationId}/access_tokens";
        using var answer = await http.SendAsync(HttpMethod.Post, path, secret.Jwt(secretId, clock.GetUtcNow()), cancellationToken);
        return await GitHubHttp.ReadAsync(answer, GitHubJson.Default.InstallationTokenJson, cancellationToken);
    }

    private async Task<GitHubSecret> SecretAsync(TimeSpan maxAge, CancellationToken cancellationToken) =>
        GitHubSecret.Parse(secretId, await secrets.ReadAsync(secretId, maxAge, cancellationToken));
}
