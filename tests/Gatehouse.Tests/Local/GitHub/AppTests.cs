using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Gatehouse.Local.GitHub.Apps;

namespace Gatehouse.Tests.Local.GitHub;

public sealed class AppTests : GitHubTests
{
    private readonly RSA key = RSA.Create(2048);

    [Fact]
    public async Task An_app_gets_a_token_that_may_make_check_runs_for_an_hour()
    {
        var token = await TokenAsync();
        var check = await CheckAsync(token);
        check.Status.ShouldBe(HttpStatusCode.Created);
        ((string)check.Json["status"]!).ShouldBe("completed");

        GitHub.Clock.Now = GitHub.Clock.Now.AddMinutes(61);

        (await CheckAsync(token)).Message.ShouldBe("Bad credentials");
    }

    [Fact]
    public async Task A_token_of_a_person_makes_no_check_runs()
    {
        var refused = await CheckAsync("alice");

        refused.Status.ShouldBe(HttpStatusCode.Forbidden);
        refused.Message.ShouldBe("You must authenticate via a GitHub App.");
    }

    [Fact]
    public async Task A_comment_of_an_app_is_its_bots()
    {
        var comment = await GitHub.PostAsync("issues/1/comments", new JsonObject { ["body"] = "x" }, await TokenAsync());

        ((string)comment.Json["user"]!["login"]!).ShouldBe("gatehouse[bot]");
        ((string)comment.Json["user"]!["type"]!).ShouldBe("Bot");
    }

    [Theory]
    [InlineData("made out by another app", "999", 0, 540)]
    [InlineData("expired", "12345", -700, -60)]
    [InlineData("good for too long", "12345", 0, 3600)]
    [InlineData("issued in the future", "12345", 300, 600)]
    public async Task A_web_token_is_refused_when_it_is(string why, string issuer, int issued, int expires)
    {
        Register();

        var refused = await AskAsync(Jwt(key, issuer, issued, expires));

        refused.Status.ShouldBe(HttpStatusCode.Unauthorized, why);
    }

    [Fact]
    public async Task A_web_token_signed_by_another_key_is_refused()
    {
        Register();
        using var other = RSA.Create(2048);

        (await AskAsync(Jwt(other, "12345", 0, 540))).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await AskAsync("alice")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Until_an_app_is_registered_any_gets_a_token_that_works()
    {
        var jwt = await AskAsync(Jwt(key, "12345", 0, 540));
        jwt.Status.ShouldBe(HttpStatusCode.Created);
        (await AskAsync("alice")).Status.ShouldBe(HttpStatusCode.Created);

        (await CheckAsync((string)jwt.Json["token"]!)).Status.ShouldBe(HttpStatusCode.Created);
    }

    private void Register() => GitHub.GitHub.State.App = new AppRegistration("12345", "gatehouse", 678, key.ExportSubjectPublicKeyInfoPem());

    private async Task<string> TokenAsync()
    {
        Register();
        var answer = await AskAsync(Jwt(key, "12345", -30, 540));
        answer.Status.ShouldBe(HttpStatusCode.Created);
        return (string)answer.Json["token"]!;
    }

    private Task<Answer> AskAsync(string token) => GitHub.PostAsync("/app/installations/678/access_tokens", new JsonObject(), token);

    private async Task<Answer> CheckAsync(string token)
    {
        var sha = (string)(await GitHub.GetAsync("commits/master")).Json["sha"]!;
        return await GitHub.PostAsync("check-runs", new JsonObject { ["name"] = "gatehouse", ["head_sha"] = sha, ["conclusion"] = "success" }, token);
    }

    private string Jwt(RSA signer, string issuer, int issued, int expires)
    {
        var now = GitHub.Clock.Now.ToUnixTimeSeconds();
        var claims = $$"""{"iss":"{{issuer}}","iat":{{now + issued}},"exp":{{now + expires}}}""";
        var signed = $"{Encode("""{"alg":"RS256","typ":"JWT"}"""u8)}.{Encode(Encoding.UTF8.GetBytes(claims))}";
        return $"{signed}.{Encode(signer.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    private static string Encode(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);
}
