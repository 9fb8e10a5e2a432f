using System.Text.Json.Nodes;
using Amazon.IdentityManagement.Model;

namespace Gatehouse.World.Tests.Membership;

/// <summary>What becomes of a mail after SES accepted it, and of a password that nobody uses.</summary>
[Collection(SharedWorld.Name)]
public sealed class MailEventTests(WorldFixture world) : IAsyncLifetime, IDisposable
{
    private readonly RegisterClient register = new(world);
    private readonly AwsClients aws = new(world);

    public Task InitializeAsync() => world.ClearFaultsAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_welcome_that_comes_back_takes_its_password_away_and_reaches_the_report_once()
    {
        var merged = await register.AddAsync("bounced.one");
        await world.RunOfAsync(merged);
        var (messageId, welcome) = await aws.WelcomeOfAsync(RegisterClient.Address("bounced.one"));

        await aws.PutEventAsync("aws.ses", "Email Bounced", Bounce(messageId, welcome));
        await aws.PutEventAsync("aws.ses", "Email Bounced", Bounce(messageId, welcome));

        await WorldViews.EventuallyAsync("the comment says so", async () => (await register.CommentsAsync(merged.Number)).SingleOrDefault(comment => comment.Contains("not delivered", StringComparison.Ordinal)));
        await WorldViews.EventuallyAsync("Slack is told", async () => await ReturnsAsync() > 0 ? world : null);
        await Should.ThrowAsync<NoSuchEntityException>(() => aws.Iam.GetLoginProfileAsync(new GetLoginProfileRequest(RegisterClient.Address("bounced.one"))));
        await world.ReconcileAsync();
        (await world.MailsToAsync(RegisterClient.Address("bounced.one"))).Count.ShouldBe(1);
        (await ReturnsAsync()).ShouldBe(1);

        async Task<int> ReturnsAsync() => (await world.SlackAsync()).Count(message => message.Text.Contains("bounced.one", StringComparison.Ordinal) && message.Text.Contains("not delivered", StringComparison.Ordinal));
    }

    public void Dispose()
    {
        register.Dispose();
        aws.Dispose();
    }

    private static JsonObject Bounce(string messageId, string welcome) => new()
    {
        ["eventType"] = "Bounce",
        ["mail"] = new JsonObject { ["messageId"] = messageId, ["tags"] = new JsonObject { ["welcome"] = new JsonArray(welcome) } },
        ["bounce"] = new JsonObject
        {
            ["bounceType"] = "Permanent",
            ["bouncedRecipients"] = new JsonArray(new JsonObject { ["emailAddress"] = RegisterClient.Address("bounced.one"), ["diagnosticCode"] = "smtp; 550 5.1.1 user unknown" }),
        },
    };
}
