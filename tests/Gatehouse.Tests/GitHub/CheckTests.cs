using System.Net;
using System.Text.Json.Nodes;
using Gatehouse.GitHub;
using static Gatehouse.Tests.GitHub.GitHubFixture;

namespace Gatehouse.Tests.GitHub;

public class CheckTests
{
    private const string Find = $"GET {Repo}/commits/{Sha}/check-runs?check_name=Gatehouse%20plan&app_id=12&per_page=100";
    private const string Create = $"POST {Repo}/check-runs";
    private const string Update = $"PATCH {Repo}/check-runs/42";
    private const string Annotations = $"GET {Repo}/check-runs/42/annotations?per_page=100&page=1";
    private const string Status = $"POST {Repo}/statuses/{Sha}";

    private static readonly Check Plan = new("Gatehouse plan", false, "Refused: 12 removals", "Why.", "All of it.", "https://github.com/alphagov/users/pull/7");

    private readonly GitHubFixture fixture = new(App);

    private static string App { get; } = new JsonObject { ["appId"] = "12", ["installationId"] = "34", ["privateKey"] = Key() }.ToJsonString();

    public CheckTests() => fixture.Http
        .On("POST /app/installations/34/access_tokens", HttpStatusCode.Created, """{"token":"ghs_1","expires_at":"2026-11-21T10:00:00Z"}""")
        .On(Create, HttpStatusCode.Created, """{"id":42}""")
        .On(Update, """{"id":42}""");

    [Fact]
    public async Task The_first_time_a_check_run_is_made_and_finished_at_once()
    {
        fixture.Http.On(Find, Listed());

        await PublishAsync(Plan);

        var run = Sent(Create).ShouldHaveSingleItem();
        run["name"]!.ToString().ShouldBe("Gatehouse plan");
        run["head_sha"]!.ToString().ShouldBe(Sha);
        run["conclusion"]!.ToString().ShouldBe("failure");
        run["details_url"]!.ToString().ShouldBe(Plan.Url);
        run["output"]!.ToJsonString().ShouldBe("""{"title":"Refused: 12 removals","summary":"Why.","text":"All of it.","annotations":[]}""");
    }

    [Fact]
    public async Task The_next_time_it_is_updated_and_not_repeated()
    {
        fixture.Http.On(Find, Listed(Run(42)));

        await PublishAsync(Plan with { Passed = true });

        Sent(Update).ShouldHaveSingleItem()["conclusion"]!.ToString().ShouldBe("success");
        Sent(Create).ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_apps_check_of_the_same_name_is_not_ours()
    {
        fixture.Http.On(Find, Listed("""{"id":41,"app":{"id":99},"output":{"annotations_count":0}}"""));

        await PublishAsync(Plan);

        Sent(Create).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Annotations_go_out_fifty_at_a_time()
    {
        fixture.Http.On(Find, Listed());

        await PublishAsync(Plan with { Annotations = [.. Enumerable.Range(1, 120).Select(Problem)] });

        Lines(Sent(Create).ShouldHaveSingleItem()).ShouldBe(Enumerable.Range(1, 50));
        Sent(Update).Select(Lines).ShouldBe([Enumerable.Range(51, 50), Enumerable.Range(101, 20)]);
    }

    [Fact]
    public async Task What_is_annotated_already_is_not_annotated_again()
    {
        fixture.Http.On(Find, Listed(Run(42, annotations: 1))).On(Annotations, Annotated(1));

        await PublishAsync(Plan with { Annotations = [Problem(1), Problem(2)] });

        Lines(Sent(Update).ShouldHaveSingleItem()).ShouldBe([2]);
    }

    [Fact]
    public async Task An_annotation_that_is_no_longer_true_is_left_behind_with_its_check_run()
    {
        fixture.Http.On(Find, Listed(Run(42, annotations: 1))).On(Annotations, Annotated(1));

        await PublishAsync(Plan);

        Sent(Create).Count.ShouldBe(1);
        Sent(Update).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_longer_than_GitHub_takes_is_cut()
    {
        fixture.Http.On(Find, Listed());
        var (title, text) = (new string('t', 300), new string('x', 70_000));

        await PublishAsync(Plan with { Title = title, Summary = text, Text = text, Annotations = [new("f", 1, title, text)] });

        var output = Sent(Create)[0]["output"]!;
        output["title"]!.ToString().Length.ShouldBe(255);
        output["summary"]!.ToString().Length.ShouldBe(65_535);
        output["text"]!.ToString().Length.ShouldBe(65_535);
        output["annotations"]![0]!["title"]!.ToString().Length.ShouldBe(255);
        output["annotations"]![0]!["message"]!.ToString().Length.ShouldBe(16_000);
    }

    [Fact]
    public async Task With_a_token_a_commit_status_takes_the_check_runs_place()
    {
        var token = new GitHubFixture();
        token.Http.On(Status, HttpStatusCode.Created, "{}");

        await ChecksOf(token).PublishAsync(Sha, Plan with { Title = new string('t', 200) }, CancellationToken.None);

        var status = JsonNode.Parse(token.Http.Requests.ShouldHaveSingleItem().Body)!;
        status["state"]!.ToString().ShouldBe("failure");
        status["context"]!.ToString().ShouldBe("Gatehouse plan");
        status["description"]!.ToString().Length.ShouldBe(140);
        status["target_url"]!.ToString().ShouldBe(Plan.Url);
    }

    private Task PublishAsync(Check check) => ChecksOf(fixture).PublishAsync(Sha, check, CancellationToken.None);

    private static GitHubChecks ChecksOf(GitHubFixture fixture)
    {
        var api = fixture.Api();
        return new GitHubChecks(new CheckRuns(api), new CommitStatuses(api), api);
    }

    private List<JsonNode> Sent(string request) => [.. fixture.Http.Requests.Where(sent => sent.Request == request).Select(sent => JsonNode.Parse(sent.Body)!)];

    private static CheckAnnotation Problem(int line) => new("terraform/gds_users.tf.json", line, "The register cannot be read", "Mend it.");

    private static IEnumerable<int> Lines(JsonNode run) => run["output"]!["annotations"]!.AsArray().Select(one => (int)one!["start_line"]!);

    private static string Listed(params string[] runs) => $$"""{"total_count":{{runs.Length}},"check_runs":[{{string.Join(',', runs)}}]}""";

    private static string Run(int id, int annotations = 0) => $$$"""{"id":{{{id}}},"app":{"id":12},"output":{"title":"t","annotations_count":{{{annotations}}}}}""";

    private static string Annotated(int line) => $$"""
        [{"path":"terraform/gds_users.tf.json","start_line":{{line}},"end_line":{{line}},"start_column":null,"annotation_level":"failure",
          "title":"The register cannot be read","message":"Mend it.","raw_details":null,"blob_href":""}]
        """;

    private static string Key()
    {
        using var key = System.Security.Cryptography.RSA.Create(2048);
        return key.ExportRSAPrivateKeyPem();
    }
}
