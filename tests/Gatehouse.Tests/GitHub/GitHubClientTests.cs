using System.Net;
using System.Text;
using Gatehouse.GitHub;
using static Gatehouse.Tests.GitHub.GitHubFixture;

namespace Gatehouse.Tests.GitHub;

public class GitHubClientTests
{
    private const string Raw = $"GET {Repo}/contents/terraform/gds_users.tf.json?ref={Sha}";

    private readonly GitHubFixture fixture = new();

    [Fact]
    public async Task The_head_of_a_branch_is_its_commit()
    {
        fixture.Http.On($"GET {Repo}/branches/master", $$"""{"name":"master","commit":{"sha":"{{Sha}}"},"protected":true}""");

        (await fixture.Client().HeadOfBranchAsync("master", default)).ShouldBe(Sha);
        fixture.Http.Requests[0].Authorization.ShouldBe("Bearer t-1");
    }

    [Fact]
    public async Task A_file_is_read_in_its_raw_form_which_has_no_limit_of_1_MB()
    {
        var large = new string('x', 3_000_000);
        fixture.Http.On(Raw, large);

        var read = await fixture.Client().ReadFileAsync("terraform/gds_users.tf.json", Sha, default);

        Encoding.UTF8.GetString(read!.Value.Span).ShouldBe(large);
        fixture.Http.Requests[0].Accept.ShouldBe("application/vnd.github.raw+json");
    }

    [Fact]
    public async Task A_file_is_missing_only_where_its_commit_is_there()
    {
        fixture.Http.On(Raw, HttpStatusCode.NotFound, """{"message":"Not Found"}""").On($"GET {Repo}/commits/{Sha}", "{}");

        (await fixture.Client().ReadFileAsync("terraform/gds_users.tf.json", Sha, default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_repository_that_we_may_not_see_is_refused_and_never_a_missing_file()
    {
        fixture.Http.On(Raw, HttpStatusCode.NotFound).On($"GET {Repo}/commits/{Sha}", HttpStatusCode.NotFound, """{"message":"Not Found"}""");

        var refused = await Should.ThrowAsync<GitHubRefusedException>(() => fixture.Client().ReadFileAsync("terraform/gds_users.tf.json", Sha, default));

        refused.Status.ShouldBe(404);
        refused.Message.ShouldContain("allowed to see that repository");
    }

    [Fact]
    public async Task Commits_come_with_parents_and_a_login_only_where_GitHub_knows_one()
    {
        fixture.Http.On($"GET {Repo}/commits?sha={Sha}&per_page=2&page=1", """
            [{"sha":"b","parents":[{"sha":"a"},{"sha":"x"}],"author":{"id":1,"login":"jane"},"commit":{"message":"Merge","committer":{"date":"2026-11-20T09:41:03Z"}}},
             {"sha":"a","parents":[],"author":null,"commit":{"message":"First","committer":{"date":"2026-11-19T09:41:03Z"}}}]
            """);

        var commits = await fixture.Client().CommitsAsync(Sha, 2, default);

        commits[0].Parents.ShouldBe(["a", "x"]);
        commits[0].AuthorLogin.ShouldBe("jane");
        commits[1].AuthorLogin.ShouldBeNull();
        commits[1].At.ShouldBe(new DateTimeOffset(2026, 11, 19, 9, 41, 3, TimeSpan.Zero));
    }

    [Fact]
    public async Task The_pull_requests_of_a_commit_are_merged_where_they_have_a_date_of_merging()
    {
        fixture.Http.On($"GET {Repo}/commits/{Sha}/pulls?per_page=100&page=1", $"[{Pull(7, """ "2026-11-20T09:41:03Z" """)},{Pull(8, "null")}]");

        var pulls = await fixture.Client().PullRequestsOfCommitAsync(Sha, default);

        pulls.Select(pull => (pull.Number, pull.Merged)).ShouldBe([(7, true), (8, false)]);
    }

    [Fact]
    public async Task A_pull_request_says_who_asked_and_who_merged()
    {
        fixture.Http.On($"GET {Repo}/pulls/7", Pull(7, """ "2026-11-20T09:41:03Z" """, """{"id":2,"login":"a-reviewer"}"""));

        var pull = await fixture.Client().PullRequestAsync(7, default);

        (pull.Number, pull.Title, pull.Author, pull.MergedBy, pull.MergeCommit, pull.BaseRef, pull.Merged)
            .ShouldBe((7, "Add AWS user x", "an-author", "a-reviewer", Sha, "master", true));
    }

    [Fact]
    public async Task Where_GitHub_does_not_say_a_pull_request_is_taken_for_public_and_a_forks()
    {
        fixture.Http.On($"GET {Repo}/pulls/7", Pull(7, "null"));

        var pull = await fixture.Client().PullRequestAsync(7, default);

        (pull.Public, pull.FromFork, pull.Open, pull.Mergeable, pull.Head).ShouldBe((true, true, false, null, ""));
    }

    [Fact]
    public async Task An_open_pull_request_says_where_it_comes_from_and_whether_it_can_be_merged()
    {
        fixture.Http.On($"GET {Repo}/pulls/7", $$$"""
            {"number":7,"title":"t","html_url":"","state":"open","mergeable":true,"merge_commit_sha":"{{{Sha}}}","body":"Requested using a form by x@example.gov.uk",
             "head":{"ref":"b","sha":"h","repo":{"full_name":"Alphagov/Users","private":true}},"base":{"ref":"master","sha":"o","repo":{"full_name":"alphagov/users","private":true}},
             "labels":[{"name":"gatehouse:allow-removals"}]}
            """);

        var pull = await fixture.Client().PullRequestAsync(7, default);

        (pull.Public, pull.FromFork, pull.Open, pull.Mergeable, pull.Head, pull.Base).ShouldBe((false, false, true, true, "h", "o"));
        pull.Labels.ShouldBe(["gatehouse:allow-removals"]);
        pull.Body.ShouldBe("Requested using a form by x@example.gov.uk");
    }

    private static string Pull(int number, string mergedAt, string mergedBy = "null") => $$$"""
        {"number":{{{number}}},"title":"Add AWS user x","user":{"id":1,"login":"an-author"},"merged_at":{{{mergedAt}}},"merged_by":{{{mergedBy}}},
         "merge_commit_sha":"{{{Sha}}}","html_url":"https://github.com/alphagov/users/pull/{{{number}}}","base":{"ref":"master"}}
        """;
}
