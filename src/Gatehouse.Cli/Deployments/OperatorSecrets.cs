using System.Text.Json;
using Gatehouse.Aws;

namespace Gatehouse.Cli.Deployments;

/// <summary>The deployment's secrets, except that the operator's own <c>GITHUB_TOKEN</c>, where they set one, takes the place of the GitHub secret.</summary>
internal sealed class OperatorSecrets(ISecrets deployed, string gitHubSecret, string? token) : ISecrets
{
    public const string GitHubToken = "GITHUB_TOKEN";

    public Task<string> ReadAsync(string id, TimeSpan maxAge, CancellationToken cancellationToken) =>
        id == gitHubSecret && !string.IsNullOrWhiteSpace(token)
            ? Task.FromResult($$"""{"token":"{{JsonEncodedText.Encode(token.Trim())}}"}""")
            : deployed.ReadAsync(id, maxAge, cancellationToken);
}
