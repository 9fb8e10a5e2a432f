using System.Text;
using Gatehouse.Local.GitHub.Git;

namespace Gatehouse.Local.GitHub.Repositories;

/// <summary>A file or directory as the contents API writes it.</summary>
public static class ContentShape
{
    private const int LineOfBase64 = 60;

    public static object Of(GitHubSettings settings, string path, string sha, int size, bool directory, string reference) => new
    {
        name = path.Split('/')[^1],
        path,
        sha,
        size,
        url = Url(settings, path, reference),
        html_url = Page(settings, path, reference, directory),
        git_url = GitUrl(settings, sha, directory),
        download_url = directory ? null : Url(settings, path, reference),
        type = directory ? "dir" : "file",
        _links = Links(settings, path, sha, directory, reference),
    };

    /// <summary>A file with its content; one over <paramref name="largest"/> bytes has none, and says so as GitHub does.</summary>
    public static object WithContent(GitHubSettings settings, string path, GitObject file, string reference, int largest) => new
    {
        name = path.Split('/')[^1],
        path,
        sha = file.Sha,
        size = file.Bytes.Length,
        url = Url(settings, path, reference),
        html_url = Page(settings, path, reference, false),
        git_url = GitUrl(settings, file.Sha, false),
        download_url = Url(settings, path, reference),
        type = "file",
        content = file.Bytes.Length > largest ? "" : Lines(Convert.ToBase64String(file.Bytes)),
        encoding = file.Bytes.Length > largest ? "none" : "base64",
        _links = Links(settings, path, file.Sha, false, reference),
    };

    /// <summary>GitHub breaks base64 into lines, and clients must cope.</summary>
    public static string Lines(string base64)
    {
        var lines = new StringBuilder(base64.Length + (base64.Length / LineOfBase64) + 1);
        for (var start = 0; start < base64.Length; start += LineOfBase64)
            lines.Append(base64.AsSpan(start, Math.Min(LineOfBase64, base64.Length - start))).Append('\n');
        return lines.ToString();
    }

    private static object Links(GitHubSettings settings, string path, string sha, bool directory, string reference) =>
        new { self = Url(settings, path, reference), git = GitUrl(settings, sha, directory), html = Page(settings, path, reference, directory) };

    private static string Url(GitHubSettings settings, string path, string reference) =>
        $"{settings.RepositoryApi}/contents/{path}?ref={Uri.EscapeDataString(reference)}";

    private static string GitUrl(GitHubSettings settings, string sha, bool directory) =>
        $"{settings.RepositoryApi}/git/{(directory ? "trees" : "blobs")}/{sha}";

    private static string Page(GitHubSettings settings, string path, string reference, bool directory) =>
        $"{settings.RepositoryWeb}/{(directory ? "tree" : "blob")}/{reference}/{path}";
}
