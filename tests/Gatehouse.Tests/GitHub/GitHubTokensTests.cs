using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gatehouse.Aws;
using Gatehouse.GitHub;
using static Gatehouse.Tests.GitHub.GitHubFixture;

namespace Gatehouse.Tests.GitHub;

public sealed class GitHubTokensTests : IDisposable
{
    private const string Branch = $"GET {Repo}/branches/master";
    private const string Tip = """{"commit":{"sha":"abc"}}""";
    private const string Mint = "POST /app/installations/99/access_tokens";

    private readonly RSA key = RSA.Create(2048);

    public void Dispose() => key.Dispose();

    [Theory]
    [InlineData("PKCS#1, as GitHub hands it out", false)]
    [InlineData("PKCS#8", true)]
    public async Task An_App_proves_itself_with_a_signed_token_of_ten_minutes(string format, bool pkcs8)
    {
        var fixture = App(pkcs8 ? key.ExportPkcs8PrivateKeyPem() : key.ExportRSAPrivateKeyPem());

        (await fixture.Client().HeadOfBranchAsync("master", default)).ShouldBe("abc", format);

        var jwt = fixture.Http.Requests[0].Authorization!["Bearer ".Length..].Split('.');
        key.VerifyData(Encoding.ASCII.GetBytes($"{jwt[0]}.{jwt[1]}"), Base64Url.DecodeFromChars(jwt[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).ShouldBeTrue();
        Encoding.UTF8.GetString(Base64Url.DecodeFromChars(jwt[0])).ShouldBe("""{"alg":"RS256","typ":"JWT"}""");
        using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(jwt[1]));
        claims.RootElement.GetProperty("iss").GetString().ShouldBe("1234");
        (claims.RootElement.GetProperty("exp").GetInt64() - claims.RootElement.GetProperty("iat").GetInt64()).ShouldBe(600);
        fixture.Http.Requests[1].Authorization.ShouldBe("Bearer installation-1");
    }

    [Fact]
    public async Task An_installation_token_is_kept_until_shortly_before_it_expires()
    {
        var fixture = App(key.ExportRSAPrivateKeyPem());
        var client = fixture.Client();

        await client.HeadOfBranchAsync("master", default);
        fixture.Clock.Now += TimeSpan.FromMinutes(50);
        await client.HeadOfBranchAsync("master", default);
        fixture.Clock.Now += TimeSpan.FromMinutes(6);
        await client.HeadOfBranchAsync("master", default);

        fixture.Http.Requests.Count(sent => sent.Request == Mint).ShouldBe(2);
    }

    [Fact]
    public async Task A_token_that_GitHub_refuses_is_replaced_once_by_the_rotated_one()
    {
        var fixture = new GitHubFixture();
        fixture.Http.On(Branch, HttpStatusCode.Unauthorized).On(Branch, Tip);
        fixture.Secrets.Rotate("""{"token":"t-2"}""");

        (await fixture.Client().HeadOfBranchAsync("master", default)).ShouldBe("abc");

        fixture.Http.Requests.Select(sent => sent.Authorization).ShouldBe(["Bearer t-1", "Bearer t-2"]);
    }

    [Fact]
    public async Task A_token_that_is_refused_and_has_no_other_is_not_tried_again()
    {
        var fixture = new GitHubFixture();
        fixture.Http.On(Branch, HttpStatusCode.Unauthorized);

        await Should.ThrowAsync<GitHubRefusedException>(() => fixture.Client().HeadOfBranchAsync("master", default));

        fixture.Http.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"token":""}""")]
    [InlineData("""{"appId":"1","installationId":"2"}""")]
    public async Task A_secret_that_holds_nothing_usable_is_named_as_not_set(string secret)
    {
        (await Should.ThrowAsync<SecretNotSetException>(() => new GitHubFixture(secret).Client().HeadOfBranchAsync("master", default)))
            .Message.ShouldContain("gatehouse/github");
    }

    [Theory]
    [InlineData("ghp_notJsonAtAll")]
    [InlineData("""{"appId":"ghp_notJsonAtAll","installationId":"2","privateKey":"x"}""")]
    [InlineData("""{"appId":"1","installationId":"2","privateKey":"ghp_notJsonAtAll"}""")]
    public async Task A_secret_that_cannot_be_read_is_never_quoted(string secret)
    {
        var unreadable = await Should.ThrowAsync<SecretUnreadableException>(() => new GitHubFixture(secret).Client().HeadOfBranchAsync("master", default));

        unreadable.ToString().ShouldNotContain("ghp_");
        unreadable.InnerException.ShouldBeNull();
    }

    [Fact]
    public async Task An_Apps_own_comment_is_known_by_its_App()
    {
        var fixture = App(key.ExportRSAPrivateKeyPem());
        fixture.Http
            .On($"GET {Repo}/issues/7/comments?per_page=100&page=1", """[{"id":42,"body":"m","performed_via_github_app":{"id":1234}}]""")
            .On($"PATCH {Repo}/issues/comments/42", "{}");

        await fixture.Client().UpsertCommentAsync(7, "m", "Done.", default);

        fixture.Http.Requests[^1].Request.ShouldStartWith("PATCH");
    }

    private static GitHubFixture App(string pem)
    {
        var fixture = new GitHubFixture($$"""{"appId":"1234","installationId":"99","privateKey":"{{JsonEncodedText.Encode(pem)}}"}""");
        fixture.Http
            .On(Mint, HttpStatusCode.Created, """{"token":"installation-1","expires_at":"2026-11-21T10:00:00Z"}""")
            .On(Mint, HttpStatusCode.Created, """{"token":"installation-2","expires_at":"2026-11-21T11:00:00Z"}""")
            .On(Branch, Tip);
        return fixture;
    }
}
