using System.Text.Json;
using System.Text.Json.Nodes;
using Gatehouse.Local.GitHub.Issues;
using Gatehouse.Local.GitHub.Repositories;

namespace Gatehouse.Local.GitHub.Pulls;

/// <summary>A pull request as GitHub writes it: short in lists, whole when asked for by its number and in deliveries.</summary>
public static class PullRequestShape
{
    public static JsonObject Summary(GitHubStandIn gitHub, PullRequest pull)
    {
        var api = gitHub.Settings.RepositoryApi;
        return Json(new
        {
            url = $"{api}/pulls/{pull.Number}",
            id = 279147000 + pull.Number,
            node_id = $"PR_{pull.Number}",
            html_url = Page(gitHub, pull),
            diff_url = $"{Page(gitHub, pull)}.diff",
            patch_url = $"{Page(gitHub, pull)}.patch",
            issue_url = $"{api}/issues/{pull.Number}",
            number = pull.Number,
            state = pull.State,
            locked = false,
            title = pull.Title,
            user = UserShape.Of(pull.Author),
            body = pull.Body,
            created_at = pull.CreatedAt,
            updated_at = pull.UpdatedAt,
            closed_at = pull.ClosedAt,
            merged_at = pull.MergedAt,
            merge_commit_sha = pull.MergeCommitSha,
            assignee = (object?)null,
            assignees = Array.Empty<object>(),
            requested_reviewers = pull.RequestedReviewers.Select(login => UserShape.Of(login)),
            requested_teams = Array.Empty<object>(),
            labels = pull.Labels.Select(name => LabelShape.Of(gitHub.Settings, name)),
            milestone = (object?)null,
            draft = pull.Draft,
            commits_url = $"{api}/pulls/{pull.Number}/commits",
            comments_url = $"{api}/issues/{pull.Number}/comments",
            statuses_url = $"{api}/statuses/{pull.HeadSha}",
            head = End(gitHub, pull.HeadBranch, pull.HeadSha),
            @base = End(gitHub, pull.BaseBranch, pull.BaseSha),
            author_association = "CONTRIBUTOR",
            auto_merge = (object?)null,
            active_lock_reason = (object?)null,
        });
    }

    public static JsonObject Whole(GitHubStandIn gitHub, PullRequest pull)
    {
        var whole = Summary(gitHub, pull);
        var mergeable = pull.State == "open" ? MergeTrial.Run(gitHub, pull) : (bool?)null;
        var files = PullRequestCommits.Files(gitHub, pull);
        var rest = Json(new
        {
            merge_commit_sha = pull.MergeCommitSha,
            merged = pull.Merged,
            mergeable,
            rebaseable = mergeable,
            mergeable_state = mergeable switch { true => "clean", false => "dirty", null => "unknown" },
            merged_by = UserShape.OfNullable(pull.MergedBy),
            comments = pull.Comments.Count,
            review_comments = 0,
            maintainer_can_modify = false,
            commits = PullRequestCommits.Names(gitHub, pull).Length,
            additions = files.Sum(file => file.Additions),
            deletions = files.Sum(file => file.Deletions),
            changed_files = files.Count,
        });
        foreach (var (name, value) in rest.ToList())
            whole[name] = value?.DeepClone();
        return whole;
    }

    public static string Page(GitHubStandIn gitHub, PullRequest pull) => $"{gitHub.Settings.RepositoryWeb}/pull/{pull.Number}";

    private static object End(GitHubStandIn gitHub, string branch, string sha) => new
    {
        label = $"{gitHub.Settings.Owner}:{branch}",
        @ref = branch,
        sha,
        user = RepositoryShape.Owner(gitHub.Settings),
        repo = RepositoryShape.Of(gitHub),
    };

    private static JsonObject Json(object shape) => JsonSerializer.SerializeToNode(shape, GitHubJson.Options)!.AsObject();
}
