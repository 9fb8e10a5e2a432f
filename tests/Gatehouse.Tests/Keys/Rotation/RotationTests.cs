using Gatehouse.Aws;
using Gatehouse.Keys.Rotation;
using Gatehouse.Ledger;
using Gatehouse.Runtime;

namespace Gatehouse.Tests.Keys.Rotation;

public sealed class RotationTests : IDisposable
{
    private readonly Rotating rotating = new();

    [Fact]
    public async Task A_key_that_is_due_is_replaced_tested_and_retired_and_the_old_one_deleted_after_its_grace()
    {
        var old = rotating.WorksWithKeyOf(90);

        (await rotating.RunAsync()).ShouldBe(0);

        var made = rotating.Machine.Keys.Single(key => key.Active);
        rotating.GitHub.Value("AWS_ACCESS_KEY_ID").ShouldBe(made.Id.Value);
        (rotating.GitHub.Works, rotating.GitHub.Dispatched, old.Active).ShouldBe((true, 1, false));
        (await rotating.Rotations.OpenAsync(default)).ShouldBeEmpty();
        (await rotating.TrailAsync()).Select(entry => entry.Kind).ShouldBe(["MakeDeployKey", "ProveDeployKey", "RetireDeployKey"], ignoreOrder: true);
        rotating.Slack.First().ShouldContain($"make the key {made.Id} and write it into AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY of example-org/deploy-me");
        rotating.Mailer.Sent.ShouldBeEmpty("nothing needs the owner");

        await LaterAsync(6);
        rotating.Machine.Keys.ShouldContain(old);
        await LaterAsync(1);
        rotating.Machine.Keys.ShouldBe([made]);
    }

    [Fact]
    public async Task A_key_that_is_not_due_is_left_alone_and_nothing_is_said()
    {
        rotating.WorksWithKeyOf(89);

        (await rotating.RunAsync()).ShouldBe(0);

        rotating.Machine.Keys.Count.ShouldBe(1);
        rotating.Slack.ShouldHaveSingleItem().ShouldContain("OpenID Connect");
        rotating.Disturbance.Calls.ShouldNotContain(call => call.StartsWith("github", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_hint_at_OpenID_Connect_is_given_once_a_month()
    {
        rotating.WorksWithKeyOf(1);
        await rotating.RunAsync();
        await LaterAsync(1);
        rotating.Slack.Count.ShouldBe(1);

        await LaterAsync(31);

        rotating.Slack.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_rotation_that_is_asked_for_does_not_wait_for_the_key_to_grow_old()
    {
        var old = rotating.WorksWithKeyOf(2);

        (await rotating.RunAsync(asked: true)).ShouldBe(0);

        (rotating.GitHub.Works, old.Active).ShouldBe((true, false));
    }

    [Fact]
    public async Task A_test_that_fails_leaves_both_keys_active_and_is_asked_for_again_by_the_next_run_with_the_same_key()
    {
        var old = rotating.WorksWithKeyOf(90);
        rotating.GitHub.Ends.Enqueue("failure");

        (await rotating.RunAsync()).ShouldBe(1);

        var made = rotating.Machine.Keys.Single(key => key != old);
        (old.Active, made.Active, rotating.GitHub.Works).ShouldBe((true, true, true));
        rotating.Slack.First().ShouldContain("the test workflow ended with failure: https://github.example/runs/1");
        var (address, mail, _) = rotating.Mailer.Sent.ShouldHaveSingleItem();
        address.ShouldBe("platform@example.gov.uk");
        mail.Text.ShouldContain("https://github.example/runs/1");

        rotating.GitHub.Ends.Enqueue("failure");
        await LaterAsync(1, failed: 1);
        rotating.Mailer.Sent.Count.ShouldBe(1, "one mail for one key");

        await LaterAsync(1);
        (rotating.GitHub.Dispatched, old.Active, made.Active).ShouldBe((3, false, true));
    }

    [Fact]
    public async Task A_test_that_never_ends_is_a_failed_one()
    {
        var old = rotating.WorksWithKeyOf(90);
        rotating.GitHub.Ends.Enqueue(null);

        (await rotating.RunAsync()).ShouldBe(1);

        old.Active.ShouldBeTrue();
        rotating.Mailer.Sent.ShouldHaveSingleItem().Mail.Text.ShouldContain("did not come to its end within 30 minutes");

        await LaterAsync(1);
        old.Active.ShouldBeFalse("the run that hangs is there for ever, and another proved the key");
    }

    [Fact]
    public async Task Without_a_test_workflow_the_old_key_stays_active_until_somebody_uses_the_new_one()
    {
        rotating.Listed = rotating.Listed! with { Rotation = rotating.Listed.Rotation! with { Workflow = null } };
        var old = rotating.WorksWithKeyOf(90);

        await rotating.RunAsync();
        await LaterAsync(40);

        var made = rotating.Machine.Keys.Single(key => key != old);
        (old.Active, rotating.GitHub.Works, rotating.GitHub.Dispatched).ShouldBe((true, true, 0));
        rotating.Slack.ShouldContain(text => text.Contains($"both keys stay active until somebody uses the new one, {made.Id}", StringComparison.Ordinal));

        made.LastUsed = rotating.Clock.Now;
        await LaterAsync(1);
        old.Active.ShouldBeFalse();
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(422)]
    public async Task A_first_write_that_GitHub_refuses_leaves_everything_as_it_was(int status)
    {
        var old = rotating.WorksWithKeyOf(90);
        rotating.GitHub.RefusesWrites = status;

        (await rotating.RunAsync()).ShouldBe(1);

        rotating.Machine.Keys.ShouldBe([old]);
        (old.Active, rotating.GitHub.Works).ShouldBe((true, true));
        (await rotating.Rotations.OpenAsync(default)).ShouldBeEmpty();
        rotating.Slack.First().ShouldContain("because the rotation failed before anything was written with it");
        rotating.Slack.First().ShouldContain("Resource not accessible by integration");
    }

    [Fact]
    public async Task A_second_write_that_GitHub_refuses_is_told_to_the_owner_and_made_good_once_it_takes_it()
    {
        var old = rotating.WorksWithKeyOf(90);
        rotating.Disturbance.After = call => rotating.GitHub.RefusesWrites = call == "github write AWS_ACCESS_KEY_ID" ? 403 : rotating.GitHub.RefusesWrites;

        (await rotating.RunAsync()).ShouldBe(1);

        old.Active.ShouldBeTrue();
        rotating.Mailer.Sent.ShouldHaveSingleItem().Mail.Subject.ShouldContain("example-org/deploy-me may not be able to deploy");

        rotating.Disturbance.After = _ => { };
        rotating.GitHub.RefusesWrites = null;
        await LaterAsync(1);
        (rotating.GitHub.Works, old.Active).ShouldBe((true, false));
    }

    [Fact]
    public async Task A_secret_that_was_written_within_the_same_second_is_waited_for()
    {
        rotating.WorksWithKeyOf(90);
        rotating.GitHub.Secrets["AWS_ACCESS_KEY_ID"] = (rotating.GitHub.Value("AWS_ACCESS_KEY_ID")!, rotating.Clock.Now);
        rotating.GitHub.Held = true;

        await Should.ThrowAsync<SecretsJustWrittenException>(() => rotating.ReplaceOnceAsync(rotating.NextRun()));

        rotating.Machine.Keys.Count.ShouldBe(1, "nothing was made");
    }

    [Fact]
    public async Task A_late_write_of_a_request_that_was_given_up_is_noticed_by_the_test_and_made_good_at_once()
    {
        var old = rotating.WorksWithKeyOf(90);
        rotating.Disturbance.After = call =>
        {
            if (call != "github dispatch" || rotating.GitHub.Dispatched != 1) return;
            rotating.GitHub.Secrets["AWS_SECRET_ACCESS_KEY"] = ("of a key that is gone", rotating.Clock.Now);
        };
        rotating.GitHub.Ends.Enqueue("failure");

        (await rotating.RunAsync()).ShouldBe(0);

        (rotating.GitHub.Works, old.Active).ShouldBe((true, false));
        rotating.Machine.Keys.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_run_that_passed_with_secrets_that_somebody_else_wrote_proves_nothing()
    {
        var old = rotating.WorksWithKeyOf(90);
        rotating.Disturbance.After = call =>
        {
            if (call != "github dispatch") return;
            rotating.GitHub.Secrets["AWS_ACCESS_KEY_ID"] = (old.Id.Value, rotating.Clock.Now);
            rotating.GitHub.Secrets["AWS_SECRET_ACCESS_KEY"] = (old.Secret, rotating.Clock.Now);
        };

        (await rotating.RunAsync()).ShouldBe(1);
        await LaterAsync(1, failed: 1);

        (rotating.GitHub.Works, old.Active).ShouldBe((true, true), "it is in use");
        rotating.Slack.ShouldContain(text => text.Contains("somebody wrote", StringComparison.Ordinal));

        rotating.Disturbance.After = _ => { };
        (await rotating.RunAsync(asked: true)).ShouldBe(0);
        (rotating.GitHub.Works, old.Active).ShouldBe((true, false));
    }

    [Fact]
    public async Task Two_active_keys_that_are_both_in_use_are_left_alone_and_the_owner_is_mailed_once()
    {
        var (first, second) = (rotating.WorksWithKeyOf(120), rotating.Machine.Has(100, used: 1));

        await rotating.RunAsync();
        await LaterAsync(1);

        rotating.Machine.Keys.ShouldBe([first, second]);
        (first.Active && second.Active).ShouldBeTrue();
        rotating.Mailer.Sent.ShouldHaveSingleItem().Mail.Text.ShouldContain("it has two active keys");
    }

    [Theory]
    [InlineData("before the test", "github dispatch")]
    [InlineData("between the test and the retirement", "github see AWS_SECRET_ACCESS_KEY")]
    public async Task Where_somebody_writes_the_secrets(string when, string call)
    {
        var old = rotating.WorksWithKeyOf(90);
        rotating.Disturbance.After = one =>
        {
            if (one == call && rotating.GitHub.Dispatched == 1 && rotating.GitHub.Value("AWS_ACCESS_KEY_ID") != old.Id.Value) rotating.Write(old);
        };

        (await rotating.RunAsync()).ShouldBe(1, when);

        rotating.Machine.Keys.Count(key => key.Active).ShouldBe(2, $"{when}: the old key is what the repository has now");
        rotating.GitHub.Works.ShouldBeTrue();
        rotating.Slack.First().ShouldContain("which key they hold cannot be read back");
        rotating.Slack.First().ShouldContain("gatehouse keys rotate deploy");

        // Who asks gets a fresh key, and the unproved one goes first.
        rotating.Disturbance.After = _ => { };
        var unproved = rotating.Machine.Keys.Single(key => key != old);
        (await rotating.RunAsync(asked: true)).ShouldBe(0);
        (rotating.GitHub.Works, old.Active, rotating.Machine.Keys.Contains(unproved)).ShouldBe((true, false, false));
    }

    [Fact]
    public async Task Who_asks_after_a_failed_test_gets_a_fresh_key()
    {
        var old = rotating.WorksWithKeyOf(90);
        rotating.GitHub.Ends.Enqueue("failure");
        (await rotating.RunAsync()).ShouldBe(1);
        var unproved = rotating.Machine.Keys.Single(key => key != old);

        (await rotating.RunAsync(asked: true)).ShouldBe(0);

        rotating.Machine.Keys.ShouldNotContain(unproved);
        (rotating.GitHub.Works, old.Active).ShouldBe((true, false));
    }

    [Fact]
    public async Task A_key_whose_making_nobody_ever_heard_of_is_removed_by_the_next_run()
    {
        var old = rotating.WorksWithKeyOf(90);
        rotating.Disturbance.Kind = Disturbed.Unheard;
        rotating.Disturbance.Outage = call => call == "iam CreateAccessKey";
        (await rotating.RunAsync()).ShouldBe(1);
        var unheard = rotating.Machine.Keys.Single(key => key != old);

        rotating.Disturbance.Outage = _ => false;
        await LaterAsync(1);

        rotating.Machine.Keys.ShouldNotContain(unheard);
        (rotating.GitHub.Works, old.Active).ShouldBe((true, false));
    }

    [Fact]
    public async Task A_key_that_the_ladder_made_inactive_gives_way_when_the_ladder_would_delete_it_and_no_sooner()
    {
        var outgrown = rotating.Machine.Has(200, active: false, used: 150);
        await rotating.Records.DeactivatedAsync(rotating.RecordOf(outgrown), KeyCause.Age, rotating.Clock.Now.AddDays(-29), default);
        var old = rotating.WorksWithKeyOf(100);

        (await rotating.RunAsync()).ShouldBe(0);
        (rotating.Machine.Keys.Contains(outgrown), old.Active).ShouldBe((true, true));

        await LaterAsync(1);
        (rotating.Machine.Keys.Contains(outgrown), old.Active, rotating.GitHub.Works).ShouldBe((false, false, true));
    }

    [Fact]
    public async Task A_key_that_somebody_else_made_inactive_is_never_deleted()
    {
        var theirs = rotating.Machine.Has(400, active: false, used: 300);
        var old = rotating.WorksWithKeyOf(100);

        await rotating.RunAsync();
        await LaterAsync(100);

        rotating.Machine.Keys.ShouldBe([theirs, old]);
        rotating.Mailer.Sent.ShouldHaveSingleItem().Mail.Text.ShouldContain("which Gatehouse did not replace");
    }

    [Fact]
    public async Task A_key_that_leaked_and_was_cut_is_replaced_at_once()
    {
        var leaked = rotating.WorksWithKeyOf(5);
        leaked.Active = false;
        await rotating.Records.LeakedAsync(rotating.RecordOf(leaked), rotating.Clock.Now, default);

        (await rotating.RunAsync()).ShouldBe(0);

        (rotating.GitHub.Works, rotating.Machine.Keys.Contains(leaked)).ShouldBe((true, true));
    }

    [Fact]
    public async Task Who_asks_while_another_run_is_at_it_hears_so_and_which()
    {
        rotating.WorksWithKeyOf(90);
        var other = rotating.NextRun();
        await rotating.Rotations.SaveAsync(new RotationRecord(Rotating.Deploy, rotating.Clock.Now, []), default);
        await rotating.HoldAsync(other);
        rotating.OthersRun = true;

        (await rotating.RunAsync(asked: true)).ShouldBe(1);
        rotating.Slack.First().ShouldContain($"is being rotated by another run, {other.Arn}");

        (await rotating.RunAsync()).ShouldBe(0, "a schedule leaves it to the other");
        (await rotating.Rotations.OpenAsync(default)).ShouldHaveSingleItem("what is remembered is the other run's");
        rotating.Machine.Keys.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_replaced_key_of_a_user_whose_repository_left_the_register_is_named(bool stillListed)
    {
        var old = rotating.WorksWithKeyOf(90);
        await rotating.RunAsync();
        rotating.Listed = stillListed ? rotating.Listed! with { Rotation = null } : null;

        await LaterAsync(30);

        rotating.Machine.Keys.ShouldContain(old);
        rotating.Slack.ShouldContain(text => text.Contains($"deploy: {old.Id}, inactive since", StringComparison.Ordinal));
        rotating.Slack.Clear();
        rotating.Machine.Keys.Remove(old);
        await LaterAsync(30);
        rotating.Slack.ShouldNotContain(text => text.Contains(old.Id.Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_user_without_the_tag_is_named_and_not_touched()
    {
        rotating.WorksWithKeyOf(90);
        rotating.Machine.Standing = MachineStanding.Untagged;

        (await rotating.RunAsync()).ShouldBe(0);

        rotating.Machine.Keys.Count.ShouldBe(1);
        rotating.Slack.First().ShouldContain("put the tag managed-by=gatehouse-machine on the IAM user");
        rotating.Disturbance.Calls.ShouldNotContain("iam ListAccessKeys");
    }

    [Fact]
    public async Task A_tag_that_went_since_the_search_stops_the_rotation()
    {
        rotating.WorksWithKeyOf(90);
        rotating.Machine.Standing = MachineStanding.Untagged;

        await Should.ThrowAsync<RotationRefusedException>(() => rotating.ReplaceOnceAsync(rotating.NextRun()));

        rotating.Machine.Keys.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Where_the_keys_room_may_not_act_it_says_would_and_does_nothing()
    {
        rotating.Set[SettingNames.KeysAct] = "off";
        rotating.WorksWithKeyOf(90);

        (await rotating.RunAsync()).ShouldBe(0);

        rotating.Machine.Keys.Count.ShouldBe(1);
        rotating.Slack.First().ShouldContain("deploy: would be given a new key");
        (await rotating.ReplaceOnceAsync(rotating.NextRun())).ShouldBe(RotationState.Done);
        rotating.Machine.Keys.Count.ShouldBe(1, "nor where the search saw otherwise");
    }

    [Fact]
    public async Task Who_asks_is_heard_even_where_the_keys_room_may_not_act_and_what_has_begun_is_finished()
    {
        rotating.Set[SettingNames.KeysAct] = "off";
        var old = rotating.WorksWithKeyOf(2);
        rotating.GitHub.Ends.Enqueue("failure");
        (await rotating.RunAsync(asked: true)).ShouldBe(1);
        old.Active.ShouldBeTrue();

        await LaterAsync(1);
        (rotating.GitHub.Works, old.Active).ShouldBe((true, false));

        await LaterAsync(7);
        rotating.Machine.Keys.ShouldNotContain(old);
    }

    [Fact]
    public async Task Whom_the_register_does_not_list_cannot_be_asked_for()
    {
        rotating.Listed = null;

        (await Should.ThrowAsync<RotationRefusedException>(() => rotating.FindAsync(rotating.NextRun(), asked: true))).Message.ShouldContain("mgmt/machine-users.json lists no machine user of that name");
    }

    [Fact]
    public async Task A_rotation_under_way_whose_user_the_register_dropped_is_told()
    {
        rotating.WorksWithKeyOf(90);
        rotating.GitHub.Ends.Enqueue("failure");
        await rotating.RunAsync();
        rotating.Listed = null;

        await LaterAsync(1);

        rotating.Slack.ShouldContain(text => text.Contains("whose user the register no longer lists", StringComparison.Ordinal));
        rotating.Machine.Keys.Count(key => key.Active).ShouldBe(2);
    }

    [Fact]
    public async Task What_is_remembered_logged_told_and_mailed_never_holds_a_secret()
    {
        rotating.WorksWithKeyOf(90);
        rotating.GitHub.Ends.Enqueue("failure");
        await rotating.RunAsync();
        await LaterAsync(1);

        string.Join('\n', [rotating.Logged, rotating.Remembered, .. rotating.Slack, .. rotating.Mailer.Sent.Select(mail => mail.Mail.Text + mail.Mail.Html)]).ShouldNotContain("the-secret-of-");
    }

    [Fact]
    public void A_new_key_prints_its_id_alone() => $"{new NewAccessKey(new AccessKeyId("AKIAIOSFODNN7EXAMPLE"), "the-secret")}".ShouldBe("AKIAIOSFODNN7EXAMPLE");

    public void Dispose() => rotating.Dispose();

    private async Task LaterAsync(int days, int failed = 0)
    {
        rotating.Clock.Now += TimeSpan.FromDays(days);
        (await rotating.RunAsync()).ShouldBe(failed);
    }
}
