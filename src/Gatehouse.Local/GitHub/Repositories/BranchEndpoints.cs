using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gatehouse.Local.GitHub.Repositories;

/// <summary>Branches and their protection. Every caller counts as an administrator, so that only an enforced protection stops a merge.</summary>
public static class BranchEndpoints
{
    private const string Heads = "refs/heads/";

    public static void Map(GitHubRoutes routes, GitHubStandIn gitHub)
    {
        routes.Get("/branches", "repos/list-branches", call => call.Page(gitHub.Git.References(Heads)).Select(branch =>
            Summary(gitHub, branch.Name[Heads.Length..], branch.Sha)));
        routes.Get("/branches/{**branch}", "repos/get-branch", call => Read(gitHub, call.Route("branch")));
        routes.Get("/branches/{branch}/protection", "repos/get-branch-protection", call => Protection(gitHub, call.Route("branch")));
        routes.Put("/branches/{branch}/protection", "repos/update-branch-protection", call => Protect(gitHub, call));
        routes.Delete("/branches/{branch}/protection", "repos/delete-branch-protection", call => Unprotect(gitHub, call.Route("branch")));
        // No rulesets are played: a branch is protected by its own protection or not at all.
        routes.Get("/rules/branches/{**branch}", "repos/get-branch-rules", _ => Array.Empty<object>());
    }

    private static object Summary(GitHubStandIn gitHub, string name, string sha) => new
    {
        name,
        commit = new { sha, url = CommitShape.Url(gitHub.Settings, sha) },
        @protected = gitHub.State.Protections.ContainsKey(name),
    };

    private static object Read(GitHubStandIn gitHub, string name)
    {
        var sha = gitHub.Git.Branch(name) ?? throw GitHubRefusalException.NotFound("Branch not found");
        return new
        {
            name,
            commit = CommitShape.Of(gitHub, sha),
            _links = new { self = Url(gitHub, name), html = $"{gitHub.Settings.RepositoryWeb}/tree/{name}" },
            @protected = gitHub.State.Protections.ContainsKey(name),
            protection_url = $"{Url(gitHub, name)}/protection",
        };
    }

    private static JsonElement Protection(GitHubStandIn gitHub, string name)
    {
        RequireBranch(gitHub, name);
        return gitHub.State.Protections.TryGetValue(name, out var protection) ? protection : throw GitHubRefusalException.NotFound("Branch not protected");
    }

    private static JsonObject Protect(GitHubStandIn gitHub, GitHubCall call)
    {
        var name = call.Route("branch");
        RequireBranch(gitHub, name);
        var shape = ProtectionShape.Of($"{Url(gitHub, name)}/protection", call.Fields);
        gitHub.State.Protections[name] = JsonSerializer.SerializeToElement(shape, GitHubJson.Options);
        return shape;
    }

    private static object? Unprotect(GitHubStandIn gitHub, string name) =>
        gitHub.State.Protections.Remove(name) ? null : throw GitHubRefusalException.NotFound("Branch not protected");

    private static void RequireBranch(GitHubStandIn gitHub, string name)
    {
        if (gitHub.Git.Branch(name) is null)
            throw GitHubRefusalException.NotFound("Branch not found");
    }

    private static string Url(GitHubStandIn gitHub, string name) => $"{gitHub.Settings.RepositoryApi}/branches/{name}";
}
