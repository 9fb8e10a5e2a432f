using System.Net;
using System.Text;
using Gatehouse.Local.Aws;
using Gatehouse.Local.Hosting;
using Gatehouse.Local.Slack;
using Gatehouse.Tests.House;
using Microsoft.AspNetCore.Builder;

namespace Gatehouse.Tests.Local.Slack;

public sealed class SlackEndpointsTests : IAsyncLifetime
{
    private readonly string directory = Directory.CreateTempSubdirectory("gatehouse-slack-").FullName;
    private readonly Faults faults = new();
    private readonly CallLog calls = new();
    private SlackMessages messages = null!;
    private WebApplication app = null!;

    public async Task InitializeAsync()
    {
        messages = new SlackMessages(directory);
        app = await Listener.StartAsync(0, app => app.MapSlack(messages, new CallGate(calls, faults, () => []), new FakeClock()), CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public async Task A_message_is_kept_under_its_channel_and_counted()
    {
        (await PostAsync("""{"text":"hello"}""")).ShouldBe((HttpStatusCode.OK, "ok"));

        messages.All.ShouldHaveSingleItem().ShouldBe(new SlackMessage("#aws-access", "hello", new FakeClock().Now));
        calls.Counts["slack:PostMessage"].ShouldBe(1);
        new SlackMessages(directory).All.ShouldBe(messages.All);
    }

    [Theory]
    [InlineData("not json", "invalid_payload")]
    [InlineData("[]", "invalid_payload")]
    [InlineData("{}", "no_text")]
    [InlineData("""{"text":""}""", "no_text")]
    public async Task What_Slack_refuses_is_refused_in_its_words_and_not_kept(string body, string words)
    {
        (await PostAsync(body)).ShouldBe((HttpStatusCode.BadRequest, words));

        messages.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_fault_is_answered_instead()
    {
        faults.Add(new Fault("slack", "*", "channel_is_archived", 410, 1));

        (await PostAsync("""{"text":"hello"}""")).ShouldBe((HttpStatusCode.Gone, "channel_is_archived"));
        messages.All.ShouldBeEmpty();
    }

    private async Task<(HttpStatusCode Status, string Text)> PostAsync(string body)
    {
        using var http = new HttpClient();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri($"{app.Urls.Single()}/slack/aws-access"), content);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
