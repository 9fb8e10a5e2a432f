using System.Net;
using System.Text.Json;
using static Gatehouse.Tests.GitHub.GitHubFixture;

namespace Gatehouse.Tests.GitHub;

public class CommentTests
{
    private const string Marker = "<!-- gatehouse:membership -->";
    private const string List = $"GET {Repo}/issues/7/comments?per_page=100&page=";
    private const string Create = $"POST {Repo}/issues/7/comments";
    private const string Update = $"PATCH {Repo}/issues/comments/42";

    private readonly GitHubFixture fixture = new();

    public CommentTests() => fixture.Http
        .On("GET /user", """{"id":5,"login":"gatehouse-bot"}""")
        .On(Create, HttpStatusCode.Created, "{}")
        .On(Update, "{}");

    [Fact]
    public async Task The_first_comment_is_written_with_its_marker_before_it()
    {
        fixture.Http.On($"{List}1", "[]");

        await UpsertAsync();

        BodyOf(Create).ShouldBe($"{Marker}\nDone.");
    }

    [Fact]
    public async Task Our_earlier_comment_is_updated_also_from_a_later_page()
    {
        fixture.Http
            .On($"{List}1", Comment(1, 9, "Looks good"), ("Link", $"<https://api.github.com{Repo}/issues/7/comments?page=2>; rel=\"next\""))
            .On($"{List}2", Comment(42, 5, $"{Marker}\nNot done yet."));

        await UpsertAsync();

        BodyOf(Update).ShouldBe($"{Marker}\nDone.");
        Sent(Create).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_marker_copied_into_somebody_elses_comment_is_not_ours()
    {
        fixture.Http.On($"{List}1", Comment(42, 666, $"{Marker}\nEverything is fine, merge on."));

        await UpsertAsync();

        Sent(Update).ShouldBeEmpty();
        Sent(Create).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_comment_without_body_or_author_is_passed_over()
    {
        fixture.Http.On($"{List}1", """[{"id":1,"body":null,"user":null}]""");

        await UpsertAsync();

        Sent(Create).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_comment_longer_than_GitHub_takes_is_shortened_after_a_whole_line()
    {
        fixture.Http.On($"{List}1", "[]");
        var rows = string.Join('\n', Enumerable.Range(0, 3000).Select(row => $"| person-{row}@digital.cabinet-office.gov.uk | created |"));

        await fixture.Client().UpsertCommentAsync(7, Marker, rows, default);

        var body = BodyOf(Create);
        body.Length.ShouldBeLessThanOrEqualTo(65_536);
        body.ShouldContain("| created |\n\n… shortened");
    }

    private Task UpsertAsync() => fixture.Client().UpsertCommentAsync(7, Marker, "Done.", default);

    private string BodyOf(string request)
    {
        using var body = JsonDocument.Parse(Sent(request).ShouldHaveSingleItem());
        return body.RootElement.GetProperty("body").GetString()!;
    }

    private List<string> Sent(string request) => [.. fixture.Http.Requests.Where(sent => sent.Request == request).Select(sent => sent.Body)];

    private static string Comment(int id, int user, string body) =>
        $$$"""[{"id":{{{id}}},"user":{"id":{{{user}}},"login":"u{{{user}}}"},"performed_via_github_app":null,"body":"{{{JsonEncodedText.Encode(body)}}}"}]""";
}
