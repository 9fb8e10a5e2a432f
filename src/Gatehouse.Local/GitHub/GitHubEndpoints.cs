using Gatehouse.Local.GitHub.Actions;
using Gatehouse.Local.GitHub.Apps;
using Gatehouse.Local.GitHub.Checks;
using Gatehouse.Local.GitHub.Issues;
using Gatehouse.Local.GitHub.Pulls;
using Gatehouse.Local.GitHub.Repositories;
using Gatehouse.Local.GitHub.SecretScanning;
using Gatehouse.Local.GitHub.Webhooks;

namespace Gatehouse.Local.GitHub;

/// <summary>GitHub's REST API over the register's bare repository, and of the repositories that deploy their secrets and test workflow: the paths, shapes, statuses and error bodies that GitHub documents.</summary>
public static class GitHubEndpoints
{
    public static void MapGitHub(this IEndpointRouteBuilder endpoints, World world) => endpoints.MapGitHub(world.GitHub);

    public static void MapGitHub(this IEndpointRouteBuilder endpoints, GitHubStandIn gitHub)
    {
        var repository = new GitHubRoutes(endpoints, gitHub, GitHubRoutes.RepositoryPrefix);
        ContentsEndpoints.Map(repository, gitHub);
        BranchEndpoints.Map(repository, gitHub);
        CommitEndpoints.Map(repository, gitHub);
        ReferenceEndpoints.Map(repository, gitHub);
        PullRequestEndpoints.Map(repository, gitHub);
        ReviewEndpoints.Map(repository, gitHub);
        CommentEndpoints.Map(repository, gitHub);
        LabelEndpoints.Map(repository, gitHub);
        TimelineEndpoints.Map(repository, gitHub);
        CheckRunEndpoints.Map(repository, gitHub);
        CommitStatusEndpoints.Map(repository, gitHub);
        HookEndpoints.Map(repository, gitHub);
        SecretAlertEndpoints.Map(new GitHubRoutes(endpoints, gitHub, GitHubRoutes.RepositoryPrefix, everyRepository: true), gitHub);
        AppEndpoints.Map(repository, endpoints, gitHub);
        RepositoryEndpoints.Map(repository, endpoints, gitHub);
        var deploys = new GitHubRoutes(endpoints, gitHub, GitHubRoutes.RepositoryPrefix, everyRepository: true);
        SecretsEndpoints.Map(deploys, gitHub);
        WorkflowEndpoints.Map(deploys, gitHub);
        endpoints.MapFallback(() => GitHubAnswer.Error(404, "Not Found"));
    }
}
