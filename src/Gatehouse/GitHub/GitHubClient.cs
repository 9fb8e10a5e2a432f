using System.Text.Json.Serialization.Metadata;

namespace Gatehouse.GitHub;

/// <inheritdoc/>
/// <param name="http">Sends the requests.</param>
/// <param name="tokens">Says who we are.</param>
/// <param name="repository"><c>owner/name</c>.</param>
public sealed class GitHubClient(GitHubHttp http, GitHubTokens tokens, string repository) : IGitHub
{
    private const int PageSize = 100;

    private readonly string root = $"/repos/{repository}";

    public async Task<string> HeadOfBranchAsync(string branch, CancellationToken cancellationToken)
    {
        var answer = await GetAsync($"{root}/branches/{Uri.EscapeDataString(branch)}", GitHubJson.Default.BranchJson, cancellationToken);
        return answer.Commit.Sha;
    }

    public async Task<ReadOnlyMemory<byte>?> ReadFileAsync(string path, string sha, CancellationToken cancellationToken)
    {
        var segments = string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
        try
        {
            // The raw form has no limit of 1 MB.
            using var answer = await SendAsync(HttpMethod.Get, $"{root}/contents/{segments}?ref={sha}", cancellationToken, "application/vnd.github.raw+json");
            return await answer.Content.ReadAsByteArrayAsync(cancellationToken);
        }
        catch (GitHubRefusedException refused) when (refused.Status == 404)
        {
            // GitHub also says 404 of a repository that we may not see: only a commit that is there can lack a file.
            using var commit = await SendAsync(HttpMethod.Get, $"{root}/commits/{sha}", cancellationToken);
            return null;
        }
    }

    public Task<IReadOnlyList<CommitSummary>> CommitsAsync(string fromSha, int max, CancellationToken cancellationToken) =>
        PagesAsync(
            $"{root}/commits?sha={fromSha}",
            GitHubJson.Default.ListCommitJson,
            commit => new CommitSummary(
                commit.Sha,
                [.. (commit.Parents ?? []).Select(parent => parent.Sha)],
                commit.Commit.Message,
                commit.Author?.Login,
                commit.Commit.Committer.Date),
            max,
            cancellationToken);

    public Task<IReadOnlyList<PullRequest>> PullRequestsOfCommitAsync(string sha, CancellationToken cancellationToken) =>
        PagesAsync($"{root}/commits/{sha}/pulls?", GitHubJson.Default.ListPullRequestJson, pull => pull.Read(), int.MaxValue, cancellationToken);

    public async Task<PullRequest> PullRequestAsync(int number, CancellationToken cancellationToken) =>
        (await GetAsync($"{root}/pulls/{number}", GitHubJson.Default.PullRequestJson, cancellationToken)).Read();

    public async Task UpsertCommentAsync(int number, string marker, string body, CancellationToken cancellationToken)
    {
        var isOurs = await OursAsync(cancellationToken);
        var comments = await PagesAsync($"{root}/issues/{number}/comments?", GitHubJson.Default.ListCommentJson, comment => comment, int.MaxValue, cancellationToken);
        var ours = comments.FirstOrDefault(comment => isOurs(comment) && comment.Body?.Contains(marker, StringComparison.Ordinal) == true);
        var content = CommentRequest.Of(marker, body);
        using var answer = ours is null
            ? await SendAsync(HttpMethod.Post, $"{root}/issues/{number}/comments", cancellationToken, body: content)
            : await SendAsync(HttpMethod.Patch, $"{root}/issues/comments/{ours.Id}", cancellationToken, body: content);
    }

    /// <summary>Anybody can copy a hidden marker into a comment of their own, which must not be taken for ours.</summary>
    private async Task<Func<CommentJson, bool>> OursAsync(CancellationToken cancellationToken)
    {
        if (await tokens.AppIdAsync(cancellationToken) is { } app)
        {
            return comment => comment.PerformedViaGithubApp?.Id == app;
        }

        var me = await GetAsync("/user", GitHubJson.Default.UserJson, cancellationToken);
        return comment => comment.User?.Id == me.Id;
    }

    private async Task<IReadOnlyList<TOut>> PagesAsync<TIn, TOut>(
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

    private async Task<T> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var answer = await SendAsync(HttpMethod.Get, path, cancellationToken);
        return await GitHubHttp.ReadAsync(answer, type, cancellationToken);
    }

    /// <summary>Asks again, once, where GitHub refused a token from memory and there is another by now: the secret was rotated, say.</summary>
    private async Task<HttpResponseMessage> SendAsync(
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
