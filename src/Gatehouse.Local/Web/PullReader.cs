using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Gatehouse.Local.GitHub;
using Gatehouse.Local.GitHub.Pulls;

namespace Gatehouse.Local.Web;

/// <summary>A pull request as the page shows it; <c>Adds</c> are the user names that it brings into the register.</summary>
public sealed record PullView(
    int Number, string Title, string Author, string State, bool Merged, string? MergedBy, string? MergeCommit, string? Body,
    DateTimeOffset CreatedAt, DateTimeOffset? MergedAt, DateTimeOffset? ClosedAt,
    IReadOnlyList<string> Labels, IReadOnlyList<string> Adds, IReadOnlyList<Comment> Comments);

/// <summary>Reads the pull requests, newest first.</summary>
public sealed partial class PullReader(GitHubStandIn gitHub)
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> added = new();

    public Task<List<PullView>> ReadAsync() =>
        gitHub.OneAtATimeAsync(() => gitHub.State.PullRequests.AsEnumerable().Reverse().Select(Read).ToList());

    private PullView Read(PullRequest pull) => new(
        pull.Number, pull.Title, pull.Author, pull.State, pull.Merged, pull.MergedBy, pull.Merged ? pull.MergeCommitSha : null, pull.Body,
        pull.CreatedAt, pull.MergedAt, pull.ClosedAt, [.. pull.Labels], added.GetOrAdd(pull.HeadSha, _ => Added(pull)), [.. pull.Comments]);

    private List<string> Added(PullRequest pull) =>
        [.. PullRequestCommits.Files(gitHub, pull).SelectMany(file => AddedName().Matches(file.Patch)).Select(match => match.Groups["name"].Value)];

    // A line that a diff adds, naming a user.
    [GeneratedRegex("""^\+\s*"name": "(?<name>[^"]+@[^"]+)""", RegexOptions.Multiline)]
    private static partial Regex AddedName();
}
