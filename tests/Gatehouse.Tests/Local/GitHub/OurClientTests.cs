using System.Text.Json.Nodes;
using Gatehouse.GitHub;
using Gatehouse.Local.Seed;
using Gatehouse.Tests.Aws;

namespace Gatehouse.Tests.Local.GitHub;

/// <summary>The client that is deployed and the stand-in understand each other in what a plan says and reads.</summary>
public sealed class OurClientTests : GitHubTests, IDisposable
{
    private readonly HttpClient http = new();

    private static readonly Check Plan = new("Gatehouse plan", false, "Refused", "Why.", "All of it.", "https://github.example/7");

    [Fact]
    public async Task As_an_app_it_keeps_one_check_run_with_each_annotation_once()
    {
        var head = await OpenAsync();
        var checks = Checks(await AppAsync());

        await checks.PublishAsync(head, Plan with { Annotations = [Problem(1)] }, default);
        await checks.PublishAsync(head, Plan with { Annotations = [Problem(1), Problem(2)] }, default);

        var run = (await GitHub.GetAsync($"commits/{head}/check-runs?filter=all")).Json["check_runs"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)run["conclusion"]!).ShouldBe("failure");
        ((int)run["output"]!["annotations_count"]!).ShouldBe(2);
        (await AnnotationsAsync(run)).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task A_check_run_whose_annotations_are_no_longer_true_is_followed_by_another_of_its_name()
    {
        var head = await OpenAsync();
        var checks = Checks(await AppAsync());
        await checks.PublishAsync(head, Plan with { Annotations = [Problem(1)] }, default);

        await checks.PublishAsync(head, Plan with { Passed = true }, default);

        var latest = (await GitHub.GetAsync($"commits/{head}/check-runs")).Json["check_runs"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)latest["conclusion"]!).ShouldBe("success");
        ((int)latest["output"]!["annotations_count"]!).ShouldBe(0);
    }

    [Fact]
    public async Task A_hundred_and_twenty_annotations_arrive()
    {
        var head = await OpenAsync();

        await Checks(await AppAsync()).PublishAsync(head, Plan with { Annotations = [.. Enumerable.Range(1, 120).Select(Problem)] }, default);

        var run = (await GitHub.GetAsync($"commits/{head}/check-runs")).Json["check_runs"]![0]!;
        (await AnnotationsAsync(run)).ShouldBe(Enumerable.Range(1, 120));
    }

    [Fact]
    public async Task With_a_token_it_writes_a_commit_status()
    {
        var head = await OpenAsync();

        await Checks("""{"token":"gatehouse-bot"}""").PublishAsync(head, Plan, default);

        (await GitHub.GetAsync($"commits/{head}/check-runs")).Json["check_runs"]!.AsArray().ShouldBeEmpty();
        var status = (await GitHub.GetAsync($"commits/{head}/status")).Json["statuses"]![0]!;
        ((string)status["context"]!, (string)status["state"]!, (string)status["description"]!).ShouldBe(("Gatehouse plan", "failure", "Refused"));
    }

    [Fact]
    public async Task As_an_app_it_finds_its_own_comment_again()
    {
        var client = new GitHubClient(Api(await AppAsync()));

        await client.UpsertCommentAsync(1, "<!-- m -->", "first", default);
        await client.UpsertCommentAsync(1, "<!-- m -->", "second", default);

        var comment = (await GitHub.GetAsync("issues/1/comments")).Json.AsArray().ShouldHaveSingleItem()!;
        ((string)comment["body"]!).ShouldBe("<!-- m -->\nsecond");
        ((long)comment["performed_via_github_app"]!["id"]!).ShouldBe(1207);
    }

    [Fact]
    public async Task It_reads_an_open_pull_request_with_its_trial_merge()
    {
        var head = await OpenAsync();
        var client = new GitHubClient(Api(await AppAsync()));

        var pull = await client.PullRequestAsync(Number, default);

        (pull.Head, pull.Mergeable, pull.Public, pull.FromFork, pull.Open).ShouldBe((head, true, false, false, true));
        var trial = (await client.CommitsAsync(pull.MergeCommit!, 1, default)).ShouldHaveSingleItem();
        trial.Parents.ShouldBe([await client.HeadOfBranchAsync("master", default), head]);
    }

    [Fact]
    public async Task A_repository_made_public_is_seen_to_be()
    {
        await OpenAsync();
        await GitHub.SendAsync(HttpMethod.Patch, "", new JsonObject { ["private"] = false });

        (await new GitHubClient(Api(await AppAsync())).PullRequestAsync(Number, default)).Public.ShouldBeTrue();
    }

    [Fact]
    public async Task It_reads_who_labeled_and_that_history_was_rewritten()
    {
        await OpenAsync();
        await GitHub.PostAsync($"issues/{Number}/labels", new JsonArray("gatehouse:allow-removals"), "bob");
        await GitHub.BranchAsync("other");
        var other = (string)(await GitHub.WriteAsync("other.txt", "x\n", "other")).Json["commit"]!["sha"]!;
        await GitHub.PatchAsync("git/refs/heads/side", new JsonObject { ["sha"] = other, ["force"] = true }, "mallory");

        var events = await new GitHubTimeline(Api(await AppAsync())).EventsAsync(Number, default);

        events.Select(one => (one.Event, one.By, one.Label)).ShouldBe([("labeled", "bob", "gatehouse:allow-removals"), ("head_ref_force_pushed", "mallory", null)]);
    }

    [Fact]
    public async Task It_reads_reviews_and_the_branch_s_protection()
    {
        await OpenAsync();
        await GitHub.PostAsync($"pulls/{Number}/reviews", new JsonObject { ["event"] = "APPROVE" }, "bob");
        var api = Api(await AppAsync());

        (await new GitHubReviews(api).ReviewsAsync(Number, default)).ShouldBe([new Review("bob", "APPROVED")]);
        (await new GitHubBranchProtection(api).FindAsync("master", default))!.Approvals.ShouldBe(1);
        (await new GitHubBranchProtection(api).FindAsync("side", default)).ShouldBeNull();
    }

    public void Dispose() => http.Dispose();

    private int Number { get; set; }

    private async Task<string> OpenAsync()
    {
        Number = await GitHub.OpenAsync("side");
        return (string)(await GitHub.GetAsync($"pulls/{Number}")).Json["head"]!["sha"]!;
    }

    private async Task<string> AppAsync() => (await AppSeed.PlantAsync(GitHub.GitHub)).ToJsonString();

    private GitHubApi Api(string secret)
    {
        var call = new GitHubHttp(http, GitHub.GitHub.Settings.Api.GetLeftPart(UriPartial.Authority));
        return new GitHubApi(call, new GitHubTokens(new FakeSecrets(secret), "gatehouse/github", call, GitHub.Clock), GitHub.GitHub.Settings.Repository);
    }

    private GitHubChecks Checks(string secret)
    {
        var api = Api(secret);
        return new GitHubChecks(new CheckRuns(api), new CommitStatuses(api), api);
    }

    private async Task<IEnumerable<int>> AnnotationsAsync(JsonNode run)
    {
        var lines = new List<int>();
        for (var page = 1; page <= 2; page++)
        {
            lines.AddRange((await GitHub.GetAsync($"check-runs/{run["id"]}/annotations?per_page=100&page={page}")).Json.AsArray().Select(one => (int)one!["start_line"]!));
        }

        return lines;
    }

    private static CheckAnnotation Problem(int line) => new("terraform/gds_users.tf.json", line, "It cannot be read", "Mend it.");
}
