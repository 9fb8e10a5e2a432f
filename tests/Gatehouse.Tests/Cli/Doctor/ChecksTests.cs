using Gatehouse.Cli.Deployments.Questions;
using Gatehouse.Cli.Doctor;
using static Gatehouse.Tests.Membership.Given;

namespace Gatehouse.Tests.Cli.Doctor;

public class ChecksTests
{
    private static readonly WatchedMachine Membership = new("Runs", "arn", "Merge a pull request.", run => $", then: gatehouse replay {run}");
    private static readonly DateTimeOffset At = new(2026, 11, 28, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("set", """{"current":"hush-hush"}""", "Fine")]
    [InlineData("never set", null, "Wrong")]
    [InlineData("blank", " ", "Wrong")]
    [InlineData("no JSON", "hush-hush", "Wrong")]
    [InlineData("of another shape", """{"secret":"hush-hush"}""", "Wrong")]
    [InlineData("no object", "[\"hush-hush\"]", "Wrong")]
    public void A_secret_is_judged_and_never_shown(string what, string? value, string health)
    {
        var found = SecretsCheck.Judge("gatehouse/github-webhook", value, "{\"current\":\"…\"}", SecretsCheck.HasCurrent);

        found.Health.ToString().ShouldBe(health, what);
        $"{found.What} {found.Do}".ShouldNotContain("hush-hush");
    }

    [Theory]
    [InlineData("ENABLED", true, "Fine")]
    [InlineData("ENABLED", false, "Fine")]
    [InlineData("DISABLED", false, "Note")]
    [InlineData("DISABLED", true, "Wrong")]
    [InlineData(null, true, "Wrong")]
    public void The_hourly_run(string? state, bool meant, string health) =>
        ScheduleCheck.Judge("gatehouse-reconcile", state, meant, "reconcile", "a lost webhook waits").Health.ToString().ShouldBe(health);

    [Fact]
    public void A_schedule_that_is_off_says_what_is_missed_and_which_setting_switches_it_on()
    {
        var off = ScheduleCheck.Judge("gatehouse-sweep-mfa", "DISABLED", meant: false, "watch", "people without MFA are not found");

        off.What.ShouldContain("people without MFA are not found");
        off.Do!.ShouldContain("\"watch\": true");
    }

    [Theory]
    [InlineData("one that hears everything", true, true, true, "Fine", "hears every region")]
    [InlineData("switched off", true, true, false, "Wrong", "start-logging")]
    [InlineData("of one region", false, true, true, "Wrong", "createTrail")]
    [InlineData("without IAM and sign-ins", true, false, true, "Wrong", "createTrail")]
    public void The_trail(string what, bool multiRegion, bool global, bool logging, string health, string says)
    {
        var found = TrailCheck.Judge([new Trail("org", multiRegion, global, logging)]);

        found.Health.ToString().ShouldBe(health, what);
        $"{found.What} {found.Do}".ShouldContain(says);
    }

    [Fact]
    public void A_good_trail_beside_one_that_is_off_is_enough_and_no_trail_at_all_is_wrong()
    {
        TrailCheck.Judge([new Trail("old", true, true, false), new Trail("org", true, true, true)]).Health.ShouldBe(Health.Fine);
        TrailCheck.Judge([]).Health.ShouldBe(Health.Wrong);
    }

    [Fact]
    public void An_App_with_exactly_what_it_needs_is_fine() =>
        GitHubAppCheck.Judge(Permissions(("contents", "read"), ("pull_requests", "write"), ("checks", "write"), ("secret_scanning_alerts", "read"), ("metadata", "read"))).ShouldHaveSingleItem().Health.ShouldBe(Health.Fine);

    [Fact]
    public void An_App_that_lacks_a_permission_is_wrong_and_says_which()
    {
        var found = GitHubAppCheck.Judge(Permissions(("contents", "read"), ("pull_requests", "read"), ("secret_scanning_alerts", "read"), ("metadata", "read")));

        found.Count(one => one.Health == Health.Wrong).ShouldBe(2);
        found.ShouldContain(one => one.What == "the App has pull_requests: read, and needs write");
        found.ShouldContain(one => one.What == "the App has checks: none, and needs write");
    }

    [Fact]
    public void An_App_that_may_more_is_named_with_what_is_too_much()
    {
        var found = GitHubAppCheck.Judge(Permissions(("contents", "write"), ("pull_requests", "write"), ("checks", "write"), ("secret_scanning_alerts", "read"), ("administration", "write"))).ShouldHaveSingleItem();

        found.Health.ShouldBe(Health.Note);
        found.What.ShouldContain("administration: write, contents: write");
    }

    [Fact]
    public void What_rotations_and_leaks_need_is_not_too_much() =>
        GitHubAppCheck.Judge(Permissions(("contents", "read"), ("pull_requests", "write"), ("checks", "write"), ("secrets", "write"), ("environments", "write"), ("actions", "write"), ("secret_scanning_alerts", "read")))
            .ShouldHaveSingleItem().Health.ShouldBe(Health.Fine);

    [Fact]
    public void Of_a_token_GitHub_says_nothing() => GitHubAppCheck.Judge(null).ShouldHaveSingleItem().Health.ShouldBe(Health.Note);

    [Theory]
    [InlineData("verified and out of the sandbox", "SUCCESS", true, 0)]
    [InlineData("verified, and nobody says of the sandbox", "SUCCESS", null, 0)]
    [InlineData("in the sandbox", "SUCCESS", false, 1)]
    [InlineData("not verified", "PENDING", true, 1)]
    [InlineData("unknown", null, null, 1)]
    public void The_mails_sender(string what, string? status, bool? outOfSandbox, int wrong) =>
        MailCheck.Judge("example.gov.uk", status, outOfSandbox).Count(one => one.Health == Health.Wrong).ShouldBe(wrong, what);

    [Theory]
    [InlineData(4749, "Fine")]
    [InlineData(4750, "Wrong")]
    public void An_account_that_is_nearly_full_is_wrong(int users, string health) => AccountCheck.Room(users, 5000).Health.ToString().ShouldBe(health);

    [Fact]
    public void Users_without_the_tag_are_counted()
    {
        AccountCheck.Managed(Snapshot(Managed("a"), HandMade("b"), HandMade("c"))).What.ShouldBe("1 are Gatehouse's; 2 users are without the tag, and never touched");
        AccountCheck.Managed(Snapshot(Managed("a"))).Health.ShouldBe(Health.Fine);
    }

    [Fact]
    public void A_group_that_is_to_be_given_and_is_not_there_is_wrong() =>
        AccountCheck.Groups(Snapshot(), ["Auditors", "Nowhere"]).ShouldHaveSingleItem().What.ShouldContain("Nowhere");

    [Fact]
    public void Each_difference_of_the_password_policy_is_wrong_and_says_the_command_that_mends_it()
    {
        AccountCheck.Password([], "aws iam …").ShouldHaveSingleItem().Health.ShouldBe(Health.Fine);
        AccountCheck.Password(["It asks for 8 characters.", "It lets an old password come back."], "aws iam update-account-password-policy …").ShouldAllBe(one => one.Health == Health.Wrong && one.Do == "aws iam update-account-password-policy …");
    }

    [Fact]
    public void A_heartbeat_of_today_is_fine_an_older_one_is_wrong_and_none_yet_is_worth_knowing()
    {
        RootCheck.Heartbeat(At.AddHours(-24), At).Health.ShouldBe(Health.Fine);
        RootCheck.Heartbeat(At.AddHours(-26), At).Health.ShouldBe(Health.Wrong);
        RootCheck.Heartbeat(null, At).Health.ShouldBe(Health.Note);
    }

    [Fact]
    public void Where_nobody_would_hear_of_a_root_account_it_is_wrong_and_where_nobody_is_called_it_is_a_note()
    {
        RootCheck.Heard("cyber@example.gov.uk", "<!here>").ShouldBeEmpty();
        RootCheck.Heard(null, "<!here>").ShouldHaveSingleItem().Health.ShouldBe(Health.Wrong);
        RootCheck.Heard("cyber@example.gov.uk", null).ShouldHaveSingleItem().Health.ShouldBe(Health.Note);
        RootCheck.Waiting(0).ShouldBeEmpty();
        RootCheck.Waiting(2).ShouldHaveSingleItem().What.ShouldStartWith("2 alerts wait");
    }

    [Fact]
    public void A_last_run_that_failed_says_why_and_how_to_start_it_again()
    {
        var found = MachineCheck.Judge(new LastRun("merge-7-c", "FAILED", At, "ChangesFailed: Some changes failed"), Membership);

        found.Health.ShouldBe(Health.Wrong);
        found.What.ShouldContain("ChangesFailed");
        found.Do!.ShouldContain("gatehouse replay merge-7-c");
        MachineCheck.Judge(new LastRun("merge-6-b", "SUCCEEDED", At), Membership).Health.ShouldBe(Health.Fine);
        MachineCheck.Judge(null, Membership).Health.ShouldBe(Health.Note);
    }

    [Fact]
    public void A_register_that_names_a_group_which_may_not_be_given_is_wrong()
    {
        var found = RegisterCheck.Judge(RegisterOf(Person("jane", Group)), Settings(), [Group]);

        found[0].Health.ShouldBe(Health.Fine);
        found[1].What.ShouldContain("Auditors");
    }

    [Theory]
    [InlineData("on, and leads home", "ENABLED", "arn:aws:events:eu-west-2:111122223333:event-bus/gatehouse", "Fine", "forward")]
    [InlineData("on, and leads elsewhere", "ENABLED", "arn:aws:events:eu-west-2:111122223333:event-bus/other", "Wrong", "does not lead")]
    [InlineData("off", "DISABLED", "arn:aws:events:eu-west-2:111122223333:event-bus/gatehouse", "Wrong", "enable-rule")]
    [InlineData("not there", null, "", "Wrong", "there is no rule")]
    public void A_forwarding_rule(string what, string? state, string target, string health, string says)
    {
        var found = EventsCheck.Judge([new ForwardingRule("gatehouse-root-sign-in", state, [target])], ":eu-west-2:111122223333:event-bus/gatehouse").ShouldHaveSingleItem();

        found.Health.ToString().ShouldBe(health, what);
        $"{found.What} {found.Do}".ShouldContain(says);
    }

    [Theory]
    [InlineData("nobody, as meant", "", null, "Note")]
    [InlineData("somebody, and nobody is meant", """{"Condition":{"StringEquals":{"aws:PrincipalOrgID":"o-exampleorg1"}}}""", null, "Wrong")]
    [InlineData("the organisation, as meant", """{"Condition":{"StringEquals":{"aws:PrincipalOrgID":"o-exampleorg1"}}}""", "o-exampleorg1", "Fine")]
    [InlineData("another organisation", """{"Condition":{"StringEquals":{"aws:PrincipalOrgID":"o-exampleorg12"}}}""", "o-exampleorg1", "Wrong")]
    public void Whom_the_bus_lets_in(string what, string policy, string? organization, string health) =>
        EventsCheck.Admitted("gatehouse", policy, organization).ShouldHaveSingleItem().Health.ToString().ShouldBe(health, what);

    [Theory]
    [InlineData(null, "there is no queue")]
    [InlineData(1, "1 event lies in")]
    [InlineData(3, "3 events lie in")]
    public void A_dead_letter_queue_that_is_not_empty_is_wrong(int? length, string says) =>
        QueuesCheck.Judge("gatehouse-root-events-unheard", "eu-west-2", length).ShouldHaveSingleItem().What.ShouldStartWith(says);

    [Fact]
    public void An_empty_dead_letter_queue_is_as_it_must_be() => QueuesCheck.Judge("gatehouse-root-events-unheard", "eu-west-2", 0).ShouldBeEmpty();

    private static Dictionary<string, string> Permissions(params (string Name, string Level)[] permissions) => permissions.ToDictionary(one => one.Name, one => one.Level);
}
