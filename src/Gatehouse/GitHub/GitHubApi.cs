using System.Text.Json.Serialization.Metadata;

namespace Gatehouse.GitHub;

/// <summary>GitHub's REST API as we may call it, with one repository at its root: tokens, pages and refusals in one place.</summary>
/// <param name="http">Sends the requests.</param>
/// <param name="tokens">Says who we are.</param>
/// <param name="repository"><c>owner/name</c>.</param>
public sealed class GitHubApi(GitHubHttp http, GitHubTokens tokens, string repository)
{
    private const int PageSize = 100;

    /// <summary>The path of the repository: <c>/repos/owner/name</c>.</summary>
    public string Root { get; } = $"/repos/{repository}";

    /// <summary>The App's number; null where we come with a token.</summary>
    public Task<long?> AppIdAsync(CancellationToken cancellationToken) => tokens.AppIdAsync(cancellationToken);

    /// <summary>Every item of a list, page by page; at most <paramref name="max"/> of them.</summary>
    public async Task<IReadOnlyList<TOut>> PagesAsync<TIn, TOut>(
        string path, JsonTypeInfo<List<TIn>> type, Func<TIn, TOut> read, int max, CancellationToken cancellationToken)
    {
        var all = new List<TOut>();
        for (var page = 1; ; page++)
        {
            var size = Math.Min(PageSize, max);
            using var answer = await SendAsync(HttpMethod.Get, $"{path}&per_page={size}&page={page}".Replace("?&", "?", StringComparison.Ordinal), cancellationToken);
            all.AddRange((await GitHubHttp.ReadAsync(answer, type, cancellationToken)).Select(read));
            if (all.Count >= max || !HasNext(answer))
            {
                return all.Count > max ? all[..max] : all;
            }
        }
    }

    public async Task<T> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var answer = await SendAsync(HttpMethod.Get, path, cancellationToken);
        return await GitHubHttp.ReadAsync(answer, type, cancellationToken);
    }

    /// <summary>Asks again, once, where GitHub refused a token from memory and there is another by now: the secret was rotated, say.</summary>
    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, CancellationToken cancellationToken, string accept = "application/vnd.github+json", byte[]? body = null)
    {
        var token = await tokens.ReadAsync(fresh: false, cancellationToken);
        try
        {
            return await http.SendAsync(method, path, token, cancellationToken, accept, body);
        }
        catch (GitHubRefusedException refused) when (refused.Status == 401)
        {
            var other = await tokens.ReadAsync(fresh: true, cancellationToken);
            if (other == token)
            {
                throw;
            }

            return await http.SendAsync(method, path, other, cancellationToken, accept, body);
        }
    }

    private static bool HasNext(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Link", out var links) && links.Any(link => link.Contains("rel=\"next\"", StringComparison.Ordinal));
}
