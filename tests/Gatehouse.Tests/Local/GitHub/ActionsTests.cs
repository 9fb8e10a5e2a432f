using System.Net;
using System.Text.Json.Nodes;
using Gatehouse.GitHub;
using Gatehouse.Local.GitHub.Actions;
using Gatehouse.Tests.Aws;

namespace Gatehouse.Tests.Local.GitHub;

/// <summary>The client that is deployed and the stand-in understand each other in what a rotation writes, asks for and reads.</summary>
public sealed class ActionsTests : IAsyncLifetime, IDisposable
{
    private const string Name = "example-org/deploy-me", Production = "production";

    private static readonly SecretsPlace Place = new(Name, Production);
    private static readonly Workflow Test = new(Name, "test-credentials.yml", "main");

    private readonly HttpClient http = new();
    private readonly List<(string Id, string Secret)> tried = [];
    private GitHubDriver gitHub = null!;

    public async Task InitializeAsync()
    {
        gitHub = await GitHubDriver.StartAsync((id, secret) =>
        {
            tried.Add((id, secret));
            return Task.FromResult(secret == "the right one");
        });
        var pairs = await Libsodium.MakeAsync(2);
        await gitHub.GitHub.OneAtATimeAsync(() =>
        {
            gitHub.GitHub.State.Deploys.Add(new DeployRepository
            {
                Name = Name,
                Workflow = Test.File,
                Branch = Test.Ref,
                Uses = new SecretsInUse(Production, "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"),
                Stores = new() { [""] = new SecretStore("1", pairs[0]), [Production] = new SecretStore("2", pairs[1]) },
            });
            return true;
        });
    }

    public async Task DisposeAsync() => await gitHub.DisposeAsync();

    [Fact]
    public async Task A_secret_that_is_written_is_seen_by_the_second_and_never_its_value()
    {
        (await Secrets.WrittenAsync(Place, "AWS_ACCESS_KEY_ID", default)).ShouldBeNull();

        var at = await WriteAsync("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE");

        at.ShouldBe(gitHub.GitHub.Now);
        (await Secrets.WrittenAsync(Place, "AWS_ACCESS_KEY_ID", default)).ShouldBe(at);
        (await gitHub.GetAsync($"/repos/{Name}/environments/{Production}/secrets")).Json["secrets"]!.AsArray().ShouldHaveSingleItem()!.ToJsonString().ShouldNotContain("AKIA");
    }

    [Fact]
    public async Task The_repository_and_each_environment_have_a_key_and_secrets_of_their_own()
    {
        await WriteAsync("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE");

        var own = new SecretsPlace(Name, null);
        (await Secrets.KeyAsync(own, default)).Id.ShouldBe("1");
        (await Secrets.WrittenAsync(own, "AWS_ACCESS_KEY_ID", default)).ShouldBeNull();
    }

    [Theory]
    [InlineData("example-org/unknown", "production")]
    [InlineData("example-org/deploy-me", "staging")]
    public async Task A_place_that_is_not_there_is_refused_and_never_an_empty_one(string repository, string environment) =>
        (await Should.ThrowAsync<GitHubRefusedException>(() => Secrets.WrittenAsync(new(repository, environment), "AWS_ACCESS_KEY_ID", default))).Message.ShouldContain("write secrets");

    [Theory]
    [InlineData("""{"key_id":"2"}""", "encrypted_value")]
    [InlineData("""{"encrypted_value":"AAAA"}""", "key_id")]
    [InlineData("""{"encrypted_value":"AAAA","key_id":"2"}""", "Improperly encrypted secret")]
    [InlineData("""{"encrypted_value":"AAAA","key_id":"another"}""", "Improperly encrypted secret")]
    public async Task What_GitHub_would_refuse_is_refused(string body, string because)
    {
        var answer = await gitHub.PutAsync($"/repos/{Name}/environments/{Production}/secrets/AWS_ACCESS_KEY_ID", JsonNode.Parse(body)!);

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        ((string)answer.Json["message"]!).ShouldContain(because);
    }

    [Theory]
    [InlineData("the right one", true, "success")]
    [InlineData("another", false, "failure")]
    public async Task A_run_opens_both_secrets_and_asks_AWS(string secret, bool passed, string conclusion)
    {
        await WriteAsync("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE");
        var written = await WriteAsync("AWS_SECRET_ACCESS_KEY", secret);
        gitHub.Clock.Now += TimeSpan.FromSeconds(2);

        await Runs.DispatchAsync(Test, default);

        var run = (await EndedAsync(written)).ShouldHaveSingleItem();
        (run.Passed, run.Conclusion, run.Created).ShouldBe((passed, conclusion, gitHub.GitHub.Now));
        tried.ShouldBe([("AKIAIOSFODNN7EXAMPLE", secret)]);
    }

    [Fact]
    public async Task A_run_without_secrets_fails_and_runs_before_a_moment_are_left_out()
    {
        await Runs.DispatchAsync(Test, default);
        (await EndedAsync(gitHub.Clock.Now)).ShouldHaveSingleItem().Conclusion.ShouldBe("failure");

        (await Runs.RunsAsync(Test, gitHub.GitHub.Now.AddSeconds(1), default)).Runs.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_branch_or_a_workflow_that_is_not_there_is_refused()
    {
        (await Should.ThrowAsync<GitHubRefusedException>(() => Runs.DispatchAsync(Test with { Ref = "gone" }, default))).Status.ShouldBe(422);
        (await Should.ThrowAsync<GitHubRefusedException>(() => Runs.DispatchAsync(Test with { File = "gone.yml" }, default))).Status.ShouldBe(404);
    }

    public void Dispose() => http.Dispose();

    private GitHubHttp Http => new(http, gitHub.GitHub.Settings.Api.GetLeftPart(UriPartial.Authority));

    private GitHubTokens Tokens => new(new FakeSecrets("""{"token":"gatehouse-bot"}"""), "gatehouse/github", Http, gitHub.Clock);

    private ActionsSecrets Secrets => new(Http, Tokens);

    private Workflows Runs => new(Http, Tokens);

    private async Task<DateTimeOffset> WriteAsync(string name, string value) => await Secrets.WriteAsync(Place, name, value, await Secrets.KeyAsync(Place, default), default);

    private async Task<IReadOnlyList<WorkflowRun>> EndedAsync(DateTimeOffset since)
    {
        for (var asked = 0; asked < 100; asked++)
        {
            if ((await Runs.RunsAsync(Test, since, default)).Runs is { Count: > 0 } runs && runs.All(run => run.Completed))
            {
                return runs;
            }

            await Task.Delay(100);
        }

        throw new TimeoutException("The run did not end.");
    }
}
