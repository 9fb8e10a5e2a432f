using System.Net;
using Gatehouse.GitHub;
using static Gatehouse.Tests.GitHub.GitHubFixture;

namespace Gatehouse.Tests.GitHub;

public class BranchProtectionTests
{
    private const string Rules = $"GET {Repo}/rules/branches/master?per_page=100&page=1";
    private const string Own = $"GET {Repo}/branches/master/protection";

    private readonly GitHubFixture fixture = new();

    [Fact]
    public async Task A_branch_without_rules_and_protection_is_not_protected()
    {
        fixture.Http.On(Rules, "[]").On(Own, HttpStatusCode.NotFound, """{"message":"Branch not protected"}""");

        (await FindAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task A_protection_that_we_may_not_see_is_refused_and_never_a_branch_without_one()
    {
        fixture.Http.On(Rules, "[]").On(Own, HttpStatusCode.NotFound, """{"message":"Not Found"}""");

        (await Should.ThrowAsync<GitHubRefusedException>(FindAsync)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_branchs_own_protection_says_what_it_asks()
    {
        fixture.Http.On(Rules, "[]").On(Own, """
            {"required_pull_request_reviews":{"required_approving_review_count":2,"require_code_owner_reviews":true,"dismiss_stale_reviews":true},
             "required_status_checks":{"contexts":["Gatehouse plan"]},"enforce_admins":{"enabled":true},"allow_force_pushes":{"enabled":false}}
            """);

        var found = (await FindAsync())!;

        found.Checks.ShouldBe(["Gatehouse plan"]);
        (found with { Checks = [] }).ShouldBe(new BranchProtection(2, true, true, false, [], true));
    }

    [Fact]
    public async Task A_protection_that_asks_for_no_pull_request_says_so()
    {
        fixture.Http.On(Rules, "[]").On(Own, """{"enforce_admins":{"enabled":false},"allow_force_pushes":{"enabled":true}}""");

        ((await FindAsync())! with { Checks = [] }).ShouldBe(new BranchProtection(null, false, false, true, [], false));
    }

    [Fact]
    public async Task Rulesets_are_read_together_and_the_strictest_counts()
    {
        fixture.Http.On(Rules, """
            [{"type":"pull_request","parameters":{"required_approving_review_count":1,"require_code_owner_review":true,"dismiss_stale_reviews_on_push":false}},
             {"type":"pull_request","parameters":{"required_approving_review_count":2,"require_code_owner_review":false,"dismiss_stale_reviews_on_push":true}},
             {"type":"required_status_checks","parameters":{"required_status_checks":[{"context":"Gatehouse plan","integration_id":12}]}},
             {"type":"non_fast_forward"}]
            """);

        var found = (await FindAsync())!;

        found.Checks.ShouldBe(["Gatehouse plan"]);
        (found with { Checks = [] }).ShouldBe(new BranchProtection(2, true, true, false, [], null));
    }

    private Task<BranchProtection?> FindAsync() => new GitHubBranchProtection(fixture.Api()).FindAsync("master", CancellationToken.None);
}
