using System.Text.Json.Nodes;
using Gatehouse.Register;
using Gatehouse.Root;
using Gatehouse.Slack;
using Gatehouse.Tests.Ledger;
using static Gatehouse.Tests.Root.RootEvents;

namespace Gatehouse.Tests.Root;

public sealed class RootAlertApplyTests : IDisposable
{
    /// <summary>After how long SQS gives a message that was not done to another invocation.</summary>
    private static readonly TimeSpan UntilAgain = TimeSpan.FromMinutes(1);

    private readonly RootWatching watching = new();

    public void Dispose() => watching.Dispose();

    [Fact]
    public async Task An_event_is_told_once_however_often_it_comes()
    {
        (await watching.DeliverAsync(SignIn("ConsoleLogin", "e1"))).ShouldBeEmpty();
        (await watching.DeliverAsync(SignIn("ConsoleLogin", "e1"), SignIn("ConsoleLogin", "e1"))).ShouldBeEmpty();

        watching.Slack.Messages.ShouldHaveSingleItem().ShouldContain("payments-production (123456789012)");
        watching.Mailer.Sent.ShouldBeEmpty();
        watching.Ledger.ItemsOf("ROOT-OUTBOX").ShouldBeEmpty();
        watching.Ledger.ItemsOf("ROOT-TURN").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_events_of_a_batch_are_told_in_the_order_in_which_they_happened()
    {
        await watching.DeliverAsync(
            SignIn("PasswordUpdated", "e3", Nine.AddMinutes(2)), SignIn("PasswordRecoveryRequested", "e1", Nine), SignIn("PasswordRecoveryCompleted", "e2", Nine.AddMinutes(1)));

        watching.Slack.Messages.Select(text => text.Split("Event ")[1]).ShouldBe(["`e1`", "`e2`", "`e3`"]);
        watching.Slack.Messages[1].ShouldContain("it was asked for at 2026-11-21 09:00:00 UTC");
    }

    [Fact]
    public async Task What_Slack_does_not_take_comes_again_and_is_told_later_in_order_and_once()
    {
        watching.Slack.IsDown = true;
        (await watching.DeliverAsync(SignIn("ConsoleLogin", "e2", Nine.AddMinutes(1)))).ShouldBe(["message-1"]);
        (await watching.DeliverAsync(SignIn("ConsoleLogin", "e1", Nine), SignIn("ConsoleLogin", "e3", Nine.AddMinutes(2)))).ShouldBe(["message-1", "message-2"]);
        watching.Slack.Messages.ShouldBeEmpty();
        watching.Slack.IsDown = false;

        (await watching.DeliverAsync(SignIn("ConsoleLogin", "e3", Nine.AddMinutes(2)))).ShouldBeEmpty();

        watching.Slack.Messages.Select(text => text.Split("Event ")[1]).ShouldBe(["`e1`", "`e2`", "`e3`"]);
        (await watching.DeliverAsync(SignIn("ConsoleLogin", "e1", Nine), SignIn("ConsoleLogin", "e2", Nine.AddMinutes(1)))).ShouldBeEmpty();
        watching.Slack.Messages.Count.ShouldBe(3);
    }

    [Fact]
    public async Task The_schedule_tells_what_waits_though_no_message_comes_again()
    {
        watching.Slack.IsDown = true;
        await watching.DeliverAsync(SignIn("ConsoleLogin", "e1"));
        watching.Slack.IsDown = false;

        await watching.FollowAsync();
        await watching.FollowAsync();

        watching.Slack.Messages.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_waits_for_too_long_is_mailed_once_and_told_in_Slack_all_the_same()
    {
        watching.Slack.IsDown = true;
        await watching.DeliverAsync(SignIn("ConsoleLogin", "e1"));
        watching.Clock.Now += TimeSpan.FromMinutes(14);
        await watching.FollowAsync();
        watching.Mailer.Sent.ShouldBeEmpty();

        watching.Clock.Now += TimeSpan.FromMinutes(1);
        await watching.FollowAsync();
        await watching.DeliverAsync(SignIn("ConsoleLogin", "e1"));
        watching.Clock.Now += TimeSpan.FromHours(5);
        await watching.FollowAsync();

        var (address, mail, _) = watching.Mailer.Sent.ShouldHaveSingleItem();
        address.ShouldBe(RootWatching.List);
        mail.Subject.ShouldBe("Root account alert, not announced: ConsoleLogin in payments-production");
        watching.Slack.IsDown = false;
        await watching.FollowAsync();
        watching.Slack.Messages.ShouldHaveSingleItem();
        watching.Mailer.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Mail_that_fails_stops_no_try_at_Slack_and_is_tried_again()
    {
        watching.Slack.IsDown = true;
        await watching.DeliverAsync(SignIn("ConsoleLogin", "e1"));
        watching.Clock.Now += TimeSpan.FromMinutes(15);
        watching.Mailer.Refuses.Add(RootWatching.List);
        (await watching.DeliverAsync(SignIn("ConsoleLogin", "e2"))).ShouldBe(["message-1"]);
        watching.Logged.ShouldContain("could not be mailed either");

        watching.Mailer.Refuses.Clear();
        await watching.FollowAsync();
        watching.Mailer.Sent.ShouldHaveSingleItem();
        watching.Slack.IsDown = false;
        await watching.FollowAsync();
        watching.Slack.Messages.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Without_a_list_the_log_says_that_nobody_is_mailed()
    {
        watching.MailTo = null;
        watching.Slack.IsDown = true;
        await watching.DeliverAsync(SignIn("ConsoleLogin", "e1"));
        watching.Clock.Now += TimeSpan.FromMinutes(15);

        await watching.FollowAsync();

        watching.Logged.ShouldContain("there is no list to mail it to");
    }

    [Fact]
    public async Task Without_an_on_call_group_the_log_alone_says_so()
    {
        watching.OnCall = null;

        await watching.DeliverAsync(SignIn("ConsoleLogin", "e1"));

        watching.Slack.Messages.ShouldHaveSingleItem().ShouldNotContain("on-call");
        watching.Logged.ShouldContain("no on-call group is set");
    }

    [Fact]
    public async Task An_announced_event_says_who_announced_it_and_its_notice_is_remembered_as_used()
    {
        watching.Register.Announced.Add(new RootNotice(Payments, Nine, Nine.AddHours(1), "Jane Doe", "a lost phone"));

        await watching.DeliverAsync(SignIn("ConsoleLogin", "e1"), SignIn("ConsoleLogin", "e2", Nine.AddHours(2)), SignIn("ConsoleLogin", "e3", account: "111122223333"));

        watching.Slack.Messages.Count(text => text.Contains("Announced: by Jane Doe for a lost phone", StringComparison.Ordinal)).ShouldBe(1);
        watching.Slack.Messages.Count(text => text.Contains("NOT ANNOUNCED", StringComparison.Ordinal)).ShouldBe(2);
        watching.Ledger.ItemsOf("ROOT-NOTICE#").ShouldHaveSingleItem().ShouldContainKey("used");
    }

    [Fact]
    public async Task While_GitHub_is_down_the_alert_goes_out_at_once_as_not_announced()
    {
        watching.Register.IsDown = true;

        (await watching.DeliverAsync(SignIn("ConsoleLogin", "e1"))).ShouldBeEmpty();

        var text = watching.Slack.Messages.ShouldHaveSingleItem();
        text.ShouldContain("NOT ANNOUNCED");
        text.ShouldContain("the notices could not be read: GitHub did not give the register in time");
        text.ShouldContain("123456789012 (its name could not be looked up)");
    }

    [Fact]
    public async Task A_register_that_never_answers_is_not_waited_for()
    {
        watching.Register.NeverAnswers = true;

        var reading = await watching.ReadRegisterAsync();

        (reading.Notices, reading.Names).ShouldBe((null, null));
        reading.NoticesUnread.ShouldBe("GitHub did not give the register in time");
    }

    [Fact]
    public async Task Notices_that_are_broken_are_said_with_their_line_and_the_name_is_still_known()
    {
        watching.Register.AreNoticesBroken = true;

        await watching.DeliverAsync(SignIn("ConsoleLogin", "e1"));

        var text = watching.Slack.Messages.ShouldHaveSingleItem();
        text.ShouldContain("the notices could not be read: mgmt/root-notices.json:4: There is no \"who\"");
        text.ShouldContain("payments-production (123456789012)");
    }

    [Fact]
    public async Task A_message_that_cannot_be_read_comes_again_alone_and_is_logged()
    {
        (await watching.DeliverAsync(Messages("not JSON", SignIn("ConsoleLogin", "e1").ToJsonString()))).ShouldBe(["message-1"]);

        watching.Slack.Messages.ShouldHaveSingleItem();
        watching.Logged.ShouldContain("The message message-1 of the queue of root events holds no alert, and may hide one.");
    }

    [Fact]
    public async Task A_message_that_Slack_does_not_take_whole_is_told_in_short_and_keeps_nobody_waiting()
    {
        watching.Slack.Fails = text => text.Contains("*Now:*", StringComparison.Ordinal) && text.Contains("`e1`", StringComparison.Ordinal) ? new SlackRefusedException("Slack answered 400.") { IsAboutTheMessage = true } : null;

        (await watching.DeliverAsync(SignIn("ConsoleLogin", "e1"), SignIn("ConsoleLogin", "e2", Nine.AddMinutes(1)))).ShouldBeEmpty();

        watching.Slack.Messages[0].ShouldContain("which Slack did not take whole");
        watching.Slack.Messages.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Slack_that_limits_the_rate_is_waited_for_as_long_as_it_asks_within_the_invocation()
    {
        var limited = 2;
        watching.Slack.Fails = _ => limited-- > 0 ? new SlackUnavailableException("Slack answered 429.") { RetryAfter = TimeSpan.FromSeconds(2) } : null;

        (await watching.DeliverAsync(SignIn("ConsoleLogin", "e1"), SignIn("ConsoleLogin", "e2"))).ShouldBeEmpty();

        watching.Slack.Messages.Count.ShouldBe(2);
        watching.Slack.Fails = _ => new SlackUnavailableException("Slack answered 429.") { RetryAfter = TimeSpan.FromMinutes(1) };
        (await watching.DeliverAsync(SignIn("ConsoleLogin", "e3"))).ShouldBe(["message-1"]);
    }

    [Fact]
    public async Task Another_transaction_on_the_same_items_doubles_nothing()
    {
        watching.Ledger.Conflicts = 2;
        (await watching.DeliverAsync(SignIn("ConsoleLogin", "e1"))).ShouldBeEmpty();
        watching.Slack.Fails = _ =>
        {
            watching.Ledger.Conflicts = 2;
            return null;
        };

        (await watching.DeliverAsync(SignIn("ConsoleLogin", "e2"))).ShouldBeEmpty();

        watching.Slack.Messages.Count.ShouldBe(2);
        watching.Ledger.Conflicts.ShouldBe(0);
    }

    [Fact]
    public async Task A_kill_between_the_post_and_its_record_may_tell_one_again_and_loses_none()
    {
        // Two are recorded, the turn is taken and taken again, the first is posted; then it dies.
        watching.Ledger.DiesAtWrite = 5;
        await Should.ThrowAsync<Exception>(() => watching.DeliverAsync(SignIn("ConsoleLogin", "e1"), SignIn("ConsoleLogin", "e2", Nine.AddMinutes(1))));
        watching.Slack.Messages.ShouldHaveSingleItem();
        watching.Clock.Now += UntilAgain;

        (await watching.DeliverAsync(SignIn("ConsoleLogin", "e1"), SignIn("ConsoleLogin", "e2", Nine.AddMinutes(1)))).ShouldBeEmpty();

        watching.Slack.Messages.Select(text => text.Split("Event ")[1]).ShouldBe(["`e1`", "`e1`", "`e2`"]);
    }

    [Fact]
    public async Task A_death_at_any_write_loses_nothing_and_repeats_at_most_the_message_that_was_under_way()
    {
        using var undisturbed = new RootWatching();
        await undisturbed.DeliverAsync(SignIn("PasswordRecoveryRequested", "e1"), SignIn("PasswordRecoveryCompleted", "e2", Nine.AddMinutes(1)));

        foreach (var write in Enumerable.Range(1, undisturbed.Ledger.Writes.Count))
        {
            using var dying = new RootWatching();
            dying.Ledger.DiesAtWrite = write;
            (await Should.ThrowAsync<Exception>(() => dying.DeliverAsync(SignIn("PasswordRecoveryRequested", "e1"), SignIn("PasswordRecoveryCompleted", "e2", Nine.AddMinutes(1)))))
                .GetBaseException().ShouldBeOfType<ProcessDiedException>();
            dying.Ledger.DiesAtWrite = 0;
            dying.Clock.Now += UntilAgain;

            (await dying.DeliverAsync(SignIn("PasswordRecoveryRequested", "e1"), SignIn("PasswordRecoveryCompleted", "e2", Nine.AddMinutes(1)))).ShouldBeEmpty();

            dying.Slack.Messages.Distinct().Select(text => text.Split("Event ")[1]).ShouldBe(["`e1`", "`e2`"]);
            dying.Slack.Messages.Count.ShouldBeLessThanOrEqualTo(3);
            dying.Ledger.ItemsOf("ROOT-OUTBOX").ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Two_at_once_take_turns_and_the_one_that_waits_finds_its_own_told_in_order()
    {
        await watching.Turn.TakeAsync("another invocation", default);
        watching.Clock.Meanwhile = () => watching.Turn.GiveBackAsync("another invocation", default);

        (await watching.DeliverAsync(SignIn("ConsoleLogin", "e1"))).ShouldBeEmpty();

        watching.Slack.Messages.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("another message")]
    [InlineData("message-1")]
    public async Task A_turn_that_is_not_given_back_is_waited_for_whosever_message_it_has_and_then_this_one_comes_again(string holder)
    {
        await watching.Turn.TakeAsync(holder, default);

        (await watching.DeliverAsync(SignIn("ConsoleLogin", "e1"))).ShouldBe(["message-1"]);

        watching.Slack.Messages.ShouldBeEmpty();
        watching.Clock.Now += TimeSpan.FromSeconds(60);
        (await watching.DeliverAsync(SignIn("ConsoleLogin", "e1"))).ShouldBeEmpty();
        watching.Slack.Messages.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_heartbeat_that_finds_Slack_open_is_recorded_and_logged_and_says_nothing_in_the_channel()
    {
        (await watching.DeliverAsync(Heartbeat())).ShouldBeEmpty();

        watching.Slack.Messages.ShouldBeEmpty();
        (await watching.Heartbeats.LastAsync(default)).ShouldBe(watching.Clock.Now);
        watching.Logged.ShouldContain("The way for root alerts is open");
        watching.Logged.ShouldContain("\"RootHeartbeats\":1");
    }

    [Fact]
    public async Task A_heartbeat_that_finds_Slack_closed_is_an_error_comes_again_and_is_mailed_once()
    {
        watching.Slack.Fails = _ => new SlackRefusedException("Slack answered 404 for #cyber-security-help (no_service).");

        (await watching.DeliverAsync(Heartbeat())).ShouldBe(["message-1"]);
        (await watching.DeliverAsync(Heartbeat())).ShouldBe(["message-1"]);

        (await watching.Heartbeats.LastAsync(default)).ShouldBeNull();
        watching.Logged.ShouldContain("The way for root alerts is closed");
        watching.Logged.ShouldContain("\"RootHeartbeatsFailed\":1");
        watching.Mailer.Sent.ShouldHaveSingleItem().Mail.Text.ShouldContain("no_service");
    }

    [Fact]
    public async Task The_mail_about_a_closed_door_says_how_to_put_a_heartbeat_at_once()
    {
        watching.Slack.IsDown = true;
        await watching.DeliverAsync(Heartbeat());

        var sent = watching.Mailer.Sent.ShouldHaveSingleItem().Mail;

        sent.Kind.ShouldBe("root-alert");
        sent.Text.ShouldContain(RootHeartbeat.PutNow);
        sent.Text.ShouldContain("comes again each minute by itself");
        var entry = JsonNode.Parse(RootHeartbeat.PutNow.Split('\'')[1])!.AsArray().ShouldHaveSingleItem()!;
        (entry["Source"]!.ToString(), entry["DetailType"]!.ToString(), entry["Detail"]!.ToString()).ShouldBe((RootHeartbeat.Source, RootHeartbeat.DetailType, "{}"));
    }

    [Fact]
    public async Task How_many_wait_is_counted()
    {
        watching.Slack.IsDown = true;
        await watching.DeliverAsync(SignIn("ConsoleLogin", "e1"), SignIn("ConsoleLogin", "e2"));
        watching.Logged.ShouldContain("\"RootAlertsWaiting\":2");
        watching.Slack.IsDown = false;

        await watching.FollowAsync();

        watching.Logged.ShouldContain("\"RootAlertsWaiting\":0");
    }
}
