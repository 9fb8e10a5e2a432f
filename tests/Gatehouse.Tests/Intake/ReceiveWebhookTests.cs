using System.Net;
using System.Text;
using System.Text.Json;
using Amazon.Lambda.Annotations.APIGateway;
using Amazon.Lambda.APIGatewayEvents;
using Gatehouse.Intake;
using Gatehouse.Runtime;
using Gatehouse.Tests.Aws;
using Gatehouse.Tests.House;

namespace Gatehouse.Tests.Intake;

public sealed class ReceiveWebhookTests : IDisposable
{
    private const string Name = $"merge-7-{WebhookEvents.MergeCommit}";

    private readonly FakeExecutions executions = new();
    private readonly FakeExecutions previews = new();
    private readonly FakeExecutions leaks = new();
    private readonly FakeSecrets secret = new(Held(WebhookEvents.Secret));
    private readonly LinesLogged lines = new();

    public void Dispose() => lines.Dispose();

    [Theory]
    [InlineData("merge")]
    [InlineData("merge-base64")]
    [InlineData("merge-headers-in-github-case")]
    [InlineData("merge-repository-in-another-case")]
    public async Task A_signed_merge_starts_its_run(string name)
    {
        (await ReceiveAsync(name)).ShouldBe((HttpStatusCode.Accepted, $"Started {Name}."));

        executions.Started.ShouldHaveSingleItem().Name.ShouldBe(Name);
    }

    [Theory]
    [InlineData("opened")]
    [InlineData("synchronize")]
    [InlineData("labeled")]
    public async Task A_signed_change_of_a_pull_request_starts_its_plan(string name)
    {
        const string Plan = $"plan-7-4b825dc642cb-{WebhookEvents.Delivery}";

        (await ReceiveAsync(name)).ShouldBe((HttpStatusCode.Accepted, $"Started {Plan}."));
        (await ReceiveAsync(name)).ShouldBe((HttpStatusCode.Accepted, $"{Plan} is there already; nothing was started."));

        previews.Started.ShouldHaveSingleItem().Name.ShouldBe(Plan);
        executions.Started.ShouldBeEmpty();
        lines.Text.ShouldContain("\"pullRequest\":\"7\"");
    }

    [Fact]
    public async Task A_signed_alert_about_a_leaked_key_starts_its_run_once_and_another_action_another()
    {
        var (status, body) = await ReceiveAsync("leak");
        (status, body).ShouldBe((HttpStatusCode.Accepted, $"Started {leaks.Started[0].Name}."));
        leaks.Started[0].Name.ShouldMatch("^leak-example-org-shop-42-[0-9a-f]{12}$");
        leaks.Started[0].Input.ShouldBe("""{"source":"github","detail":{"affectedEntities":[],"repository":"example-org/shop","alert":42}}""");

        (await ReceiveAsync("leak")).Body.ShouldContain("is there already");
        await ReceiveAsync("leak-reopened");

        leaks.Started.Select(run => run.Name).Distinct().Count().ShouldBe(2);
        leaks.Started.Count.ShouldBe(2);
        executions.Started.ShouldBeEmpty();
        previews.Started.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_delivery_again_answers_202_and_starts_nothing()
    {
        await ReceiveAsync("merge");

        (await ReceiveAsync("merge")).ShouldBe((HttpStatusCode.Accepted, $"{Name} is there already; nothing was started."));
        executions.Started.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("ping", "ping")]
    [InlineData("push", "listen")]
    [InlineData("labeled-otherwise", "another label")]
    [InlineData("closed-unmerged", "without merging")]
    [InlineData("merge-of-another-branch", "another branch")]
    [InlineData("merge-in-another-repository", "another repository")]
    [InlineData("leak-resolved", "resolved")]
    [InlineData("leak-of-another-secret", "slack_api_token")]
    public async Task What_is_signed_and_not_ours_answers_202_with_the_reason(string name, string reason)
    {
        var (status, body) = await ReceiveAsync(name);

        status.ShouldBe(HttpStatusCode.Accepted);
        body.ShouldContain(reason);
        executions.Started.ShouldBeEmpty();
        previews.Started.ShouldBeEmpty();
        leaks.Started.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("signed-not-json")]
    [InlineData("signed-form-encoded")]
    [InlineData("signed-ping-not-json")]
    [InlineData("signed-empty-body")]
    [InlineData("signed-null")]
    [InlineData("no-merge-commit")]
    [InlineData("no-pull-request")]
    [InlineData("merged-is-text")]
    [InlineData("no-event")]
    [InlineData("no-delivery")]
    public async Task What_is_signed_and_cannot_be_read_answers_400(string name)
    {
        var (status, body) = await ReceiveAsync(name);

        status.ShouldBe(HttpStatusCode.BadRequest);
        body.ShouldNotBeNullOrWhiteSpace();
        executions.Started.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("wrong-signature")]
    [InlineData("no-signature")]
    [InlineData("sha1-signature")]
    public async Task A_wrong_or_missing_signature_answers_401_with_no_hint_and_is_counted(string name)
    {
        (await ReceiveAsync(name)).ShouldBe((HttpStatusCode.Unauthorized, ""));

        executions.Started.ShouldBeEmpty();
        lines.Text.ShouldContain("\"SignatureFailures\":1");
    }

    [Fact]
    public async Task A_body_changed_by_one_byte_is_refused()
    {
        var request = WebhookEvents.Read("merge");
        request.Body = request.Body.Replace("\"number\":7", "\"number\":8", StringComparison.Ordinal);

        (await ReceiveAsync(request)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Nothing_of_an_unverified_delivery_is_logged()
    {
        var request = WebhookEvents.Read("wrong-signature");
        request.Headers["x-github-delivery"] = "planted-in-the-log";

        await ReceiveAsync(request);

        lines.Text.ShouldNotContain("planted-in-the-log");
        lines.Text.ShouldNotContain("jane.doe");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"current":"","previous":" "}""")]
    public async Task An_unset_secret_refuses_everything_and_says_so_loudly(string? held)
    {
        (await ReceiveAsync(WebhookEvents.Read("merge"), new FakeSecrets(held))).ShouldBe((HttpStatusCode.Unauthorized, ""));

        lines.Text.ShouldContain("The webhook secret is unset");
        lines.Text.ShouldContain("\"level\":\"Critical\"");
    }

    [Fact]
    public async Task While_a_secret_is_rotated_either_signs()
    {
        (await ReceiveAsync(WebhookEvents.Read("merge"), new FakeSecrets(Held("new", WebhookEvents.Secret)))).Status.ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task A_secret_put_in_a_moment_ago_counts_though_the_old_one_is_in_memory()
    {
        var rotated = new FakeSecrets(Held("the one before"));
        rotated.Rotate(Held(WebhookEvents.Secret));

        (await ReceiveAsync(WebhookEvents.Read("merge"), rotated)).Status.ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task Over_4_MB_answers_413_before_the_signature_is_looked_at()
    {
        var large = new APIGatewayHttpApiV2ProxyRequest { Body = new string('x', Delivery.MostBytes + 1) };

        (await ReceiveAsync(large)).Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        secret.Reads.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_signed_body_of_4_MB_is_taken()
    {
        var body = """{"zen":"LONG"}""".Replace("LONG", new string('x', Delivery.MostBytes - 10));
        var digest = System.Security.Cryptography.HMACSHA256.HashData(Encoding.UTF8.GetBytes(WebhookEvents.Secret), Encoding.UTF8.GetBytes(body));
        var request = WebhookEvents.Read("ping");
        request.Body = body;
        request.Headers["x-hub-signature-256"] = $"sha256={Convert.ToHexString(digest)}";

        body.Length.ShouldBe(Delivery.MostBytes);
        (await ReceiveAsync(request)).Status.ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task A_run_that_cannot_be_started_now_is_an_error_so_that_the_delivery_counts_as_failed()
    {
        executions.Fails = new TimeoutException("Step Functions is slow");

        await Should.ThrowAsync<TimeoutException>(() => ReceiveAsync("merge"));
    }

    [Fact]
    public async Task The_log_line_of_a_started_run_can_be_found_by_delivery_and_pull_request()
    {
        await ReceiveAsync("merge");

        var line = lines.Text.Split('\n').Single(text => text.Contains("started the run", StringComparison.Ordinal));
        line.ShouldContain($"\"delivery\":\"{WebhookEvents.Delivery}\"");
        line.ShouldContain("\"pullRequest\":\"7\"");
    }

    private Task<(HttpStatusCode Status, string Body)> ReceiveAsync(string name) => ReceiveAsync(WebhookEvents.Read(name));

    private async Task<(HttpStatusCode Status, string Body)> ReceiveAsync(APIGatewayHttpApiV2ProxyRequest request, FakeSecrets? held = null)
    {
        var functions = new IntakeFunctions(
            new WebhookSecrets(held ?? secret, "gatehouse/github-webhook"),
            new Recognition(WebhookEvents.Repository, "master"),
            new RunStarter(executions),
            new PreviewStarter(previews),
            new LeakStarter(leaks),
            lines.Metrics,
            lines.For<IntakeFunctions>());
        var answer = await functions.ReceiveWebhook(request);
        return (answer.StatusCode, Body(answer));
    }

    private static string Body(IHttpResult answer)
    {
        using var stream = answer.Serialize(new HttpResultSerializationOptions
        {
            Format = HttpResultSerializationOptions.ProtocolFormat.HttpApi,
            Version = HttpResultSerializationOptions.ProtocolVersion.V2,
            Serializer = new GatehouseSerializer(),
        });
        using var written = JsonDocument.Parse(stream);
        return written.RootElement.TryGetProperty("body", out var body) ? body.GetString() ?? "" : "";
    }

    private static string Held(string current, string? previous = null) =>
        previous is null ? $$"""{"current":"{{current}}"}""" : $$"""{"current":"{{current}}","previous":"{{previous}}"}""";
}
