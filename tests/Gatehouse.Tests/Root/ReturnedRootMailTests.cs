using Gatehouse.Aws;
using Gatehouse.Membership.Mails;
using Gatehouse.Membership.Welcome;

namespace Gatehouse.Tests.Root;

/// <summary>What becomes of a mail of the second channel that came back.</summary>
public sealed class ReturnedRootMailTests : IDisposable
{
    private readonly RootWatching watching = new();

    public void Dispose() => watching.Dispose();

    [Fact]
    public async Task It_is_counted_each_time_and_said_in_the_channel_of_root_accounts_once_a_day()
    {
        await watching.ReturnAsync(Returned("Bounce"));
        await watching.ReturnAsync(Returned("Bounce"));
        watching.Clock.Now = watching.Clock.Now.AddDays(1);
        await watching.ReturnAsync(Returned("Reject"));

        watching.Slack.Messages.Count.ShouldBe(2);
        watching.Slack.Messages[0].ShouldContain($"A mail about root accounts to {RootWatching.List} was not delivered: the mail was returned (Permanent): 550 no such list");
        watching.Logged.Split("\"RootMailsReturned\":1").Length.ShouldBe(4);
    }

    [Fact]
    public async Task While_Slack_is_down_the_alarm_counts_it_all_the_same_and_the_event_comes_again()
    {
        watching.Slack.IsDown = true;
        await Should.ThrowAsync<Exception>(() => watching.ReturnAsync(Returned("Bounce")));
        watching.Logged.ShouldContain("\"RootMailsReturned\":1");
        watching.Slack.IsDown = false;

        await watching.ReturnAsync(Returned("Bounce"));

        watching.Slack.Messages.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task One_that_arrived_is_nothing_to_tell()
    {
        await watching.ReturnAsync(Returned("Delivery"));

        watching.Slack.Messages.ShouldBeEmpty();
        watching.Logged.ShouldNotContain("RootMailsReturned");
    }

    private static MailEvent Returned(string eventType) => new(
        eventType,
        new MailEventMail("message-1", new Dictionary<string, IReadOnlyList<string>> { [SesMailer.KindTag] = [MailKinds.RootAlert] }, [RootWatching.List]),
        new MailEventBounce("Permanent", [new MailEventRecipient(RootWatching.List, "550 no such list")]));
}
