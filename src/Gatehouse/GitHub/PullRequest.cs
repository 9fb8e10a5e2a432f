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
    /// <summary>What the author wrote; null for nothing.</summary>
    public string? Body { get; init; }

    /// <summary>The commit at the head; empty where GitHub did not say.</summary>
    public string Head { get; init; } = "";

    /// <summary>The commit of the base branch that it is compared with.</summary>
    public string Base { get; init; } = "";

    /// <summary>Whether the head is in another repository: a fork's, or one that is gone.</summary>
    public bool FromFork { get; init; }

    /// <summary>Whether anybody can read the base's repository; true where GitHub did not say.</summary>
    public bool Public { get; init; } = true;

    /// <summary>Whether it can be merged; null while GitHub is finding out, and in lists. Only then is <see cref="MergeCommit"/> of an open one the trial merge.</summary>
    public bool? Mergeable { get; init; }

    public bool Open { get; init; }

    public IReadOnlyList<string> Labels { get; init; } = [];

    public override string ToString() => $"#{Number}";
}

/// <summary>A commit without its files, and when it was committed. The author's login is null when the address belongs to no GitHub account.</summary>
public sealed record CommitSummary(string Sha, IReadOnlyList<string> Parents, string Message, string? AuthorLogin, DateTimeOffset At)
{
    public override string ToString() => Sha[..Math.Min(Sha.Length, 10)];
}
