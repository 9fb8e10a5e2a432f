namespace Gatehouse.Local.GitHub.Repositories;

/// <summary>The repository as GitHub writes it in answers and deliveries.</summary>
public static class RepositoryShape
{
    public const int Id = 186853002;

    public static object Of(GitHubStandIn gitHub) => Of(gitHub.Settings, gitHub.State.Private);

    public static object Owner(GitHubSettings settings) => UserShape.Of(settings.Owner, "Organization");

    private static object Of(GitHubSettings settings, bool isPrivate) => new
    {
        id = Id,
        node_id = "R_kgDOCyMtSg",
        name = settings.Name,
        full_name = settings.Repository,
        @private = isPrivate,
        owner = Owner(settings),
        html_url = settings.RepositoryWeb,
        description = "Who has access to AWS",
        fork = false,
        url = settings.RepositoryApi,
        hooks_url = $"{settings.RepositoryApi}/hooks",
        branches_url = $"{settings.RepositoryApi}/branches{{/branch}}",
        statuses_url = $"{settings.RepositoryApi}/statuses/{{sha}}",
        commits_url = $"{settings.RepositoryApi}/commits{{/sha}}",
        contents_url = $"{settings.RepositoryApi}/contents/{{+path}}",
        compare_url = $"{settings.RepositoryApi}/compare/{{base}}...{{head}}",
        pulls_url = $"{settings.RepositoryApi}/pulls{{/number}}",
        issues_url = $"{settings.RepositoryApi}/issues{{/number}}",
        labels_url = $"{settings.RepositoryApi}/labels{{/name}}",
        clone_url = $"{settings.RepositoryWeb}.git",
        created_at = "2019-05-15T15:19:25Z",
        updated_at = "2019-05-15T15:21:14Z",
        pushed_at = "2019-05-15T15:20:57Z",
        homepage = (string?)null,
        size = 64,
        language = "HCL",
        archived = false,
        disabled = false,
        visibility = isPrivate ? "private" : "public",
        default_branch = settings.Branch,
        allow_squash_merge = true,
        allow_merge_commit = true,
        allow_rebase_merge = false,
        permissions = new { admin = true, maintain = true, push = true, triage = true, pull = true },
    };
}
