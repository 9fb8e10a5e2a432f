namespace Gatehouse.GitHub;

/// <summary>A pull request, as far as Gatehouse cares.</summary>
/// <remarks>
/// The author's login is null when that account is gone; who merged it is null before the merge, and in GitHub's lists. The merge commit is
/// present on an unmerged pull request too (GitHub's trial merge): look at <see cref="Merged"/> first.
/// </remarks>
public sealed record PullRequest(
    int Number,
    string Title,
    string? Author,
    string? MergedBy,
    string? MergeCommit,
    string Url,
    string BaseRef,
    bool Merged)
{
    public override string ToString() => $"#{Number}";
}

/// <summary>A commit without its files, and when it was committed. The author's login is null when the address belongs to no GitHub account.</summary>
public sealed record CommitSummary(string Sha, IReadOnlyList<string> Parents, string Message, string? AuthorLogin, DateTimeOffset At)
{
    public override string ToString() => Sha[..Math.Min(Sha.Length, 10)];
}
