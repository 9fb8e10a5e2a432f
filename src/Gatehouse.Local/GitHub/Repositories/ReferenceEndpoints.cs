using Gatehouse.Local.GitHub.Git;

namespace Gatehouse.Local.GitHub.Repositories;

/// <summary>Git's own references, blobs and trees.</summary>
public static class ReferenceEndpoints
{
    private const string Heads = "refs/heads/";

    public static void Map(GitHubRoutes routes, GitHubStandIn gitHub)
    {
        routes.Get("/git/ref/{**reference}", "git/get-ref", call => Read(gitHub, call));
        routes.Get("/git/matching-refs/{**prefix}", "git/list-matching-refs", call => Matching(gitHub, call));
        routes.Post("/git/refs", "git/create-ref", call => Create(gitHub, call));
        routes.Patch("/git/refs/{**reference}", "git/update-ref", call => Update(gitHub, call));
        routes.Delete("/git/refs/{**reference}", "git/delete-ref", call => Delete(gitHub, call));
        routes.Get("/git/blobs/{sha}", "git/get-blob", call => Blob(gitHub, call));
        routes.Get("/git/trees/{**sha}", "git/get-tree", call => Tree(gitHub, call));
    }

    private static object Read(GitHubStandIn gitHub, GitHubCall call)
    {
        var name = $"refs/{call.Route("reference")}";
        return Shape(gitHub, name, gitHub.Git.Reference(name) ?? throw GitHubRefusalException.NotFound());
    }

    // Git takes a prefix up to a slash only; GitHub any.
    private static IEnumerable<object> Matching(GitHubStandIn gitHub, GitHubCall call) =>
        call.Page([.. gitHub.Git.References(Heads).Where(found => found.Name.StartsWith($"refs/{call.Route("prefix")}", StringComparison.Ordinal))])
            .Select(found => Shape(gitHub, found.Name, found.Sha));

    private static object Create(GitHubStandIn gitHub, GitHubCall call)
    {
        var (name, sha) = (call.Required("Reference", "ref"), call.Required("Reference", "sha"));
        if (!name.StartsWith(Heads, StringComparison.Ordinal) || !gitHub.Git.IsValidReference(name))
            throw new GitHubRefusalException(422, $"{name} is not a valid ref name.");
        if (gitHub.Git.Reference(name) is not null)
            throw new GitHubRefusalException(422, "Reference already exists");
        RequireObject(gitHub, sha);
        BranchMove.Push(gitHub, name[Heads.Length..], null, sha, call.Caller.Login);
        return Shape(gitHub, name, sha);
    }

    private static object Update(GitHubStandIn gitHub, GitHubCall call)
    {
        var (name, before) = RequireBranch(gitHub, call);
        var sha = call.Required("Reference", "sha");
        RequireObject(gitHub, sha);
        if (!call.Flag("force") && !gitHub.Git.Contains(sha, before))
            throw new GitHubRefusalException(422, "Update is not a fast forward");
        if (sha != before)
            BranchMove.Push(gitHub, name[Heads.Length..], before, sha, call.Caller.Login);
        return Shape(gitHub, name, sha);
    }

    private static object? Delete(GitHubStandIn gitHub, GitHubCall call)
    {
        var (name, before) = RequireBranch(gitHub, call);
        BranchMove.Delete(gitHub, name[Heads.Length..], before, call.Caller.Login);
        return null;
    }

    private static (string Name, string Sha) RequireBranch(GitHubStandIn gitHub, GitHubCall call)
    {
        var name = $"refs/{call.Route("reference")}";
        return (name, gitHub.Git.Reference(name) ?? throw new GitHubRefusalException(422, "Reference does not exist"));
    }

    private static void RequireObject(GitHubStandIn gitHub, string sha)
    {
        if (sha.Length != 40 || gitHub.Git.Objects.Read($"{sha}^{{commit}}") is null)
            throw new GitHubRefusalException(422, "Object does not exist");
    }

    private static object Shape(GitHubStandIn gitHub, string name, string sha) => new
    {
        @ref = name,
        node_id = $"REF_{name}",
        url = $"{gitHub.Settings.RepositoryApi}/git/{name}",
        @object = new { sha, type = "commit", url = $"{gitHub.Settings.RepositoryApi}/git/commits/{sha}" },
    };

    private static object Blob(GitHubStandIn gitHub, GitHubCall call)
    {
        var blob = gitHub.Git.Objects.Read(call.Route("sha")) is { Type: "blob" } found ? found : throw GitHubRefusalException.NotFound();
        if (call.WantsRaw)
            return Results.Bytes(blob.Bytes, "application/vnd.github.raw; charset=utf-8");
        var content = ContentShape.Lines(Convert.ToBase64String(blob.Bytes));
        var url = $"{gitHub.Settings.RepositoryApi}/git/blobs/{blob.Sha}";
        return new { sha = blob.Sha, node_id = $"B_{blob.Sha}", size = blob.Bytes.Length, url, content, encoding = "base64" };
    }

    private static object Tree(GitHubStandIn gitHub, GitHubCall call)
    {
        var tree = gitHub.Git.Objects.Read($"{call.Route("sha")}^{{tree}}") ?? throw GitHubRefusalException.NotFound();
        return new
        {
            sha = tree.Sha,
            url = $"{gitHub.Settings.RepositoryApi}/git/trees/{tree.Sha}",
            tree = Entries(gitHub, tree, "", call.Query("recursive") is not null),
            truncated = false,
        };
    }

    private static IEnumerable<object> Entries(GitHubStandIn gitHub, GitObject tree, string prefix, bool deep) => GitTree.Parse(tree.Bytes).SelectMany(entry =>
    {
        var type = entry.IsDirectory ? "tree" : "blob";
        object shape = new { path = prefix + entry.Name, mode = entry.Mode.PadLeft(6, '0'), type, sha = entry.Sha };
        return deep && entry.IsDirectory ? Entries(gitHub, gitHub.Git.Objects.Read(entry.Sha)!, $"{prefix}{entry.Name}/", deep).Prepend(shape) : [shape];
    });
}
