using System.Net;
using Gatehouse.GitHub;
using Gatehouse.Tests.Aws;
using Gatehouse.Tests.House;

namespace Gatehouse.Tests.GitHub;

public sealed class SecretAlertsTests : IDisposable
{
    private const string Alerts = "/repos/example-org/shop/secret-scanning/alerts";

    private readonly ScriptedHttp http = new();

    public void Dispose() => http.Dispose();

    [Fact]
    public async Task An_alert_is_read_with_its_secret_hidden()
    {
        http.On($"GET {Alerts}/4?hide_secret=true", """{"number":4,"secret_type":"aws_secret_access_key","html_url":"https://github.com/example-org/shop/security/secret-scanning/4","secret":"wJalrXUtnFEMI"}""");

        (await Read().ReadAsync("example-org/shop", 4, default)).ShouldBe(new SecretAlert(4, "aws_secret_access_key", "https://github.com/example-org/shop/security/secret-scanning/4"));
    }

    [Theory]
    [InlineData("AKIAIOSFODNN7EXAMPLE")]
    [InlineData("ASIAIOSFODNN7EXAMPLE")]
    public async Task The_id_of_a_key_is_shown(string id)
    {
        http.On($"GET {Alerts}/4", $$"""{"secret_type":"aws_access_key_id","secret":"{{id}}"}""");

        (await Read().KeyIdAsync("example-org/shop", Of("aws_access_key_id"), default)).Value.ShouldBe(id);
    }

    [Fact]
    public async Task A_secret_half_is_never_asked_for()
    {
        await Should.ThrowAsync<LeakedKeyUnreadableException>(() => Read().KeyIdAsync("example-org/shop", Of("aws_secret_access_key"), default));

        http.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("aws_access_key_id", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")]
    [InlineData("aws_secret_access_key", "AKIAIOSFODNN7EXAMPLE")]
    public async Task What_turns_out_to_be_no_id_is_not_repeated(string type, string secret)
    {
        http.On($"GET {Alerts}/4", $$"""{"secret_type":"{{type}}","secret":"{{secret}}"}""");

        (await Should.ThrowAsync<LeakedKeyUnreadableException>(() => Read().KeyIdAsync("example-org/shop", Of("aws_access_key_id"), default))).ToString().ShouldNotContain(secret);
    }

    [Fact]
    public async Task Places_are_files_and_texts()
    {
        http.On($"GET {Alerts}/4/locations?per_page=100&page=1", """[{"type":"commit","details":{"path":"deploy.sh","blob_sha":"abc","commit_sha":"def","start_line":1}},{"type":"issue_body","details":{"issue_body_url":"https://api.github.com/repos/example-org/shop/issues/1"}},{"type":"wiki_commit","details":{}}]""");

        (await Read().PlacesAsync("example-org/shop", 4, default)).ShouldBe(["deploy.sh@abc", "https://api.github.com/repos/example-org/shop/issues/1"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_refusal_says_what_the_App_lacks()
    {
        http.On($"GET {Alerts}/4?hide_secret=true", HttpStatusCode.Forbidden, """{"message":"Resource not accessible by integration"}""");

        (await Should.ThrowAsync<GitHubRefusedException>(() => Read().ReadAsync("example-org/shop", 4, default))).Message.ShouldContain("secret scanning alerts");
    }

    private static SecretAlert Of(string type) => new(4, type, "https://github.com/example-org/shop/security/secret-scanning/4");

    private GitHubSecretAlerts Read()
    {
        var gitHub = new GitHubHttp(http.Client(), "https://api.github.test");
        return new GitHubSecretAlerts(gitHub, new GitHubTokens(new FakeSecrets("""{"token":"ghp_example"}"""), "gatehouse/github", gitHub, new FakeClock()));
    }
}
