using Gatehouse.Local.GitHub.Git;

namespace Gatehouse.Local.GitHub.Webhooks;

/// <summary>The delivery of a <c>push</c> event.</summary>
public static class PushPayload
{
    private const int MostCommits = 20;

    public static Dictionary<string, object?> Of(GitHubStandIn gitHub, string branch, string before, string after, string login)
    {
        var (created, deleted) = (IsNothing(before), IsNothing(after));
        var commits = created || deleted ? [] : gitHub.Git.History("--reverse", after, $"^{before}").TakeLast(MostCommits).Select(sha => Commit(gitHub, sha)).ToList();
        var payload = new Dictionary<string, object?>
        {
            ["ref"] = $"refs/heads/{branch}",
            ["before"] = before,
            ["after"] = after,
            ["created"] = created,
            ["deleted"] = deleted,
            ["forced"] = false,
            ["base_ref"] = null,
            ["compare"] = $"{gitHub.Settings.RepositoryWeb}/compare/{before[..12]}...{after[..12]}",
            ["commits"] = commits,
            ["head_commit"] = deleted ? null : Commit(gitHub, after),
            ["pusher"] = new { name = login, email = $"{login}@users.noreply.github.com" },
        };
        foreach (var (name, value) in EventContext.Of(gitHub, login))
            payload[name] = value;
        return payload;
    }

    private static bool IsNothing(string sha) => sha.All(digit => digit == '0');

    private static object Commit(GitHubStandIn gitHub, string sha)
    {
        var commit = gitHub.Git.Commit(sha);
        var files = gitHub.Git.Diff(commit.Parents.Count > 0 ? commit.Parents[0] : null, sha);
        return new
        {
            id = sha,
            tree_id = commit.Tree,
            distinct = true,
            message = commit.Message,
            timestamp = commit.Committer.At,
            url = $"{gitHub.Settings.RepositoryWeb}/commit/{sha}",
            author = Person(commit.Author),
            committer = Person(commit.Committer),
            added = Paths(files, "added"),
            removed = Paths(files, "removed"),
            modified = Paths(files, "modified"),
        };
    }

    private static object Person(Signature person) => new { name = person.Name, email = person.Email };

    private static IEnumerable<string> Paths(IReadOnlyList<FileChange> files, string status) =>
        files.Where(file => file.Status == status).Select(file => file.Path);
}
