using System.Net;
using Gatehouse.Aws;
using Gatehouse.Slack;
using Gatehouse.Tests.Aws;
using Gatehouse.Tests.House;

namespace Gatehouse.Tests.Slack;

public class SlackClientTests
{
    private const string Post = "POST /services/T0/B0/very-secret";

    private ScriptedHttp Http { get; } = new();

    [Fact]
    public async Task A_message_goes_to_the_address_of_its_channel()
    {
        Http.On(Post, "ok");

        await Slack().PostAsync("#aws-access", "3 people <joined> \"today\"", default);

        Http.Requests.ShouldHaveSingleItem().Body.ShouldContain("\"text\":");
    }

    [Fact]
    public async Task A_channel_without_an_address_is_named_with_those_that_have_one()
    {
        var unknown = await Should.ThrowAsync<SlackChannelUnknownException>(() => Slack().PostAsync("#elsewhere", "x", default));

        unknown.Message.ShouldContain("#elsewhere");
        unknown.Message.ShouldContain("#aws-access");
        unknown.Message.ShouldNotContain("very-secret");
    }

    [Theory]
    [InlineData(404, "no_service")]
    [InlineData(403, "invalid_token")]
    public async Task What_Slack_refuses_is_refused_with_its_words_and_without_the_address(int status, string words)
    {
        Http.On(Post, (HttpStatusCode)status, words);

        var refused = await Should.ThrowAsync<SlackRefusedException>(() => Slack().PostAsync("#aws-access", "x", default));

        refused.Message.ShouldContain(words);
        refused.ToString().ShouldNotContain("very-secret");
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task What_passes_by_itself_is_unavailable(int status)
    {
        Http.On(Post, (HttpStatusCode)status, "later");

        await Should.ThrowAsync<SlackUnavailableException>(() => Slack().PostAsync("#aws-access", "x", default));
    }

    [Fact]
    public async Task A_connection_that_fails_does_not_name_the_address()
    {
        Http.On(Post, new HttpRequestException(HttpRequestError.ConnectionError, "https://hooks.slack.example/services/T0/B0/very-secret refused"));

        (await Should.ThrowAsync<SlackUnavailableException>(() => Slack().PostAsync("#aws-access", "x", default)))
            .ToString().ShouldNotContain("very-secret");
    }

    [Fact]
    public async Task A_secret_of_another_shape_is_not_quoted()
    {
        var unreadable = await Should.ThrowAsync<SecretUnreadableException>(() => Slack("https://hooks.slack.example/very-secret").PostAsync("#aws-access", "x", default));

        unreadable.ToString().ShouldNotContain("very-secret");
    }

    [Theory]
    [InlineData("no_text")]
    [InlineData("missing_text_or_fallback_or_attachments")]
    public async Task A_door_is_open_where_Slack_misses_nothing_but_the_text(string words)
    {
        Http.On(Post, HttpStatusCode.BadRequest, words);

        await Slack().ProveAsync("#aws-access", default);

        Http.Requests.ShouldHaveSingleItem().Body.ShouldBe("{}");
    }

    [Theory]
    [InlineData(200, "ok")]
    [InlineData(400, "invalid_payload")]
    [InlineData(403, "action_prohibited")]
    [InlineData(404, "no_service")]
    [InlineData(410, "channel_is_archived")]
    public async Task Any_other_answer_proves_no_open_door(int status, string words)
    {
        Http.On(Post, (HttpStatusCode)status, words);

        var refused = await Should.ThrowAsync<SlackRefusedException>(() => Slack().ProveAsync("#aws-access", default));

        refused.Message.ShouldContain(words);
        refused.ToString().ShouldNotContain("very-secret");
    }

    [Fact]
    public async Task A_door_without_an_address_or_behind_an_outage_is_not_open()
    {
        Http.On(Post, HttpStatusCode.ServiceUnavailable, "later");

        await Should.ThrowAsync<SlackUnavailableException>(() => Slack().ProveAsync("#aws-access", default));
        await Should.ThrowAsync<SlackChannelUnknownException>(() => Slack().ProveAsync("#elsewhere", default));
    }

    [Theory]
    [InlineData(400, true)]
    [InlineData(403, false)]
    [InlineData(404, false)]
    [InlineData(410, false)]
    public async Task Whether_another_message_may_be_taken_is_told(int status, bool isAboutTheMessage)
    {
        Http.On(Post, (HttpStatusCode)status, "words");

        (await Should.ThrowAsync<SlackRefusedException>(() => Slack().PostAsync("#aws-access", "x", default))).IsAboutTheMessage.ShouldBe(isAboutTheMessage);
    }

    private SlackClient Slack(string secret = """{"#aws-access":"https://hooks.slack.example/services/T0/B0/very-secret"}""") =>
        new(Http.Client(), new FakeSecrets(secret), "gatehouse/slack");
}
