using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gatehouse.Local.GitHub;
using Gatehouse.Local.GitHub.Pulls;

namespace Gatehouse.Local.Web;

/// <summary>A pull request as the page shows it; <c>Adds</c> are the user names that it brings into the register.</summary>
public sealed record PullView(
    int Number, string Title, string Author, string State, bool Merged, string? MergedBy, string? MergeCommit, string? Body,
    DateTimeOffset CreatedAt, DateTimeOffset? MergedAt, DateTimeOffset? ClosedAt, string Head,
    IReadOnlyList<string> Labels, IReadOnlyList<Review> Approvals, IReadOnlyList<CheckView> Checks, IReadOnlyList<string> Adds, IReadOnlyList<Comment> Comments);

/// <summary>A check on a pull request's head, whether an app's check run or a commit status; <c>Beside</c> are its annotations, each a line.</summary>
public sealed record CheckView(string Name, string? Conclusion, string? Title, IReadOnlyList<string> Beside);

/// <summary>Reads the pull requests, newest first.</summary>
public sealed partial class PullReader(GitHubStandIn gitHub)
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> added = new();

    public Task<List<PullView>> ReadAsync() =>
        gitHub.OneAtATimeAsync(() => gitHub.State.PullRequests.AsEnumerable().Reverse().Select(Read).ToList());

    private PullView Read(PullRequest pull) => new(
        pull.Number, pull.Title, pull.Author, pull.State, pull.Merged, pull.MergedBy, pull.Merged ? pull.MergeCommitSha : null, pull.Body,
        pull.CreatedAt, pull.MergedAt, pull.ClosedAt, pull.HeadSha, [.. pull.Labels],
        [.. pull.Reviews.Where(review => review.State == "APPROVED")], [.. Checks(pull.HeadSha)], added.GetOrAdd(pull.HeadSha, _ => Added(pull)), [.. pull.Comments]);

    /// <summary>The newest of each name.</summary>
    private IEnumerable<CheckView> Checks(string head) => gitHub.State.CheckRuns
        .Where(run => run.HeadSha == head)
        .Select(run => new CheckView(run.Name, run.Conclusion, run.Output.Title, [.. run.Output.Annotations.Select(Beside)]))
        .Concat(gitHub.State.Statuses.Where(status => status.Sha == head).Select(status => new CheckView(status.Context, status.State, status.Description, [])))
        .GroupBy(check => check.Name)
        .Select(same => same.Last());

    private static string Beside(JsonElement annotation) =>
        $"{annotation.GetProperty("path").GetString()}:{annotation.GetProperty("start_line").GetInt32()} {annotation.GetProperty("message").GetString()}";

    private List<string> Added(PullRequest pull) =>
        [.. PullRequestCommits.Files(gitHub, pull).SelectMany(file => AddedName().Matches(file.Patch)).Select(match => match.Groups["name"].Value)];

    // A line that a diff adds, naming a user.
    [GeneratedRegex("""^\+\s*"name": "(?<name>[^"]+@[^"]+)""", RegexOptions.Multiline)]
    private static partial Regex AddedName();
}
