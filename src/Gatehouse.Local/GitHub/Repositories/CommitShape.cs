using System.Text.RegularExpressions;
using Gatehouse.Local.GitHub.Git;

namespace Gatehouse.Local.GitHub.Repositories;

/// <summary>Commits and the files they change, as GitHub writes them.</summary>
public static partial class CommitShape
{
    public static object Of(GitHubStandIn gitHub, string sha) => Describe(gitHub, gitHub.Git.Commit(sha));

    /// <summary>A commit with what it changed against its first parent, as asking for one commit answers it.</summary>
    public static object WithFiles(GitHubStandIn gitHub, string sha)
    {
        var commit = gitHub.Git.Commit(sha);
        var files = gitHub.Git.Diff(commit.Parents.Count > 0 ? commit.Parents[0] : null, sha);
        var (additions, deletions) = (files.Sum(file => file.Additions), files.Sum(file => file.Deletions));
        return new
        {
            sha,
            node_id = $"C_{sha}",
            commit = Inner(gitHub.Settings, commit),
            url = Url(gitHub.Settings, sha),
            html_url = $"{gitHub.Settings.RepositoryWeb}/commit/{sha}",
            comments_url = $"{Url(gitHub.Settings, sha)}/comments",
            author = UserShape.OfNullable(Login(commit.Author)),
            committer = UserShape.OfNullable(Login(commit.Committer)),
            parents = Parents(gitHub.Settings, commit),
            stats = new { total = additions + deletions, additions, deletions },
            files = files.Select(file => FileShape(gitHub.Settings, sha, file)),
        };
    }

    public static object FileShape(GitHubSettings settings, string sha, FileChange file) => new
    {
        sha = file.Sha,
        filename = file.Path,
        status = file.Status,
        additions = file.Additions,
        deletions = file.Deletions,
        changes = file.Additions + file.Deletions,
        blob_url = $"{settings.RepositoryWeb}/blob/{sha}/{file.Path}",
        raw_url = $"{settings.RepositoryWeb}/raw/{sha}/{file.Path}",
        contents_url = $"{settings.RepositoryApi}/contents/{file.Path}?ref={sha}",
        patch = file.Patch,
    };

    public static string Url(GitHubSettings settings, string sha) => $"{settings.RepositoryApi}/commits/{sha}";

    /// <summary>The commit itself, as writing a file and <c>git/commits</c> answer it.</summary>
    public static object Bare(GitHubSettings settings, GitCommit commit) => new
    {
        sha = commit.Sha,
        node_id = $"C_{commit.Sha}",
        url = $"{settings.RepositoryApi}/git/commits/{commit.Sha}",
        html_url = $"{settings.RepositoryWeb}/commit/{commit.Sha}",
        author = Person(commit.Author),
        committer = Person(commit.Committer),
        tree = Tree(settings, commit),
        message = commit.Message,
        parents = Parents(settings, commit),
        verification = Unsigned,
    };

    private static object Unsigned => new { verified = false, reason = "unsigned", signature = (string?)null, payload = (string?)null };

    private static object Describe(GitHubStandIn gitHub, GitCommit commit) => new
    {
        sha = commit.Sha,
        node_id = $"C_{commit.Sha}",
        commit = Inner(gitHub.Settings, commit),
        url = Url(gitHub.Settings, commit.Sha),
        html_url = $"{gitHub.Settings.RepositoryWeb}/commit/{commit.Sha}",
        comments_url = $"{Url(gitHub.Settings, commit.Sha)}/comments",
        author = UserShape.OfNullable(Login(commit.Author)),
        committer = UserShape.OfNullable(Login(commit.Committer)),
        parents = Parents(gitHub.Settings, commit),
    };

    private static object Inner(GitHubSettings settings, GitCommit commit) => new
    {
        author = Person(commit.Author),
        committer = Person(commit.Committer),
        message = commit.Message,
        tree = Tree(settings, commit),
        url = $"{settings.RepositoryApi}/git/commits/{commit.Sha}",
        comment_count = 0,
        verification = Unsigned,
    };

    private static object Tree(GitHubSettings settings, GitCommit commit) =>
        new { sha = commit.Tree, url = $"{settings.RepositoryApi}/git/trees/{commit.Tree}" };

    private static object Person(Signature person) => new { name = person.Name, email = person.Email, date = person.At };

    private static IEnumerable<object> Parents(GitHubSettings settings, GitCommit commit) => commit.Parents.Select(sha =>
        new { sha, url = Url(settings, sha), html_url = $"{settings.RepositoryWeb}/commit/{sha}" });

    /// <summary>The account that an address belongs to: only GitHub's own no-reply addresses are known here, others are null as on GitHub.</summary>
    private static string? Login(Signature person) =>
        person.Email == "noreply@github.com" ? "web-flow"
        : NoReplyAddress().Match(person.Email) is { Success: true } match ? match.Groups["login"].Value : null;

    [GeneratedRegex(@"^(?:\d+\+)?(?<login>[^@]+)@users\.noreply\.github\.com$")]
    private static partial Regex NoReplyAddress();
}
