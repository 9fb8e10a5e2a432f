namespace Gatehouse.World.Tests.Root;

/// <summary>Every event of a root user, put as AWS puts it, and read back from Slack.</summary>
[Collection(WatchWorld.Name)]
public sealed class RootAlertTests : IAsyncLifetime, IDisposable
{
    private const string SignIn = "signin/ConsoleLogin/without-mfa.json", Requested = "signin/PasswordRecoveryRequested/success.json", Completed = "signin/PasswordRecoveryCompleted/success.json";
    private readonly WorldFixture world;
    private readonly AwsClients aws;
    private readonly RegisterClient register;
    private readonly RootWorld root;

    public RootAlertTests(WatchWorldFixture world)
    {
        this.world = world;
        aws = new AwsClients(world);
        register = new RegisterClient(world);
        root = new RootWorld(world, aws);
    }

    public Task InitializeAsync() => world.ClearFaultsAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        register.Dispose();
        aws.Dispose();
    }

    [Fact]
    public async Task Every_event_of_a_root_user_of_this_account_or_another_is_told_once_though_it_comes_twice()
    {
        var events = RootWorld.Samples.Select(RootWorld.Of).ToList();
        foreach (var one in events.Concat(events))
        {
            await root.PutAsync(one);
        }

        foreach (var one in events)
        {
            var text = (await root.ToldAsync(1, one)).ShouldHaveSingleItem();
            text.ShouldContain((string)one.Detail["recipientAccountId"]!);
            text.ShouldContain("NOT ANNOUNCED");
            text.ShouldContain("<!subteam^S0EXAMPLE>");
            text.ShouldContain("*Now:*");
        }

        await world.SettledAsync();
        (await root.ToldAsync([.. events])).Count.ShouldBe(events.Count);
        events.Select(one => one.Account).Distinct().Count().ShouldBeGreaterThan(1);
        (await world.MailsToAsync("cyber-security@example.gov.uk")).ShouldNotContain(mail => events.Any(one => mail.Text.Contains(one.Id, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_account_is_called_by_the_name_that_the_register_has_for_it()
    {
        var one = await root.NowAsync(SignIn);
        await root.PutAsync(one);

        (await root.ToldAsync(1, one)).ShouldHaveSingleItem().ShouldContain("Somebody signed in as the root user of payments-production (123456789012)");
    }

    [Fact]
    public async Task A_completion_that_comes_before_its_request_is_told_as_unasked_and_neither_is_said_to_be_open()
    {
        var (request, completion) = (await root.NowAsync(Requested, account: "222233334444"), await root.NowAsync(Completed, 5, "222233334444"));
        await root.PutAsync(completion);
        (await root.ToldAsync(1, completion)).ShouldHaveSingleItem().ShouldContain("no request for it was seen");

        await root.PutAsync(request);

        (await root.ToldAsync(1, request)).ShouldHaveSingleItem().ShouldContain("it has been completed already");
        await world.AdvanceAsync("PT62M");
        await root.FollowAsync();
        (await root.ToldAsync(request, completion)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_request_that_nobody_completes_is_said_once()
    {
        var request = await root.NowAsync(Requested, account: "333344445555");
        await root.PutAsync(request);
        await root.ToldAsync(1, request);
        await root.FollowAsync();
        (await root.ToldAsync(request)).Count.ShouldBe(1);

        await world.AdvanceAsync("PT61M");
        await root.FollowAsync();
        await root.FollowAsync();

        (await root.ToldAsync(request)).Count.ShouldBe(2);
        (await root.ToldAsync(request))[1].ShouldContain("has not been completed for 60 minutes");
    }

    [Fact]
    public async Task A_notice_that_was_merged_announces_what_happens_in_its_time_and_one_that_nobody_uses_is_closed_without_a_word()
    {
        var now = await world.NowAsync();
        var number = await AnnounceAsync($$"""{"notices":[{"account":"444455556666","from":"{{now.AddMinutes(-5):O}}","to":"{{now.AddMinutes(55):O}}","who":"Jane Doe","why":"a lost phone"},{"account":"555566667777","from":"{{now.AddMinutes(-5):O}}","to":"{{now.AddMinutes(55):O}}","who":"Bob","why":"a drill"}]}""");
        (await register.PlanAsync(number, "it announces 2 uses of root accounts")).Comment.ShouldContain("| Jane Doe | a lost phone |");
        (await world.RunOfAsync(await register.MergeAsync(number))).Status.ShouldBe("SUCCEEDED");

        var (announced, elsewhere) = (await root.NowAsync(SignIn, account: "444455556666"), await root.NowAsync(SignIn, account: "666677778888"));
        await root.PutAsync(announced);
        await root.PutAsync(elsewhere);

        (await root.ToldAsync(1, announced)).ShouldHaveSingleItem().ShouldContain("Announced: by Jane Doe for a lost phone");
        (await root.ToldAsync(1, elsewhere)).ShouldHaveSingleItem().ShouldContain("NOT ANNOUNCED");
        var before = (await world.SlackAsync()).Count;
        await world.AdvanceAsync("PT2H");
        await root.FollowAsync();
        await root.FollowAsync();
        var late = await root.NowAsync(SignIn, account: "444455556666");
        await root.PutAsync(late);
        (await root.ToldAsync(1, late)).ShouldHaveSingleItem().ShouldContain("NOT ANNOUNCED");
        (await world.SlackAsync()).Count.ShouldBe(before + 1);
        var log = await root.LogAsync("FollowRootAccounts");
        log.Split("444455556666 by Jane Doe for a lost phone is over: it took place").Length.ShouldBe(2);
        log.Split("555566667777 by Bob for a drill is over: nothing happened").Length.ShouldBe(2);
    }

    [Fact]
    public async Task Broken_notices_fail_the_check_stop_no_membership_and_leave_no_alert_out()
    {
        var number = await AnnounceAsync("""{"notices":[{"account":"123456789012"}]}""");
        var plan = await register.PlanAsync(number, "The notices of root accounts could not be read: 4 problems");
        plan.Conclusion.ShouldBe("failure");
        plan.Annotations.Count.ShouldBe(4);
        plan.Annotations[0].ShouldStartWith($"{RegisterClient.RootNotices}:1 ");
        (await world.RunOfAsync(await register.MergeAsync(number))).Status.ShouldBe("SUCCEEDED");

        var one = await root.NowAsync(SignIn);
        await root.PutAsync(one);

        (await root.ToldAsync(1, one)).ShouldHaveSingleItem().ShouldContain("the notices could not be read: mgmt/root-notices.json:1: There is no \"from\"");
        await world.RunOfAsync(await register.MergeAsync(await AnnounceAsync("""{"notices":[]}""")));
    }

    [Fact]
    public async Task While_GitHub_is_down_an_alert_goes_out_at_once()
    {
        await world.FailAsync("github", "*", "Service Unavailable", times: 100, status: 503);

        var one = await root.NowAsync(SignIn);
        await root.PutAsync(one);

        (await root.ToldAsync(1, one)).ShouldHaveSingleItem().ShouldContain("the notices could not be read: GitHub did not give the register in time");
        await world.ClearFaultsAsync();
    }

    private Task<int> AnnounceAsync(string notices) => register.OpenTextAsync("Announce a reset", register.Branch, (RegisterClient.RootNotices, _ => notices));
}
