using Gatehouse.GitHub;
using static Gatehouse.Tests.GitHub.GitHubFixture;

namespace Gatehouse.Tests.GitHub;

public class TimelineTests
{
    private readonly GitHubFixture fixture = new();

    [Fact]
    public async Task Labelings_and_forced_pushes_are_read_from_every_page_and_the_rest_is_passed_over()
    {
        const string Page = $"GET {Repo}/issues/7/timeline?per_page=100&page=";
        fixture.Http
            .On($"{Page}1", """
                [{"event":"committed","sha":"a","author":{"name":"x","date":"2026-11-20T09:41:03Z"},"message":"m"},
                 {"event":"labeled","actor":{"id":1,"login":"a-reviewer"},"label":{"name":"gatehouse:allow-removals"},"created_at":"2026-11-20T09:41:03Z"},
                 {"event":"commented","actor":{"id":1,"login":"x"},"created_at":"2026-11-20T09:41:04Z","body":"b"}]
                """, ("Link", $"<https://api.github.com{Repo}/issues/7/timeline?page=2>; rel=\"next\""))
            .On($"{Page}2", """
                [{"event":"head_ref_force_pushed","actor":null,"created_at":"2026-11-20T10:00:00Z"},
                 {"event":"unlabeled","actor":null,"label":{"name":"other"},"created_at":"2026-11-20T10:00:01Z"}]
                """);

        (await new GitHubTimeline(fixture.Api()).EventsAsync(7, CancellationToken.None)).ShouldBe(
        [
            new TimelineEvent("labeled", "a-reviewer", "gatehouse:allow-removals", new DateTimeOffset(2026, 11, 20, 9, 41, 3, TimeSpan.Zero)),
            new TimelineEvent("head_ref_force_pushed", null, null, new DateTimeOffset(2026, 11, 20, 10, 0, 0, TimeSpan.Zero)),
            new TimelineEvent("unlabeled", null, "other", new DateTimeOffset(2026, 11, 20, 10, 0, 1, TimeSpan.Zero)),
        ]);
    }
}
