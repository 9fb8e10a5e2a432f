using Gatehouse.GitHub;
using Gatehouse.Membership;
using Gatehouse.Tests.GitHub;
using static Gatehouse.Tests.GitHub.GitHubFixture;

namespace Gatehouse.Tests.Membership;

public class ReviewedTests
{
    private const string Reviews = $"GET {Repo}/pulls/7/reviews?per_page=100&page=1";
    private const string Pulls = $"GET {Repo}/commits/{Sha}/pulls?per_page=100&page=1";

    private static readonly Attribution Seven = new(Sha, 7, "a-merger", "an-author");

    private readonly GitHubFixture fixture = new();

    [Theory]
    [InlineData("nobody looked", "")]
    [InlineData("the author approved", "an-author APPROVED")]
    [InlineData("the author approved, in another case", "An-Author APPROVED")]
    [InlineData("somebody only commented", "a-reviewer COMMENTED")]
    [InlineData("the approval was dismissed", "a-reviewer DISMISSED")]
    [InlineData("the approver asked for changes afterwards", "a-reviewer APPROVED, a-reviewer CHANGES_REQUESTED")]
    [InlineData("the review was never sent", "a-reviewer PENDING")]
    public async Task A_pull_request_is_named_where(string what, string reviews)
    {
        fixture.Http.On(Reviews, Listed(reviews));

        var finding = (await UnreviewedAsync(Seven)).ShouldHaveSingleItem(what);

        finding.ShouldBe(new Finding(FindingKind.Unreviewed, "#7", "by an-author was merged by a-merger and approved by nobody else"));
    }

    [Theory]
    [InlineData("somebody else approved", "a-reviewer APPROVED")]
    [InlineData("the approver commented afterwards", "a-reviewer APPROVED, a-reviewer COMMENTED")]
    [InlineData("a second one asked for changes and the first approved", "another CHANGES_REQUESTED, a-reviewer APPROVED")]
    [InlineData("changes were asked for and then approved", "a-reviewer CHANGES_REQUESTED, a-reviewer APPROVED")]
    public async Task A_pull_request_is_in_order_where(string what, string reviews)
    {
        fixture.Http.On(Reviews, Listed(reviews));

        (await UnreviewedAsync(Seven)).ShouldBeEmpty(what);
    }

    [Fact]
    public async Task A_review_by_an_account_that_is_gone_counts_for_nothing()
    {
        fixture.Http.On(Reviews, """[{"user":null,"state":"APPROVED"}]""");

        (await UnreviewedAsync(Seven)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_commit_that_was_pushed_without_a_pull_request_is_named()
    {
        fixture.Http.On(Pulls, "[]");

        (await UnreviewedAsync(new Attribution(Sha))).ShouldBe([new Finding(FindingKind.Unreviewed, Sha, "was pushed without a pull request")]);
    }

    [Fact]
    public async Task What_is_older_than_the_head_is_not_held_against_the_pull_request_that_brought_the_head()
    {
        fixture.Http.On(Pulls, """[{"number":9,"title":"t","merged_at":"2026-11-20T09:41:03Z","html_url":"","base":{"ref":"master"}}]""");

        (await UnreviewedAsync(new Attribution(Sha))).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_done_by_hand_did_not_come_by_the_branch() =>
        (await UnreviewedAsync(Attribution.ByHand("arn:aws:iam::111122223333:user/morgan.ellis"))).ShouldBeEmpty();

    [Fact]
    public async Task Many_changes_of_one_pull_request_are_one_question_to_GitHub()
    {
        fixture.Http.On(Reviews, Listed("a-reviewer APPROVED"));

        await UnreviewedAsync(Seven, Seven with { Commit = new string('a', 40) }, Seven);

        fixture.Http.Requests.Count.ShouldBe(1);
    }

    private Task<IReadOnlyList<Finding>> UnreviewedAsync(params Attribution[] attributions) =>
        new Reviewed(fixture.Client(), new GitHubReviews(fixture.Api())).UnreviewedAsync(attributions, CancellationToken.None);

    private static string Listed(string reviews) => $"[{string.Join(',', reviews.Split(", ", StringSplitOptions.RemoveEmptyEntries)
        .Select(review => review.Split(' '))
        .Select(parts => $$"""{"id":1,"user":{"id":1,"login":"{{parts[0]}}"},"state":"{{parts[1]}}","body":""}"""))}]";
}
