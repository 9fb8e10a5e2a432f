using Gatehouse.Aws;
using Gatehouse.GitHub;
using Gatehouse.Keys.Leaks;
using Gatehouse.Ledger;
using Gatehouse.Register;
using Gatehouse.Slack;
using static Gatehouse.Tests.Keys.Leaks.Leaking;

namespace Gatehouse.Tests.Keys.Leaks;

public sealed class LeakResponseTests : IDisposable
{
    private readonly Leaking leaking = new();

    public void Dispose() => leaking.Dispose();

    [Fact]
    public async Task A_persons_key_is_made_inactive_first_then_their_sessions_are_cut_then_all_are_told()
    {
        leaking.Accounts.Has(Key, Jane);

        (await leaking.HealthAsync()).Changes.ShouldBe([$"{Key}#Stopped"]);

        leaking.Accounts.Done.ShouldBe([$"inactive {Key}", $"cut {Jane}"]);
        var record = (await leaking.RecordAsync(Jane, Key)).ShouldNotBeNull();
        (record.Leaked, record.Deactivated, record.Cause).ShouldBe((leaking.Clock.Now, leaking.Clock.Now, KeyCause.Leak));
        (await leaking.TrailAsync(Jane)).ShouldHaveSingleItem().What.ShouldBe($"make the leaked access key {Key} of account {Home} inactive");
        var text = leaking.Slack.Messages.ShouldHaveSingleItem();
        text.ShouldContain("<!subteam^S0EXAMPLE>");
        text.ShouldContain("A leaked access key was made inactive");
        text.ShouldContain("s3 in eu-west-2");
        text.ShouldContain($"aws cloudtrail lookup-events --region eu-west-2 --lookup-attributes AttributeKey=AccessKeyId,AttributeValue={Key}");
        text.ShouldContain("run on until they end");
        var (address, mail, _) = leaking.Mailer.Sent.ShouldHaveSingleItem();
        address.ShouldBe(Jane.Value);
        mail.Subject.ShouldBe("An access key of yours was found in public, and is inactive now");
        mail.Text.ShouldContain(Key.Value);
    }

    [Fact]
    public async Task The_same_word_again_changes_nothing_and_tells_nobody()
    {
        leaking.Accounts.Has(Key, Jane);
        await leaking.HealthAsync();

        (await leaking.HealthAsync()).Changes.ShouldBe([$"{Key}#Inactive"]);

        leaking.Accounts.Done.Count.ShouldBe(2);
        leaking.Slack.Messages.Count.ShouldBe(1);
        leaking.Mailer.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Another_word_of_the_same_key_adds_one_line()
    {
        leaking.Accounts.Has(Key, Jane);
        leaking.Alerts.All[4] = (SecretTypes.KeyId, Key.Value, "deploy.sh");
        await leaking.HealthAsync();

        await leaking.GitHubAsync(4);
        await leaking.GitHubAsync(4, "github-again");

        leaking.Slack.Messages.Count.ShouldBe(2);
        leaking.Slack.Messages[1].ShouldContain("was also found");
        leaking.Slack.Messages[1].ShouldContain("https://github.com/example-org/shop/security/secret-scanning/4");
        leaking.Mailer.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Two_runs_about_one_place_at_the_same_moment_are_one_word()
    {
        leaking.Accounts.Has(Key, Jane);
        Task? second = null;
        leaking.Slack.Fails = _ =>
        {
            leaking.Slack.Fails = _ => null;
            second = leaking.HealthAsync(Home, "meanwhile", Key);
            return null;
        };

        await leaking.HealthAsync();

        await Should.ThrowAsync<TellingInProgressException>(() => second!);
        await leaking.HealthAsync(Home, "meanwhile", Key);
        leaking.Slack.Messages.ShouldHaveSingleItem();
        leaking.Mailer.Sent.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(KeyOwnerKind.Person)]
    [InlineData(KeyOwnerKind.Unmanaged)]
    public async Task Two_runs_that_take_up_a_key_at_the_same_moment_tell_of_one_leak(KeyOwnerKind kind)
    {
        leaking.Accounts.Has(Key, Jane, kind);
        leaking.Ledger.BeforeNextWrite = () =>
        {
            leaking.Clock.Now += TimeSpan.FromMilliseconds(40);
            return leaking.HealthAsync(Home, "meanwhile", Key);
        };

        await leaking.HealthAsync();

        leaking.Slack.Messages.ShouldHaveSingleItem();
        leaking.Mailer.Sent.Count.ShouldBe(kind is KeyOwnerKind.Person ? 1 : 0);
    }

    [Fact]
    public async Task A_key_that_somebody_made_active_again_is_stopped_and_told_again()
    {
        var key = leaking.Accounts.Has(Key, Jane);
        leaking.Alerts.All[4] = (SecretTypes.KeyId, Key.Value, "deploy.sh");
        await leaking.GitHubAsync(4, "first");
        key.Active = true;
        leaking.Clock.Now += TimeSpan.FromMinutes(1);

        (await leaking.GitHubAsync(4, "reopened")).Changes.ShouldBe([$"{Key}#Stopped"]);

        leaking.Slack.Messages.Count.ShouldBe(2);
        leaking.Mailer.Sent.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_key_that_was_inactive_before_stays_so_and_the_sessions_that_it_made_are_cut_once()
    {
        leaking.Accounts.Has(Key, Jane).Active = false;

        await leaking.HealthAsync();
        await leaking.HealthAsync();

        leaking.Accounts.Done.ShouldBe([$"cut {Jane}"]);
        (await leaking.RecordAsync(Jane, Key))!.Deactivated.ShouldBeNull("Gatehouse did not make it inactive");
        leaking.Slack.Messages.ShouldHaveSingleItem().ShouldContain("It was inactive when Gatehouse looked.");
    }

    [Fact]
    public async Task A_key_of_another_account_is_stopped_there()
    {
        leaking.Accounts.Has(Key, Jane, account: Payments);

        await leaking.HealthAsync(Payments);

        (await leaking.RecordAsync(Jane, Key, Payments))!.Cause.ShouldBe(KeyCause.Leak);
        leaking.Slack.Messages.ShouldHaveSingleItem().ShouldContain($"of account {Payments}");
    }

    [Theory]
    [InlineData("unmanaged")]
    [InlineData("of a machine that nobody lists")]
    [InlineData("of root")]
    [InlineData("of an account that is not watched")]
    [InlineData("temporary")]
    public async Task Of_these_nothing_is_changed_and_people_are_told_exactly_what_to_do(string whose)
    {
        var key = whose == "temporary" ? new AccessKeyId("ASIAIOSFODNN7EXAMPLE") : Key;
        var account = whose == "of an account that is not watched" ? "999988887777" : Home;
        leaking.Accounts.Has(key, whose == "of root" ? null : Jane, whose switch { "unmanaged" => KeyOwnerKind.Unmanaged, "of a machine that nobody lists" => KeyOwnerKind.Machine, _ => KeyOwnerKind.Person }, account);

        await leaking.HealthAsync(account, key);

        leaking.Accounts.Done.ShouldBeEmpty(whose);
        leaking.Mailer.Sent.ShouldBeEmpty(whose);
        var text = leaking.Slack.Messages.ShouldHaveSingleItem();
        text.ShouldContain("<!subteam^S0EXAMPLE>");
        text.ShouldContain("Nothing was changed");
        text.ShouldContain("aws ");
        text.ShouldContain(key.Value);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_key_that_is_gone_or_that_AWS_never_knew_is_told_without_calling_anybody(bool known)
    {
        leaking.Alerts.All[4] = (SecretTypes.KeyId, Key.Value, "deploy.sh");

        if (known)
        {
            await leaking.HealthAsync();
        }
        else
        {
            await leaking.GitHubAsync(4);
        }

        leaking.Slack.Messages.ShouldHaveSingleItem().ShouldNotContain("<!subteam");
    }

    [Theory]
    [InlineData(false, "Protected")]
    [InlineData(true, "Stopped")]
    public async Task A_protected_machine_users_key_is_told_and_not_cut_unless_the_deployment_says_so(bool cuts, string end)
    {
        leaking.Accounts.Has(Key, Deploy, KeyOwnerKind.Machine);
        leaking.Machines = [new MachineUser(Deploy, "platform@example.gov.uk") { Protected = true }];
        leaking.CutsProtected = cuts;

        (await leaking.HealthAsync()).Changes.ShouldBe([$"{Key}#{end}"]);

        leaking.Accounts.Keys[Key].Active.ShouldBe(!cuts);
        (await leaking.RecordAsync(Deploy, Key))!.Leaked.ShouldNotBeNull("no sweep deletes it");
        leaking.Mailer.Sent.ShouldHaveSingleItem().Address.ShouldBe("platform@example.gov.uk");
        if (!cuts)
        {
            leaking.Slack.Messages.ShouldHaveSingleItem().ShouldContain($"aws iam update-access-key --user-name deploy --access-key-id {Key} --status Inactive");
            leaking.Mailer.Sent[0].Mail.Subject.ShouldContain("still active");
        }
    }

    [Fact]
    public async Task Any_other_machine_user_is_cut_off_like_a_person()
    {
        leaking.Accounts.Has(Key, Deploy, KeyOwnerKind.Machine);
        leaking.Machines = [new MachineUser(Deploy, "platform@example.gov.uk")];

        (await leaking.HealthAsync()).Changes.ShouldBe([$"{Key}#Stopped"]);
    }

    [Fact]
    public async Task A_machine_user_of_the_same_name_in_another_account_is_not_the_listed_one()
    {
        leaking.Accounts.Has(Key, Deploy, KeyOwnerKind.Machine, Payments);
        leaking.Machines = [new MachineUser(Deploy, "platform@example.gov.uk")];

        (await leaking.HealthAsync(Payments)).Changes.ShouldBe([$"{Key}#NotListed"]);
    }

    [Fact]
    public async Task Where_nobody_knows_whether_it_is_protected_it_is_not_cut_but_tried_again_and_told_from_the_second_time_on()
    {
        leaking.Accounts.Has(Key, Deploy, KeyOwnerKind.Machine);
        leaking.Machines = null;

        await Should.ThrowAsync<ProtectionUnknownException>(() => leaking.HealthAsync());
        leaking.Slack.Messages.ShouldBeEmpty("the first failure may be a moment's");
        await Should.ThrowAsync<ProtectionUnknownException>(() => leaking.HealthAsync());
        await Should.ThrowAsync<ProtectionUnknownException>(() => leaking.HealthAsync());

        leaking.Accounts.Done.ShouldBeEmpty();
        leaking.Slack.Messages.ShouldHaveSingleItem().ShouldContain("could not be handled yet");
    }

    [Fact]
    public async Task One_keys_failure_keeps_no_other_waiting()
    {
        leaking.Accounts.Has(Key, Deploy, KeyOwnerKind.Machine);
        leaking.Accounts.Has(Other, Jane);
        leaking.Machines = null;

        await Should.ThrowAsync<ProtectionUnknownException>(() => leaking.HealthAsync(Home, Key, Other));

        leaking.Accounts.Keys[Other].Active.ShouldBeFalse();
        leaking.Slack.Messages.ShouldHaveSingleItem().ShouldContain(Other.Value);
    }

    [Fact]
    public async Task Without_room_for_the_policy_the_key_is_inactive_and_that_sessions_go_on_is_said()
    {
        leaking.Accounts.Has(Key, Jane);
        leaking.Accounts.NoRoom = true;

        await leaking.HealthAsync();

        leaking.Slack.Messages.ShouldHaveSingleItem().ShouldContain("ITS TEMPORARY SESSIONS WERE NOT CUT");
    }

    [Fact]
    public async Task While_Slack_is_down_the_key_is_stopped_its_owner_and_the_list_are_mailed_and_Slack_hears_later_once()
    {
        leaking.Accounts.Has(Key, Jane);
        leaking.Slack.IsDown = true;

        await Should.ThrowAsync<SlackUnavailableException>(() => leaking.HealthAsync());
        await Should.ThrowAsync<SlackUnavailableException>(() => leaking.HealthAsync());

        leaking.Accounts.Keys[Key].Active.ShouldBeFalse();
        leaking.Mailer.Sent.Select(sent => sent.Address).ShouldBe([Jane.Value, List]);
        leaking.Slack.IsDown = false;
        await leaking.HealthAsync();
        leaking.Slack.Messages.ShouldHaveSingleItem().ShouldContain($"Gatehouse made it inactive at 2026-11-21 09:00 UTC");
        leaking.Mailer.Sent.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_mail_that_SES_refuses_keeps_nothing_from_the_channel()
    {
        leaking.Accounts.Has(Key, Jane);
        leaking.Mailer.Refuses.Add(Jane.Value);

        await Should.ThrowAsync<MailNotAcceptedException>(() => leaking.HealthAsync());

        leaking.Slack.Messages.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_secret_half_leads_to_the_ids_that_lie_beside_it()
    {
        leaking.Accounts.Has(Key, Jane);
        leaking.Accounts.Has(Other, Jane);
        leaking.Alerts.All[1] = (SecretTypes.KeyId, Key.Value, "deploy.sh@1");
        leaking.Alerts.All[2] = (SecretTypes.KeyId, Other.Value, "elsewhere@1");
        leaking.Alerts.All[3] = ("aws_secret_access_key", "never read", "deploy.sh@1");

        (await leaking.GitHubAsync(3)).Changes.ShouldBe([$"{Key}#Stopped"]);

        leaking.Accounts.Keys[Other].Active.ShouldBeTrue();
    }

    [Fact]
    public async Task A_secret_half_alone_is_told_loudly_once()
    {
        leaking.Alerts.All[3] = ("aws_secret_access_key", "never read", "deploy.sh@1");

        await leaking.GitHubAsync(3);
        await leaking.GitHubAsync(3, "again");

        leaking.Slack.Messages.ShouldHaveSingleItem().ShouldContain("NOBODY CAN TELL WHICH KEY");
        leaking.Slack.Messages[0].ShouldContain("https://github.com/example-org/shop/security/secret-scanning/3");
    }

    [Fact]
    public async Task Another_secret_is_not_ours()
    {
        leaking.Alerts.All[3] = ("slack_api_token", "never read", "deploy.sh@1");

        (await leaking.GitHubAsync(3)).Changes.ShouldBeEmpty();

        leaking.Slack.Messages.ShouldBeEmpty();
        leaking.Logged.ShouldContain("slack_api_token");
    }

    [Theory]
    [InlineData("")]
    [InlineData("jane.doe")]
    public async Task A_word_of_AWS_that_names_no_key_fails_aloud(string entity)
    {
        var input = new LeakInput(LeakInput.Health, new LeakDetail { EventTypeCode = LeakDetail.ExposedCode, AffectedEntities = entity.Length == 0 ? [] : [new LeakedEntity(entity)] }, Home);

        await Should.ThrowAsync<LeakUnreadableException>(() => leaking.RespondAsync(input, "run"));
    }

    [Fact]
    public async Task The_account_that_an_event_is_about_may_be_another_than_the_one_that_heard_it()
    {
        leaking.Accounts.Has(Key, Jane, account: Payments);

        await leaking.RespondAsync(new LeakInput(LeakInput.Health, new LeakDetail { EventTypeCode = LeakDetail.ExposedCode, AffectedAccount = Payments, AffectedEntities = [new(Key.Value)] }, Home), "run");

        leaking.Accounts.Keys[Key].Active.ShouldBeFalse();
    }

    [Fact]
    public async Task What_is_given_up_is_said_in_the_channel_and_by_mail_with_what_to_do_by_hand()
    {
        await leaking.GiveUpAsync(new LeakInput(LeakInput.GitHub, new LeakDetail { Repository = Repository, Alert = 4 }));
        await leaking.GiveUpAsync(new LeakInput(LeakInput.GitHub, new LeakDetail { Repository = Repository, Alert = 4 }));

        var text = leaking.Slack.Messages.ShouldHaveSingleItem();
        text.ShouldContain("COULD NOT BE HANDLED");
        text.ShouldContain("GitHub is down.");
        text.ShouldContain("https://github.com/example-org/shop/security/secret-scanning/4");
        leaking.Mailer.Sent.ShouldHaveSingleItem().Address.ShouldBe(List);
    }

    [Fact]
    public async Task A_process_that_dies_at_any_write_leaves_nothing_that_the_next_attempt_does_not_finish()
    {
        leaking.Accounts.Has(Key, Jane);
        await leaking.HealthAsync();
        var writes = leaking.Ledger.Writes.Count;

        for (var death = 1; death <= writes; death++)
        {
            using var dying = new Leaking();
            dying.Accounts.Has(Key, Jane);
            dying.Ledger.DiesAtWrite = death;
            await Should.ThrowAsync<Exception>(() => dying.HealthAsync());
            dying.Ledger.DiesAtWrite = 0;
            dying.Clock.Now += TimeSpan.FromMinutes(2);

            await dying.HealthAsync();

            dying.Accounts.Keys[Key].Active.ShouldBeFalse();
            dying.Accounts.Done.ShouldContain($"cut {Jane}");
            (await dying.RecordAsync(Jane, Key))!.Leaked.ShouldNotBeNull();
            dying.Slack.Messages.Count.ShouldBeInRange(1, 2, $"write {death}");
            dying.Mailer.Sent.Count(sent => sent.Address == Jane.Value).ShouldBeInRange(1, 2, $"write {death}");
        }
    }
}
