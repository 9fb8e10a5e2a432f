namespace Gatehouse.GitHub;

/// <inheritdoc/>
public sealed class GitHubClient(GitHubApi api) : IGitHub
{
    public async Task<string> HeadOfBranchAsync(string branch, CancellationToken cancellationToken)
    {
        var answer = await api.GetAsync($"{api.Root}/branches/{Uri.EscapeDataString(branch)}", GitHubJson.Default.BranchJson, cancellationToken);
        return answer.Commit.Sha;
    }

    public async Task<ReadOnlyMemory<byte>?> ReadFileAsync(string path, string sha, CancellationToken cancellationToken)
    {
        var segments = string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
        try
        {
            // The raw form has no limit of 1 MB.
            using var answer = await api.SendAsync(HttpMethod.Get, $"{api.Root}/contents/{segments}?ref={sha}", cancellationToken, "application/vnd.github.raw+json");
            return await answer.Content.ReadAsByteArrayAsync(cancellationToken);
        }
        catch (GitHubRefusedException refused) when (refused.Status == 404)
        {
            // GitHub also says 404 of a repository that we may not see: only a commit that is there can lack a file.
            using var commit = await api.SendAsync(HttpMethod.Get, $"{api.Root}/commits/{sha}", cancellationToken);
            return null;
        }
    }

    public Task<IReadOnlyList<CommitSummary>> CommitsAsync(string fromSha, int max, CancellationToken cancellationToken) =>
        api.PagesAsync(
            $"{api.Root}/commits?sha={fromSha}",
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
        api.PagesAsync($"{api.Root}/commits/{sha}/pulls?", GitHubJson.Default.ListPullRequestJson, pull => pull.Read(), int.MaxValue, cancellationToken);

    public async Task<PullRequest> PullRequestAsync(int number, CancellationToken cancellationToken) =>
        (await api.GetAsync($"{api.Root}/pulls/{number}", GitHubJson.Default.PullRequestJson, cancellationToken)).Read();

    public async Task UpsertCommentAsync(int number, string marker, string body, CancellationToken cancellationToken)
    {
        var isOurs = await OursAsync(cancellationToken);
        var comments = await api.PagesAsync($"{api.Root}/issues/{number}/comments?", GitHubJson.Default.ListCommentJson, comment => comment, int.MaxValue, cancellationToken);
        var ours = comments.FirstOrDefault(comment => isOurs(comment) && comment.Body?.Contains(marker, StringComparison.Ordinal) == true);
        var content = CommentRequest.Of(marker, body);
        using var answer = ours is null
            ? await api.SendAsync(HttpMethod.Post, $"{api.Root}/issues/{number}/comments", cancellationToken, body: content)
            : await api.SendAsync(HttpMethod.Patch, $"{api.Root}/issues/comments/{ours.Id}", cancellationToken, body: content);
    }

    /// <summary>Anybody can copy a hidden marker into a comment of their own, which must not be taken for ours.</summary>
    private async Task<Func<CommentJson, bool>> OursAsync(CancellationToken cancellationToken)
    {
        if (await api.AppIdAsync(cancellationToken) is { } app)
        {
            return comment => comment.PerformedViaGithubApp?.Id == app;
        }

        var me = await api.GetAsync("/user", GitHubJson.Default.UserJson, cancellationToken);
        return comment => comment.User?.Id == me.Id;
    }
}
