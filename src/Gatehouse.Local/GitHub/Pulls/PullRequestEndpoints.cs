using System.Text.Json.Nodes;
using Gatehouse.Local.GitHub.Repositories;
using Gatehouse.Local.GitHub.Webhooks;

namespace Gatehouse.Local.GitHub.Pulls;

/// <summary>Pull requests: opened, listed, read, edited, closed and merged.</summary>
public static class PullRequestEndpoints
{
    public static void Map(GitHubRoutes routes, GitHubStandIn gitHub)
    {
        routes.Get("/pulls", "pulls/list", call => call.Page(List(gitHub, call)).Select(pull => PullRequestShape.Summary(gitHub, pull)));
        routes.Post("/pulls", "pulls/create", call => Create(gitHub, call));
        routes.Get("/pulls/{number}", "pulls/get", call => PullRequestShape.Whole(gitHub, Find(gitHub, call)));
        routes.Patch("/pulls/{number}", "pulls/update", call => Update(gitHub, call));
        routes.Get("/pulls/{number}/files", "pulls/list-files", call => Files(gitHub, call));
        routes.Get("/pulls/{number}/commits", "pulls/list-commits", call => Commits(gitHub, call));
        routes.Get("/pulls/{number}/merge", "pulls/check-if-merged", call => IfMerged(Find(gitHub, call)));
        routes.Put("/pulls/{number}/merge", "pulls/merge", call => Merge.Do(gitHub, call));
    }

    public static void Close(GitHubStandIn gitHub, PullRequest pull, string login)
    {
        pull.State = "closed";
        pull.ClosedAt = pull.UpdatedAt = gitHub.Now;
        pull.Events.Add(new PullRequestEvent(gitHub.State.NextId(), "closed", login, gitHub.Now));
        PullRequestPayload.Send(gitHub, pull, "closed", login);
    }

    private static PullRequest Find(GitHubStandIn gitHub, GitHubCall call) => gitHub.State.PullRequest(call.Number("number"));

    private static List<PullRequest> List(GitHubStandIn gitHub, GitHubCall call)
    {
        var state = call.Query("state") ?? "open";
        var found = gitHub.State.PullRequests.Where(pull => state == "all" || pull.State == state);
        if (call.Query("head") is { } head)
            found = found.Where(pull => head == $"{gitHub.Settings.Owner}:{pull.HeadBranch}");
        if (call.Query("base") is { } into)
            found = found.Where(pull => pull.BaseBranch == into);
        Func<PullRequest, (DateTimeOffset, int)> order = pull => (call.Query("sort") == "updated" ? pull.UpdatedAt : pull.CreatedAt, pull.Number);
        return [.. call.Query("direction") == "asc" ? found.OrderBy(order) : found.OrderByDescending(order)];
    }

    private static JsonObject Create(GitHubStandIn gitHub, GitHubCall call)
    {
        var (title, into) = (call.Required("PullRequest", "title"), call.Required("PullRequest", "base"));
        var head = Local(gitHub, call.Required("PullRequest", "head"));
        var headSha = gitHub.Git.Branch(head) ?? throw GitHubRefusalException.Invalid("PullRequest", "head", "invalid");
        var baseSha = gitHub.Git.Branch(into) ?? throw GitHubRefusalException.Invalid("PullRequest", "base", "invalid");
        if (gitHub.State.PullRequests.Any(pull => pull.State == "open" && pull.HeadBranch == head && pull.BaseBranch == into))
            throw GitHubRefusalException.Custom("PullRequest", $"A pull request already exists for {gitHub.Settings.Owner}:{head}.");
        if (gitHub.Git.Contains(baseSha, headSha))
            throw GitHubRefusalException.Custom("PullRequest", $"No commits between {into} and {head}");
        var pull = new PullRequest
        {
            Number = gitHub.State.PullRequests.Count + 1,
            Title = title,
            Body = call.Text("body"),
            Author = call.Caller.Login,
            HeadBranch = head,
            HeadSha = headSha,
            BaseBranch = into,
            BaseSha = baseSha,
            Draft = call.Flag("draft"),
            CreatedAt = gitHub.Now,
            UpdatedAt = gitHub.Now,
        };
        gitHub.State.PullRequests.Add(pull);
        PullRequestPayload.Send(gitHub, pull, "opened", call.Caller.Login);
        return PullRequestShape.Whole(gitHub, pull);
    }

    private static string Local(GitHubStandIn gitHub, string head)
    {
        var parts = head.Split(':', 2);
        if (parts.Length == 1)
            return head;
        return parts[0].Equals(gitHub.Settings.Owner, StringComparison.OrdinalIgnoreCase) ? parts[1] : throw GitHubRefusalException.Invalid("PullRequest", "head", "invalid");
    }

    private static JsonObject Update(GitHubStandIn gitHub, GitHubCall call)
    {
        var pull = Find(gitHub, call);
        Edit(gitHub, call, pull);
        if (call.Text("state") is { } state && state != pull.State)
            SetState(gitHub, pull, state, call.Caller.Login);
        return PullRequestShape.Whole(gitHub, pull);
    }

    private static void Edit(GitHubStandIn gitHub, GitHubCall call, PullRequest pull)
    {
        var (before, into) = ((pull.Title, pull.Body, pull.BaseBranch), call.Text("base") ?? pull.BaseBranch);
        var baseSha = gitHub.Git.Branch(into) ?? throw GitHubRefusalException.Invalid("PullRequest", "base", "invalid");
        (pull.Title, pull.Body, pull.UpdatedAt) = (call.Text("title") ?? pull.Title, call.Text("body") ?? pull.Body, gitHub.Now);
        if (into != pull.BaseBranch)
            (pull.BaseBranch, pull.BaseSha) = (into, baseSha);
        var changes = new Dictionary<string, object>();
        if (pull.Title != before.Title) changes["title"] = new { from = before.Title };
        if (pull.Body != before.Body) changes["body"] = new { from = before.Body };
        if (pull.BaseBranch != before.BaseBranch) changes["base"] = new { @ref = new { from = before.BaseBranch } };
        if (changes.Count > 0)
            PullRequestPayload.Send(gitHub, pull, "edited", call.Caller.Login, new { changes });
    }

    private static void SetState(GitHubStandIn gitHub, PullRequest pull, string state, string login)
    {
        if (state == "closed")
        {
            Close(gitHub, pull, login);
            return;
        }

        if (state != "open" || pull.Merged)
            throw GitHubRefusalException.Invalid("PullRequest", "state", "invalid");
        if (gitHub.Git.Branch(pull.HeadBranch) is not { } head)
            throw GitHubRefusalException.Custom("PullRequest", $"state cannot be changed. The {pull.HeadBranch} branch has been deleted.");
        (pull.State, pull.ClosedAt, pull.HeadSha) = ("open", null, head);
        pull.Events.Add(new PullRequestEvent(gitHub.State.NextId(), "reopened", login, gitHub.Now));
        PullRequestPayload.Send(gitHub, pull, "reopened", login);
    }

    private static IEnumerable<object> Files(GitHubStandIn gitHub, GitHubCall call)
    {
        var pull = Find(gitHub, call);
        return call.Page(PullRequestCommits.Files(gitHub, pull)).Select(file => CommitShape.FileShape(gitHub.Settings, pull.HeadSha, file));
    }

    private static IEnumerable<object> Commits(GitHubStandIn gitHub, GitHubCall call) =>
        call.Page(PullRequestCommits.Names(gitHub, Find(gitHub, call))).Select(sha => CommitShape.Of(gitHub, sha));

    private static GitHubAnswer.WithStatus IfMerged(PullRequest pull) =>
        pull.Merged ? new GitHubAnswer.WithStatus(204, null) : throw GitHubRefusalException.NotFound();
}
