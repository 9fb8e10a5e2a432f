namespace Gatehouse.World.Tests.Root;

/// <summary>What goes wrong on the way of a root alert: nothing is lost, nothing is told out of order, and nothing fails in silence.</summary>
[Collection(WatchWorld.Name)]
public sealed class RootFaultsTests : IAsyncLifetime, IDisposable
{
    private const string SignIn = "signin/ConsoleLogin/without-mfa.json", List = "cyber-security@example.gov.uk";
    private readonly WorldFixture world;
    private readonly AwsClients aws;
    private readonly RootWorld root;

    public RootFaultsTests(WatchWorldFixture world)
    {
        this.world = world;
        aws = new AwsClients(world);
        root = new RootWorld(world, aws);
    }

    public Task InitializeAsync() => world.ClearFaultsAsync();

    public Task DisposeAsync() => world.ClearFaultsAsync();

    public void Dispose() => aws.Dispose();

    [Fact]
    public async Task Slack_down_for_five_minutes_loses_nothing_keeps_the_order_and_doubles_no_recorded_delivery()
    {
        await world.FailAsync("slack", "PostMessage", "unavailable", times: 10_000, status: 503);
        var events = new List<RootOccurrence>();
        for (var minute = 0; minute < 5; minute++)
        {
            // The later of the two is heard first.
            RootOccurrence[] pair = [await root.NowAsync(SignIn, -0.1), await root.NowAsync(SignIn, -0.2)];
            events.InsertRange(events.Count, [pair[1], pair[0]]);
            await root.PutAsync(pair[0]);
            await root.PutAsync(pair[1]);
            await world.SettledAsync();
            await world.AdvanceAsync("PT1M");
        }

        (await root.ToldAsync([.. events])).ShouldBeEmpty();
        await world.ClearFaultsAsync();
        await world.AdvanceAsync("PT61S");

        var told = await root.ToldAsync(events.Count, [.. events]);
        await world.AdvanceAsync("PT61S");
        await world.SettledAsync();
        await root.FollowAsync();
        told = await root.ToldAsync([.. events]);
        told.Select(text => text.Split("Event ")[1].Trim('`')).ShouldBe(events.Select(one => one.Id));
        (await MailsAboutAsync([.. events])).ShouldBeEmpty();
        foreach (var one in events)
        {
            (await root.LedgerAsync($"ROOT#{one.Id}", "ALERT")).ShouldNotBeNull().ShouldContainKey("delivered");
        }
    }

    [Fact]
    public async Task What_Slack_does_not_take_in_time_is_mailed_once_to_the_list_and_told_in_Slack_later()
    {
        await world.FailAsync("slack", "PostMessage", "unavailable", times: 10_000, status: 503);
        var one = await root.NowAsync(SignIn);
        await root.PutAsync(one);
        await world.SettledAsync();
        await root.FollowAsync();
        (await MailsAboutAsync(one)).ShouldBeEmpty();

        await world.AdvanceAsync("PT15M");
        await root.FollowAsync();
        await world.AdvanceAsync("PT5M");
        await root.FollowAsync();
        await world.SettledAsync();

        (await MailsAboutAsync(one)).ShouldHaveSingleItem().Subject.ShouldStartWith("Root account alert, not announced: ConsoleLogin");
        (await root.ToldAsync(one)).ShouldBeEmpty();
        await world.ClearFaultsAsync();
        await root.FollowAsync();
        (await root.ToldAsync(one)).ShouldHaveSingleItem();
        await world.AdvanceAsync("PT61S");
        await world.SettledAsync();
        (await root.ToldAsync(one)).ShouldHaveSingleItem();
        (await MailsAboutAsync(one)).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public async Task A_kill_before_Slack_hears_it_tells_once_and_one_before_the_delivery_is_recorded_tells_twice_rather_than_never(bool after, int times)
    {
        await world.KillAtAsync("slack", "PostMessage", after);
        var one = await root.NowAsync(SignIn);
        await root.PutAsync(one);
        await WorldViews.EventuallyAsync("it was killed", async () => (await world.QueueAsync(RootWorld.Queue)) is { Waiting: 0, Delivering: 0, Returning: > 0 } ? world : null);

        await world.AdvanceAsync("PT61S");

        await root.ToldAsync(times, one);
        await world.SettledAsync();
        await world.AdvanceAsync("PT61S");
        await world.SettledAsync();
        await root.FollowAsync();
        (await root.ToldAsync(one)).Count.ShouldBe(times);
        (await root.LedgerAsync($"ROOT#{one.Id}", "ALERT")).ShouldNotBeNull().ShouldContainKey("delivered");
    }

    [Fact]
    public async Task The_heartbeat_proves_the_way_without_a_word_in_the_channel()
    {
        var before = (await world.SlackAsync()).Count;
        var now = await world.NowAsync();

        (await world.RunScheduleAsync("heartbeat")).ShouldBe("SUCCEEDED");

        await WorldViews.EventuallyAsync("the heartbeat is recorded", async () =>
            await root.LedgerAsync("ROOT-HEARTBEAT", "HEARTBEAT") is { } beat && string.CompareOrdinal(beat["at"].S, now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture)) >= 0 ? beat : null);
        (await world.SlackAsync()).Count.ShouldBe(before);
        var log = await root.LogAsync("DeliverRootAlerts");
        log.ShouldContain("The way for root alerts is open");
        log.ShouldContain("\"RootHeartbeats\":1");
    }

    [Fact]
    public async Task A_heartbeat_that_Slack_refuses_is_an_error_in_the_log_a_metric_and_a_mail()
    {
        await world.FailAsync("slack", "PostMessage", "no_service", times: 10_000, status: 404);
        var before = (await world.MailsToAsync(List)).Count(mail => mail.Subject == "Alerts about root accounts would not reach Slack");

        await world.RunScheduleAsync("heartbeat");

        await WorldViews.EventuallyAsync("it is mailed", async () =>
            (await world.MailsToAsync(List)).Count(mail => mail.Subject == "Alerts about root accounts would not reach Slack") == before + 1 ? world : null);
        await world.SettledAsync();
        var log = await root.LogAsync("DeliverRootAlerts");
        log.ShouldContain("The way for root alerts is closed");
        log.ShouldContain("no_service");
        log.ShouldContain("\"RootHeartbeatsFailed\":1");
        (await world.QueueAsync(RootWorld.Queue)).Returning.ShouldBeGreaterThan(0);
        await world.ClearFaultsAsync();
        await world.AdvanceAsync("PT61S");
        await WorldViews.EventuallyAsync("it came again and found the way open", async () => (await world.QueueAsync(RootWorld.Queue)) is { Returning: 0, Waiting: 0, Delivering: 0 } ? world : null);
    }

    [Fact]
    public async Task What_no_alert_can_be_made_of_ends_in_the_dead_letter_queue_and_keeps_nothing_waiting()
    {
        var before = (await world.QueueAsync(RootWorld.Queue)).Unheard;
        var (unreadable, fine) = (await root.NowAsync(SignIn), await root.NowAsync(SignIn));
        unreadable.Detail["eventTime"] = "soon";
        await root.PutAsync(unreadable);
        await root.PutAsync(fine);
        await root.ToldAsync(1, fine);

        for (var minute = 0; minute < 35 && (await world.QueueAsync(RootWorld.Queue)).Unheard == before; minute++)
        {
            await world.AdvanceAsync("PT61S");
            await world.SettledAsync();
        }

        (await world.QueueAsync(RootWorld.Queue)).Unheard.ShouldBe(before + 1);
        (await root.ToldAsync(unreadable)).ShouldBeEmpty();
        (await root.LogAsync("DeliverRootAlerts")).ShouldContain("of the queue of root events holds no alert, and may hide one");
    }

    private async Task<IReadOnlyList<Mail>> MailsAboutAsync(params RootOccurrence[] events) =>
        [.. (await world.MailsToAsync(List)).Where(mail => events.Any(one => mail.Text.Contains(one.Id, StringComparison.Ordinal)))];
}
