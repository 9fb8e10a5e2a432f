using System.Net;
using Gatehouse.GitHub;
using static Gatehouse.Tests.GitHub.GitHubFixture;

namespace Gatehouse.Tests.GitHub;

public class GitHubRefusalTests
{
    private const string Branch = $"GET {Repo}/branches/master";

    private readonly GitHubFixture fixture = new();

    [Theory]
    [InlineData("a server error", 500, "", "", "")]
    [InlineData("an outage", 503, "", "", "<html>Unicorn!</html>")]
    [InlineData("too many requests", 429, "retry-after", "30", "")]
    [InlineData("no calls remaining", 403, "x-ratelimit-remaining", "0", "")]
    [InlineData("a secondary limit with a header", 403, "retry-after", "60", "")]
    [InlineData("a secondary limit in words", 403, "x-ratelimit-remaining", "4999", """{"message":"You have exceeded a secondary rate limit."}""")]
    public async Task What_passes_by_itself_is_unavailable(string trap, int status, string header, string value, string body)
    {
        fixture.Http.On(Branch, (HttpStatusCode)status, body, header.Length == 0 ? [] : [(header, value)]);

        var unavailable = await Should.ThrowAsync<GitHubUnavailableException>(HeadAsync, trap);

        unavailable.Message.ShouldContain($"{status}");
    }

    [Theory]
    [InlineData(401, "token is wrong, expired or revoked")]
    [InlineData(403, "what the token or App may do")]
    [InlineData(404, "repository and branch")]
    [InlineData(301, "renamed or moved")]
    [InlineData(422, "not take it later")]
    public async Task What_somebody_must_mend_is_refused_with_what_to_check(int status, string check)
    {
        fixture.Http.On(Branch, (HttpStatusCode)status, """{"message":"GitHub's own words"}""");

        var refused = await Should.ThrowAsync<GitHubRefusedException>(HeadAsync);

        refused.Status.ShouldBe(status);
        refused.Message.ShouldContain(check);
        refused.Message.ShouldContain("GitHub's own words");
        refused.Message.ShouldNotContain("t-1");
    }

    [Fact]
    public async Task A_connection_that_fails_is_unavailable()
    {
        fixture.Http.On(Branch, new HttpRequestException(HttpRequestError.ConnectionError));

        await Should.ThrowAsync<GitHubUnavailableException>(HeadAsync);
    }

    [Fact]
    public async Task An_answer_that_takes_too_long_is_unavailable()
    {
        fixture.Http.On(Branch, new TaskCanceledException("late", new TimeoutException()));

        (await Should.ThrowAsync<GitHubUnavailableException>(HeadAsync)).Message.ShouldContain("within 10 s");
    }

    [Fact]
    public async Task Somebody_elses_page_in_place_of_JSON_is_unavailable()
    {
        fixture.Http.On(Branch, "<html>Please sign in to the proxy</html>");

        await Should.ThrowAsync<GitHubUnavailableException>(HeadAsync);
    }

    [Fact]
    public async Task The_callers_own_giving_up_is_not_GitHubs_fault()
    {
        using var given = new CancellationTokenSource();
        await given.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => fixture.Client().HeadOfBranchAsync("master", given.Token));
    }

    private Task<string> HeadAsync() => fixture.Client().HeadOfBranchAsync("master", default);
}
