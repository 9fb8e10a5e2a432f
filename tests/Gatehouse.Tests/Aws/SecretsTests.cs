using System.Net;
using Amazon.SecretsManager;
using Gatehouse.Aws;
using Gatehouse.Tests.House;

namespace Gatehouse.Tests.Aws;

public sealed class SecretsTests : IDisposable
{
    private const string Get = "POST /";

    private readonly AmazonSecretsManagerClient manager;

    public SecretsTests() => manager = new AmazonSecretsManagerClient(AwsOver.Credentials, new AmazonSecretsManagerConfig().Scripted(Http));

    private ScriptedHttp Http { get; } = new();

    private FakeClock Clock { get; } = new();

    public void Dispose() => manager.Dispose();

    [Fact]
    public async Task A_value_is_kept_as_long_as_the_caller_allows_and_no_longer()
    {
        Http.On(Get, """{"SecretString":"one"}""").On(Get, """{"SecretString":"two"}""");
        var secrets = new Secrets(manager, Clock);

        (await ReadAsync(secrets)).ShouldBe("one");
        Clock.Now += TimeSpan.FromMinutes(4.9);
        (await ReadAsync(secrets)).ShouldBe("one");
        Clock.Now += TimeSpan.FromMinutes(0.1);
        (await ReadAsync(secrets)).ShouldBe("two");
        Http.Requests.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("it has never had a value", 400, """{"__type":"ResourceNotFoundException","Message":"Secrets Manager can't find the specified secret value for staging label: AWSCURRENT"}""")]
    [InlineData("it holds an empty text", 200, """{"SecretString":""}""")]
    [InlineData("it holds bytes only", 200, """{"SecretBinary":"AAAA"}""")]
    public async Task A_secret_without_a_text_is_named_as_not_set(string @case, int status, string answer)
    {
        Http.On(Get, (HttpStatusCode)status, answer);

        var unset = await Should.ThrowAsync<SecretNotSetException>(() => ReadAsync(new Secrets(manager, Clock)), @case);

        unset.Message.ShouldContain("gatehouse/slack");
    }

    [Fact]
    public async Task That_a_secret_is_unset_is_not_remembered()
    {
        Http.On(Get, """{"SecretString":""}""").On(Get, """{"SecretString":"set now"}""");
        var secrets = new Secrets(manager, Clock);
        await Should.ThrowAsync<SecretNotSetException>(() => ReadAsync(secrets));

        (await ReadAsync(secrets)).ShouldBe("set now");
    }

    [Fact]
    public async Task A_secret_that_cannot_be_read_now_is_never_taken_for_unset()
    {
        Http.On(Get, HttpStatusCode.BadRequest, """{"__type":"AccessDeniedException","Message":"not authorized"}""");

        await Should.ThrowAsync<AmazonSecretsManagerException>(() => ReadAsync(new Secrets(manager, Clock)));
    }

    private static Task<string> ReadAsync(Secrets secrets) => secrets.ReadAsync("gatehouse/slack", TimeSpan.FromMinutes(5), default);
}
