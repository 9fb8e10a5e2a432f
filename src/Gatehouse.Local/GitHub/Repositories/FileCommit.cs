using Gatehouse.Local.GitHub.Git;

namespace Gatehouse.Local.GitHub.Repositories;

/// <summary>Makes the one commit that writing or deleting a file through the API is.</summary>
public static class FileCommit
{
    public static GitCommit Make(GitHubStandIn gitHub, GitHubCall call, string branch, string head, string path, string? blob)
    {
        var tree = GitTree.With(gitHub.Git.Objects, gitHub.Git.Commit(head).Tree, path.Split('/'), blob);
        var committer = Person(call, "committer", gitHub.Now);
        var author = Person(call, "author", gitHub.Now) ?? committer ?? NoReply(call.Caller.Login, gitHub.Now);
        var byGitHub = new Signature("GitHub", "noreply@github.com", gitHub.Now);
        var sha = GitCommit.Write(gitHub.Git.Objects, tree, [head], author, committer ?? byGitHub, call.Text("message")!);
        BranchMove.Push(gitHub, branch, head, sha, call.Caller.Login);
        return gitHub.Git.Commit(sha);
    }

    public static Signature NoReply(string login, DateTimeOffset at) => new(login, $"{login}@users.noreply.github.com", at);

    private static Signature? Person(GitHubCall call, string field, DateTimeOffset now)
    {
        if (call.Fields[field] is not { } person)
            return null;
        if ((string?)person["name"] is not { Length: > 0 } name || (string?)person["email"] is not { Length: > 0 } email)
            throw new GitHubRefusalException(422, $"Invalid request.\n\n\"email\", \"name\" weren't supplied for \"{field}\".");
        var at = DateTimeOffset.TryParse((string?)person["date"], System.Globalization.CultureInfo.InvariantCulture, out var date) ? date : now;
        return new Signature(Clean(name), Clean(email), at);
    }

    // A commit's header is one line, and brackets delimit the address.
    private static string Clean(string text) => text.ReplaceLineEndings(" ").Replace("<", "", StringComparison.Ordinal).Replace(">", "", StringComparison.Ordinal);
}
