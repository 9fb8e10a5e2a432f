using System.Buffers.Text;
using System.Text;
using Gatehouse.Local.GitHub.Git;

namespace Gatehouse.Local.GitHub.Repositories;

/// <summary>Files of the repository: read as of any commit, and written one commit at a time.</summary>
public static class ContentsEndpoints
{
    private const int LargestInline = 1024 * 1024;

    public static void Map(GitHubRoutes routes, GitHubStandIn gitHub)
    {
        routes.Get("/contents/{**path}", "repos/get-content", call => Read(gitHub, call));
        routes.Put("/contents/{**path}", "repos/create-or-update-file-contents", call => Write(gitHub, call));
        routes.Delete("/contents/{**path}", "repos/delete-file", call => Delete(gitHub, call), 200);
    }

    private static object Read(GitHubStandIn gitHub, GitHubCall call)
    {
        var reference = call.Query("ref") ?? gitHub.Settings.Branch;
        var commit = gitHub.Git.Resolve(reference) ?? throw GitHubRefusalException.NotFound($"No commit found for the ref {reference}");
        var path = Path(call);
        var found = gitHub.Git.At(commit, path) ?? throw GitHubRefusalException.NotFound();
        if (found.Type == "tree")
            return Listing(gitHub, path, found, reference);
        return call.WantsRaw
            ? Results.Bytes(found.Bytes, "application/vnd.github.raw; charset=utf-8")
            : ContentShape.WithContent(gitHub.Settings, path, found, reference, LargestInline);
    }

    private static IEnumerable<object> Listing(GitHubStandIn gitHub, string path, GitObject tree, string reference) =>
        GitTree.Parse(tree.Bytes).Select(entry => ContentShape.Of(
            gitHub.Settings, path.Length == 0 ? entry.Name : $"{path}/{entry.Name}", entry.Sha, Size(gitHub, entry), entry.IsDirectory, reference));

    private static int Size(GitHubStandIn gitHub, TreeEntry entry) => entry.IsDirectory ? 0 : gitHub.Git.Objects.Read(entry.Sha)!.Bytes.Length;

    private static GitHubAnswer.WithStatus Write(GitHubStandIn gitHub, GitHubCall call)
    {
        var (branch, head) = Head(gitHub, call);
        var path = Path(call);
        var content = Content(call.Text("content") ?? throw new GitHubRefusalException(422, "Invalid request.\n\n\"content\" wasn't supplied."));
        var existing = RequireCurrent(gitHub, call, head, path);
        var blob = gitHub.Git.Objects.Write("blob", content);
        var commit = FileCommit.Make(gitHub, call, branch, head, path, blob);
        return new GitHubAnswer.WithStatus(existing is null ? 201 : 200, new
        {
            content = ContentShape.Of(gitHub.Settings, path, blob, content.Length, false, branch),
            commit = CommitShape.Bare(gitHub.Settings, commit),
        });
    }

    private static object Delete(GitHubStandIn gitHub, GitHubCall call)
    {
        var (branch, head) = Head(gitHub, call);
        var path = Path(call);
        if (RequireCurrent(gitHub, call, head, path) is null)
            throw GitHubRefusalException.NotFound();
        var commit = FileCommit.Make(gitHub, call, branch, head, path, null);
        return new { content = (object?)null, commit = CommitShape.Bare(gitHub.Settings, commit) };
    }

    private static (string Branch, string Head) Head(GitHubStandIn gitHub, GitHubCall call)
    {
        if (call.Text("message") is not { Length: > 0 })
            throw new GitHubRefusalException(422, "Invalid request.\n\n\"message\" wasn't supplied.");
        var branch = call.Text("branch") ?? gitHub.Settings.Branch;
        if (branch.StartsWith("refs/heads/", StringComparison.Ordinal))
            branch = branch["refs/heads/".Length..];
        return (branch, gitHub.Git.Branch(branch) ?? throw GitHubRefusalException.NotFound($"Branch {branch} not found"));
    }

    private static GitObject? RequireCurrent(GitHubStandIn gitHub, GitHubCall call, string head, string path)
    {
        var existing = gitHub.Git.At(head, path);
        var sha = call.Text("sha");
        if (existing is not null && sha is null)
            throw new GitHubRefusalException(422, "Invalid request.\n\n\"sha\" wasn't supplied.");
        if (sha is not null && !sha.Equals(existing?.Sha, StringComparison.OrdinalIgnoreCase))
            throw new GitHubRefusalException(409, $"{path} does not match {sha}");
        return existing;
    }

    private static byte[] Content(string base64)
    {
        var text = Encoding.ASCII.GetBytes(base64.Replace("\n", "", StringComparison.Ordinal));
        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length)];
        if (Base64.DecodeFromUtf8(text, bytes, out _, out var written) != System.Buffers.OperationStatus.Done)
            throw new GitHubRefusalException(422, "content is not valid Base64");
        return bytes[..written];
    }

    private static string Path(GitHubCall call)
    {
        var path = call.Route("path").Trim('/');
        if (path.Split('/').Any(part => part is "." or ".." or ".git"))
            throw new GitHubRefusalException(422, "path contains a malformed path component");
        return path;
    }
}
