namespace Gatehouse.GitHub;

/// <summary>
/// What Gatehouse asks of the register's repository. What cannot be asked now is <see cref="GitHubUnavailableException"/>, what GitHub refuses is
/// <see cref="GitHubRefusedException"/>; neither ever becomes an empty answer.
/// </summary>
public interface IGitHub
{
    /// <summary>The commit that a branch points at.</summary>
    Task<string> HeadOfBranchAsync(string branch, CancellationToken cancellationToken);

    /// <summary>A file's bytes as of a commit, of any size; null only when that commit is there and has no such file.</summary>
    Task<ReadOnlyMemory<byte>?> ReadFileAsync(string path, string sha, CancellationToken cancellationToken);

    /// <summary>The commits reachable from <paramref name="fromSha"/>, newest first, that one included; at most <paramref name="max"/>, which is 100 or less.</summary>
    Task<IReadOnlyList<CommitSummary>> CommitsAsync(string fromSha, int max, CancellationToken cancellationToken);

    /// <summary>The pull requests that brought a commit in, or contain it; GitHub leaves out MergedBy here: ask for the one you need by its number.</summary>
    Task<IReadOnlyList<PullRequest>> PullRequestsOfCommitAsync(string sha, CancellationToken cancellationToken);

    Task<PullRequest> PullRequestAsync(int number, CancellationToken cancellationToken);

    /// <summary>Keeps one comment current: updates our own earlier one that carries the marker, or writes the first.</summary>
    /// <remarks>The marker is hidden text, such as <c>&lt;!-- gatehouse:membership --&gt;</c>; it is put before the body.</remarks>
    Task UpsertCommentAsync(int number, string marker, string body, CancellationToken cancellationToken);
}
