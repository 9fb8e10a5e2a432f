using Gatehouse.Register;
using static Gatehouse.Tests.Root.RootEvents;

namespace Gatehouse.Tests.Root;

public sealed class RootFollowUpTests : IDisposable
{
    private readonly RootWatching watching = new();

    private int Open => watching.Slack.Messages.Count(text => text.Contains("has not been completed for 60 minutes", StringComparison.Ordinal));

    public void Dispose() => watching.Dispose();

    [Fact]
    public async Task A_request_without_completion_is_said_once_after_the_minutes_that_are_set()
    {
        await watching.DeliverAsync(SignIn("PasswordRecoveryRequested", "e1"));
        watching.Clock.Now = Nine.AddMinutes(59);
        await watching.FollowAsync();
        Open.ShouldBe(0);

        watching.Clock.Now = Nine.AddMinutes(60);
        await watching.FollowAsync();
        await watching.FollowAsync();
        watching.Clock.Now = Nine.AddHours(8);
        await watching.FollowAsync();

        Open.ShouldBe(1);
    }

    [Fact]
    public async Task A_request_that_was_completed_is_not_said_to_be_open()
    {
        await watching.DeliverAsync(SignIn("PasswordRecoveryRequested", "e1"));
        await watching.DeliverAsync(SignIn("PasswordRecoveryCompleted", "e2", Nine.AddMinutes(10)));

        watching.Clock.Now = Nine.AddHours(2);
        await watching.FollowAsync();

        watching.Slack.Messages.Count.ShouldBe(2);
        watching.Slack.Messages[1].ShouldContain("it was asked for at 2026-11-21 09:00:00 UTC");
    }

    [Fact]
    public async Task A_completion_that_is_heard_before_its_request_is_told_as_unasked_and_the_late_request_says_that_it_is_completed()
    {
        await watching.DeliverAsync(SignIn("PasswordRecoveryCompleted", "e2", Nine.AddMinutes(10)));
        await watching.DeliverAsync(SignIn("PasswordRecoveryRequested", "e1"));

        watching.Clock.Now = Nine.AddHours(2);
        await watching.FollowAsync();

        watching.Slack.Messages.Count.ShouldBe(2);
        watching.Slack.Messages[0].ShouldContain("no request for it was seen in the day before");
        watching.Slack.Messages[1].ShouldContain("it has been completed already, at 2026-11-21 09:10:00 UTC");
    }

    [Fact]
    public async Task A_request_that_AWS_refused_or_that_is_another_accounts_is_waited_for_by_nobody()
    {
        await watching.DeliverAsync(SignIn("PasswordRecoveryRequested", "e1", outcome: "Failure"));
        await watching.DeliverAsync(SignIn("PasswordRecoveryRequested", "e2", account: "111122223333"), SignIn("PasswordRecoveryCompleted", "e3", Nine.AddMinutes(5)));

        watching.Clock.Now = Nine.AddHours(2);
        await watching.FollowAsync();

        Open.ShouldBe(1);
        watching.Slack.Messages[^1].ShouldContain("111122223333");
    }

    [Fact]
    public async Task An_open_request_waits_for_Slack_as_every_alert_does_and_knows_its_notice()
    {
        watching.Register.Announced.Add(new RootNotice(Payments, Nine, Nine.AddHours(4), "Jane Doe", "a lost phone"));
        await watching.DeliverAsync(SignIn("PasswordRecoveryRequested", "e1"));
        watching.Slack.IsDown = true;
        watching.Clock.Now = Nine.AddHours(1);
        await watching.FollowAsync();
        watching.Clock.Now = Nine.AddHours(2);
        await watching.FollowAsync();
        watching.Mailer.Sent.ShouldHaveSingleItem();
        watching.Slack.IsDown = false;

        await watching.FollowAsync();

        Open.ShouldBe(1);
        watching.Slack.Messages[^1].ShouldContain("Announced: by Jane Doe");
    }

    [Fact]
    public async Task A_notice_that_passed_unused_is_closed_quietly_and_once()
    {
        watching.Register.Announced.Add(new RootNotice(Payments, Nine, Nine.AddHours(1), "Jane Doe", "a lost phone"));
        watching.Clock.Now = Nine.AddMinutes(119);
        await watching.FollowAsync();
        watching.Ledger.ItemsOf("ROOT-NOTICE#").ShouldBeEmpty();

        watching.Clock.Now = Nine.AddMinutes(121);
        await watching.FollowAsync();
        await watching.FollowAsync();

        watching.Slack.Messages.ShouldBeEmpty();
        watching.Ledger.ItemsOf("ROOT-NOTICE#").ShouldHaveSingleItem().ShouldContainKey("closed");
        watching.Logged.Split("is over: nothing happened").Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_notice_that_was_used_is_closed_as_used()
    {
        watching.Register.Announced.Add(new RootNotice(Payments, Nine, Nine.AddHours(1), "Jane Doe", "a lost phone"));
        await watching.DeliverAsync(SignIn("ConsoleLogin", "e1"));
        watching.Clock.Now = Nine.AddHours(3);

        await watching.FollowAsync();

        watching.Logged.ShouldContain("is over: it took place");
        watching.Ledger.ItemsOf("ROOT-NOTICE#").ShouldHaveSingleItem().ShouldContainKey("used");
    }

    [Fact]
    public async Task While_the_register_cannot_be_read_nothing_is_closed_and_everything_else_goes_on()
    {
        watching.Slack.IsDown = true;
        await watching.DeliverAsync(SignIn("ConsoleLogin", "e1"));
        watching.Slack.IsDown = false;
        watching.Register.IsDown = true;

        await watching.FollowAsync();

        watching.Slack.Messages.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_waits_is_posted_and_mailed_before_GitHub_is_asked_for_many_open_requests_and_it_is_asked_once()
    {
        watching.Slack.IsDown = true;
        for (var at = 0; at < 12; at++)
        {
            await watching.DeliverAsync(SignIn("PasswordRecoveryRequested", $"e{at}", Nine.AddSeconds(at), account: $"1111222233{at:00}"));
        }

        watching.Clock.Now = Nine.AddHours(2);
        var (asked, mailed) = (watching.Register.Asked, -1);
        watching.Register.WhenAsked = () => mailed = watching.Mailer.Sent.Count;
        await watching.FollowAsync();
        (mailed, watching.Register.Asked).ShouldBe((12, asked + 1));

        var posted = -1;
        watching.Slack.IsDown = false;
        watching.Register.WhenAsked = () => posted = watching.Slack.Messages.Count;
        await watching.FollowAsync();

        posted.ShouldBe(24);
        Open.ShouldBe(12);
    }

    [Fact]
    public async Task An_open_request_is_posted_by_the_very_run_that_finds_it()
    {
        await watching.DeliverAsync(SignIn("PasswordRecoveryRequested", "e1"));
        watching.Clock.Now = Nine.AddHours(1);

        await watching.FollowAsync();

        Open.ShouldBe(1);
    }
}
