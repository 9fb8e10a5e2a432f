using Gatehouse.GitHub;

namespace Gatehouse.Membership;

/// <summary>Walks the protected branch back, merge by merge: along each commit's first parent.</summary>
public sealed class MergeHistory(IGitHub github)
{
    /// <summary>How many commits back it sees.</summary>
    private const int MostCommits = 100;

    /// <summary>The merges after a commit, newest first; without one, as many as it sees.</summary>
    /// <param name="head">The commit at the head of the branch.</param>
    /// <param name="applied">The commit up to which all is done; null where nothing is known.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<IReadOnlyList<Merge>> SinceAsync(string head, string? applied, CancellationToken cancellationToken) =>
        head == applied ? [] : [.. Back(await github.CommitsAsync(head, MostCommits, cancellationToken), head, applied)];

    private static IEnumerable<Merge> Back(IReadOnlyList<CommitSummary> commits, string head, string? applied)
    {
        var bySha = commits.ToDictionary(commit => commit.Sha);
        for (var sha = head; sha != applied && bySha.TryGetValue(sha, out var commit) && commit.Parents is [var before, ..]; sha = before)
        {
            yield return new Merge(sha, before);
        }
    }
}

/// <summary>A step of the protected branch.</summary>
/// <param name="Commit">The commit that it led to.</param>
/// <param name="Before">The one that it started from.</param>
public sealed record Merge(string Commit, string Before);
