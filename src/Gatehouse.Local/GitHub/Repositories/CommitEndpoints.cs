using Gatehouse.Local.GitHub.Pulls;

namespace Gatehouse.Local.GitHub.Repositories;

/// <summary>History: lists of commits, single ones with their files, the pull requests they came by, and comparisons.</summary>
public static class CommitEndpoints
{
    private const int MostInComparison = 250;

    public static void Map(GitHubRoutes routes, GitHubStandIn gitHub)
    {
        routes.Get("/commits", "repos/list-commits", call => call.Page(List(gitHub, call)).Select(sha => CommitShape.Of(gitHub, sha)));
        routes.Get("/commits/{**reference}", "repos/get-commit", call => Read(gitHub, call));
        routes.Get("/commits/{reference}/pulls", "repos/list-pull-requests-associated-with-commit", call => call.Page(Pulls(gitHub, call)));
        routes.Get("/compare/{**range}", "repos/compare-commits", call => Compare(gitHub, call.Route("range")));
        routes.Get("/git/commits/{sha}", "git/get-commit", call => CommitShape.Bare(gitHub.Settings, gitHub.Git.Commit(Require(gitHub, call.Route("sha")))));
    }

    public static string Require(GitHubStandIn gitHub, string reference) =>
        gitHub.Git.Resolve(reference) ?? throw new GitHubRefusalException(422, $"No commit found for SHA: {reference}");

    private static string[] List(GitHubStandIn gitHub, GitHubCall call)
    {
        var reference = call.Query("sha") ?? gitHub.Settings.Branch;
        var start = gitHub.Git.Resolve(reference) ?? throw GitHubRefusalException.NotFound();
        var arguments = new List<string> { start };
        if (call.Query("since") is { } since) arguments.Add($"--since={since}");
        if (call.Query("until") is { } until) arguments.Add($"--until={until}");
        if (call.Query("author") is { } author) arguments.AddRange(["--fixed-strings", $"--author={author}"]);
        arguments.Add("--");
        if (call.Query("path") is { } path) arguments.Add(path);
        return gitHub.Git.History([.. arguments]);
    }

    private static object Read(GitHubStandIn gitHub, GitHubCall call)
    {
        var sha = Require(gitHub, call.Route("reference"));
        return call.Accepts("sha") ? Results.Text(sha, "application/vnd.github.sha") : CommitShape.WithFiles(gitHub, sha);
    }

    private static List<object> Pulls(GitHubStandIn gitHub, GitHubCall call)
    {
        var sha = Require(gitHub, call.Route("reference"));
        return [.. gitHub.State.PullRequests.Where(pull => Brought(gitHub, pull, sha)).Select(pull => PullRequestShape.Summary(gitHub, pull))];
    }

    private static bool Brought(GitHubStandIn gitHub, PullRequest pull, string sha) =>
        pull.Merged && pull.MergeCommitSha == sha || gitHub.Git.History(pull.HeadSha, $"^{pull.BaseSha}").Contains(sha);

    private static object Compare(GitHubStandIn gitHub, string range)
    {
        var ends = range.Split("...");
        if (ends.Length != 2)
            throw GitHubRefusalException.NotFound();
        var from = gitHub.Git.Resolve(Local(ends[0])) ?? throw GitHubRefusalException.NotFound();
        var to = gitHub.Git.Resolve(Local(ends[1])) ?? throw GitHubRefusalException.NotFound();
        var start = gitHub.Git.MergeBase(from, to) ?? throw GitHubRefusalException.NotFound($"No common ancestor between {ends[0]} and {ends[1]}.");
        var ahead = gitHub.Git.History("--reverse", to, $"^{from}");
        var behind = gitHub.Git.History(from, $"^{to}").Length;
        return new
        {
            url = $"{gitHub.Settings.RepositoryApi}/compare/{range}",
            html_url = $"{gitHub.Settings.RepositoryWeb}/compare/{range}",
            base_commit = CommitShape.Of(gitHub, from),
            merge_base_commit = CommitShape.Of(gitHub, start),
            status = (ahead.Length, behind) switch { (0, 0) => "identical", (_, 0) => "ahead", (0, _) => "behind", _ => "diverged" },
            ahead_by = ahead.Length,
            behind_by = behind,
            total_commits = ahead.Length,
            commits = ahead.Take(MostInComparison).Select(sha => CommitShape.Of(gitHub, sha)),
            files = gitHub.Git.Diff(start, to).Select(file => CommitShape.FileShape(gitHub.Settings, to, file)),
        };
    }

    // GitHub writes a branch of a fork as owner:branch; here every branch is the repository's own.
    private static string Local(string end) => end[(end.IndexOf(':', StringComparison.Ordinal) + 1)..];
}
