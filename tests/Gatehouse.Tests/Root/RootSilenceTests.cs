using Gatehouse.Root;
using static Gatehouse.Tests.Root.RootEvents;

namespace Gatehouse.Tests.Root;

/// <summary>Other accounts beat too, and are missed when they stop.</summary>
public sealed class RootSilenceTests : IDisposable
{
    private const string Member = Payments, Another = "444455556666";

    private readonly RootWatching watching = new();

    private int Said => watching.Slack.Messages.Count(text => text.Contains("No heartbeat has come for more than a day", StringComparison.Ordinal));

    public void Dispose() => watching.Dispose();

    [Fact]
    public async Task Another_accounts_heartbeat_is_done_and_neither_counted_nor_taken_for_ours_nor_tried_at_Slack()
    {
        watching.Slack.IsDown = true;

        (await watching.DeliverAsync(Heartbeat(Member))).ShouldBeEmpty();

        (await watching.Heartbeats.LastAsync(default)).ShouldBeNull();
        (await watching.Heartbeats.OthersAsync(default)).ShouldBe([(Member, watching.Clock.Now)]);
        watching.Logged.ShouldNotContain("\"RootHeartbeats\"");
        watching.Mailer.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task Our_own_heartbeat_stands_for_no_other_account()
    {
        await watching.DeliverAsync(Heartbeat());

        (await watching.Heartbeats.OthersAsync(default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_account_that_has_beaten_and_is_silent_for_more_than_25_hours_is_named_once_a_day_with_all_that_are()
    {
        await watching.DeliverAsync(Heartbeat(Member), Heartbeat(Another));
        watching.Clock.Now = Nine.AddHours(25);
        await watching.FollowAsync();
        Said.ShouldBe(0);

        watching.Clock.Now = Nine.AddHours(26);
        await watching.FollowAsync();
        await watching.FollowAsync();
        Said.ShouldBe(1);
        watching.Slack.Messages[0].ShouldContain($"payments-production ({Member}), last heard of at 2026-11-21 09:00:05 UTC");
        watching.Slack.Messages[0].ShouldContain($"• {Another}, last heard of");

        watching.Clock.Now = Nine.AddHours(50);
        await watching.DeliverAsync(Heartbeat(Member));
        await watching.FollowAsync();
        Said.ShouldBe(2);
        watching.Slack.Messages[^1].ShouldNotContain(Member);
    }

    [Fact]
    public async Task An_account_that_beats_again_or_was_forgotten_is_not_named()
    {
        await watching.DeliverAsync(Heartbeat(Member));
        watching.Clock.Now = Nine.AddDays(31);
        await watching.DeliverAsync(Heartbeat(Another));

        await watching.FollowAsync();

        Said.ShouldBe(0);
    }

    [Fact]
    public async Task While_Slack_is_down_the_run_goes_on_and_it_is_said_afterwards()
    {
        await watching.DeliverAsync(Heartbeat(Member));
        watching.Clock.Now = Nine.AddHours(26);
        watching.Slack.IsDown = true;
        await watching.FollowAsync();
        watching.Logged.ShouldContain($"No heartbeat has come for a day from {Member}");
        watching.Slack.IsDown = false;

        await watching.FollowAsync();

        Said.ShouldBe(1);
    }

    [Fact]
    public void Many_silent_accounts_are_one_message_that_counts_the_rest()
    {
        var text = RootSilenceText.Of([.. Enumerable.Range(0, 25).Select(at => ($"1111222233{at:00}", Nine.AddMinutes(at)))], names: null);

        text.ShouldContain("111122223319");
        text.ShouldNotContain("111122223320");
        text.ShouldContain("and 5 more");
    }
}
