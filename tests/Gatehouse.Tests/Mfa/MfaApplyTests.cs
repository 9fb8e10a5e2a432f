using Gatehouse.Aws;
using Gatehouse.Mfa;
using Gatehouse.Register;
using static Gatehouse.Tests.Mfa.GivenDevices;

namespace Gatehouse.Tests.Mfa;

public sealed class MfaApplyTests : IDisposable
{
    private readonly Watching watching = new();

    /// <summary>A sweep over everybody knows the longer names, and tells the channel in its summary.</summary>
    private static readonly MfaKnown Sweeping = new() { LongerNames = [], Summarised = true };

    public void Dispose() => watching.Dispose();

    [Fact]
    public async Task A_wrong_device_is_removed_while_a_good_one_remains_and_the_person_is_told_once()
    {
        watching.Has(Jane, Jane, "phone");

        var examined = await watching.ExamineAsync(Jane);
        (await watching.ExamineAsync(Jane)).Changes.ShouldBeEmpty();

        examined.Changes.ShouldHaveSingleItem().ShouldBeOfType<RemoveDevice>();
        watching.DevicesOf(Jane).ShouldBe([Jane]);
        watching.Iam.VirtualDevices.ShouldBe([Serial(Jane)]);
        watching.Mailer.Sent.ShouldHaveSingleItem().Address.ShouldBe(Jane);
        (await watching.TrailAsync(Jane)).ShouldBe([$"Applied remove the MFA device {Serial("phone")}, which has a wrong name; another remains"]);
        watching.Slack.ShouldBeEmpty();
        watching.Lines.Text.ShouldContain("\"MfaDevicesRemoved\":1");
    }

    [Fact]
    public async Task In_a_sweep_such_an_examination_reads_the_user_and_the_devices_and_no_more()
    {
        watching.Has(Jane, Jane, "phone");

        await watching.ExamineAsync(Jane, Sweeping);

        watching.Iam.Calls.ShouldBe(["GetUser", "ListMFADevices", $"DeactivateMFADevice {Serial("phone")}", $"DeleteVirtualMFADevice {Serial("phone")}"]);
    }

    [Fact]
    public async Task Otherwise_the_devices_are_read_again_right_before_one_goes()
    {
        watching.Has(Jane, Jane, "phone");

        await watching.ExamineAsync(Jane);

        watching.Iam.Calls.ShouldBe(["GetUser", "ListMFADevices", "ListMFADevices", $"DeactivateMFADevice {Serial("phone")}", $"DeleteVirtualMFADevice {Serial("phone")}"]);
    }

    [Fact]
    public async Task Whoever_takes_the_good_one_away_meanwhile_keeps_the_wrong_one()
    {
        var jane = watching.Has(Jane, Jane, "phone");
        watching.BeforeCall = _ =>
        {
            if (watching.Iam.Calls.Count(call => call == "ListMFADevices") == 2)
            {
                jane.Of("device").Remove(Serial(Jane));
            }
        };

        (await watching.ExamineAsync(Jane)).Changes.ShouldBeEmpty();
        (await watching.Graces.OfAsync(Person, default)).ShouldBeEmpty();
        (await watching.ExamineAsync(Jane)).Changes.ShouldHaveSingleItem().ShouldBeOfType<AskForGoodDevice>();

        watching.DevicesOf(Jane).ShouldBe(["phone"]);
        watching.Mailer.Sent.ShouldHaveSingleItem().Mail.Subject.ShouldBe("Please add an MFA device with another name");
    }

    [Fact]
    public async Task Whoever_removes_the_wrong_one_themselves_meanwhile_is_not_mailed()
    {
        var jane = watching.Has(Jane, Jane, "phone");
        watching.BeforeCall = _ =>
        {
            if (watching.Iam.Calls.Count(call => call == "ListMFADevices") == 2)
            {
                jane.Of("device").Remove(Serial("phone"));
            }
        };

        await watching.ExamineAsync(Jane);
        await watching.ExamineAsync(Jane);

        watching.Mailer.Sent.ShouldBeEmpty();
        (await watching.Graces.OfAsync(Person, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_an_event_says_is_gone_takes_no_place_although_IAM_still_lists_it()
    {
        watching.Has(Jane, Jane, "phone");
        var gone = new MfaKnown { Gone = new DeviceGone(Serial(Jane), watching.Clock.Now) };

        (await watching.ExamineAsync(Jane, gone)).Changes.ShouldHaveSingleItem().ShouldBeOfType<AskForGoodDevice>();
        (await watching.ExamineAsync(Jane, gone)).Changes.ShouldBeEmpty();

        watching.DevicesOf(Jane).ShouldBe([Jane, "phone"]);
    }

    [Fact]
    public async Task One_that_was_added_again_after_that_event_takes_it()
    {
        watching.Has(Jane, Jane, "phone");

        await watching.ExamineAsync(Jane, new MfaKnown { Gone = new DeviceGone(Serial(Jane), watching.Clock.Now.AddDays(-1)) });

        watching.DevicesOf(Jane).ShouldBe([Jane]);
    }

    [Fact]
    public async Task Before_each_further_removal_the_devices_are_read_again()
    {
        watching.Has(Jane, Jane, "phone", "tablet");

        await watching.ExamineAsync(Jane);

        watching.Iam.Calls.Count(call => call == "ListMFADevices").ShouldBe(3);
        watching.DevicesOf(Jane).ShouldBe([Jane]);
        watching.Mailer.Sent.Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_only_device_stays_and_the_person_and_the_channel_are_told_once()
    {
        watching.Has(Jane, "phone");

        (await watching.ExamineAsync(Jane)).Changes.ShouldBe([new AskForGoodDevice(Person, Serial("phone"), watching.Iam.Users[Jane].EnabledAt[Serial("phone")])]);
        (await watching.ExamineAsync(Jane)).Changes.ShouldBeEmpty();

        watching.DevicesOf(Jane).ShouldBe(["phone"]);
        watching.Mailer.Sent.ShouldHaveSingleItem().Mail.Text.ShouldContain($"Use exactly this name: {Jane}");
        watching.Slack.ShouldHaveSingleItem().ShouldStartWith("#aws-access :warning: *jane.doe@");
        (await watching.TrailAsync(Jane)).ShouldHaveSingleItem().ShouldStartWith("Told ask for an MFA device with a good name");
    }

    [Fact]
    public async Task Whoever_adds_another_wrong_one_under_the_same_name_is_told_again()
    {
        var jane = watching.Has(Jane, "phone");
        await watching.ExamineAsync(Jane);
        jane.EnabledAt[Serial("phone")] = watching.Clock.Now;

        await watching.ExamineAsync(Jane);
        await watching.ExamineAsync(Jane);

        watching.Mailer.Sent.Count.ShouldBe(2);
        watching.Slack.Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_was_told_is_forgotten_after_thirty_days_so_that_what_lasts_is_told_again()
    {
        watching.Has(Jane, "phone");

        await watching.ExamineAsync(Jane);

        watching.Ledger.ItemsOf("TOLD#").ShouldAllBe(item => item["expires"]!["N"]!.GetValue<string>() == $"{watching.Clock.Now.AddDays(30).ToUnixTimeSeconds()}");
    }

    [Fact]
    public async Task Once_a_good_one_is_there_the_old_one_goes_by_itself()
    {
        watching.Has(Jane, "phone");
        await watching.ExamineAsync(Jane);
        watching.Has(Jane, Jane);

        await watching.ExamineAsync(Jane);

        watching.DevicesOf(Jane).ShouldBe([Jane]);
        watching.Mailer.Sent.Select(mail => mail.Mail.Subject).ShouldBe(["Please add an MFA device with another name", "One of your MFA devices was removed"]);
    }

    [Fact]
    public async Task With_a_grace_time_it_is_announced_once_and_goes_when_its_time_is_up()
    {
        watching.GraceHours = 24;
        watching.Has(Jane, Jane, "phone");

        (await watching.ExamineAsync(Jane)).Changes.ShouldBe([new AnnounceRemoval(Person, Serial("phone"), watching.Clock.Now.AddHours(24))]);
        watching.Clock.Now += TimeSpan.FromHours(23);
        (await watching.ExamineAsync(Jane)).Changes.ShouldBeEmpty();
        (await watching.Graces.DueAsync(watching.Clock.Now, default)).ShouldBeEmpty();
        watching.DevicesOf(Jane).ShouldBe([Jane, "phone"]);

        watching.Clock.Now += TimeSpan.FromHours(1);
        (await watching.Graces.DueAsync(watching.Clock.Now, default)).ShouldBe([Person]);
        await watching.ExamineAsync(Jane);

        watching.DevicesOf(Jane).ShouldBe([Jane]);
        (await watching.Graces.DueAsync(watching.Clock.Now, default)).ShouldBeEmpty();
        watching.Mailer.Sent.Select(mail => mail.Mail.Subject).ShouldBe(["One of your MFA devices will be removed on Sunday 22 November 2026", "One of your MFA devices was removed"]);
        watching.Mailer.Sent[0].Mail.Text.ShouldContain("removed after Sunday 22 November 2026, 09:00 UTC");
    }

    [Fact]
    public async Task Whoever_loses_the_good_one_during_the_grace_time_keeps_the_wrong_one()
    {
        watching.GraceHours = 24;
        var jane = watching.Has(Jane, Jane, "phone");
        await watching.ExamineAsync(Jane);
        jane.Of("device").Remove(Serial(Jane));
        watching.Clock.Now += TimeSpan.FromHours(25);

        await watching.ExamineAsync(Jane);

        watching.DevicesOf(Jane).ShouldBe(["phone"]);
        (await watching.Graces.OfAsync(Person, default)).ShouldBeEmpty("a good one starts a grace time of its own");
    }

    [Fact]
    public async Task Whoever_removes_an_announced_device_themselves_leaves_nothing_behind_and_is_not_mailed_again()
    {
        watching.GraceHours = 24;
        var jane = watching.Has(Jane, Jane, "phone");
        await watching.ExamineAsync(Jane);
        jane.Of("device").Remove(Serial("phone"));

        await watching.ExamineAsync(Jane);

        watching.Iam.VirtualDevices.ShouldBe([Serial(Jane)]);
        (await watching.Graces.OfAsync(Person, default)).ShouldBeEmpty();
        watching.Mailer.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_announced_device_that_somebody_else_has_by_now_is_theirs()
    {
        watching.GraceHours = 24;
        var jane = watching.Has(Jane, Jane, "phone");
        await watching.ExamineAsync(Jane);
        jane.Of("device").Remove(Serial("phone"));
        watching.Has("phone", "phone");
        watching.Clock.Now += TimeSpan.FromHours(25);

        await watching.ExamineAsync(Jane);

        watching.DevicesOf("phone").ShouldBe(["phone"]);
        watching.Iam.VirtualDevices.ShouldContain(Serial("phone"));
    }

    [Fact]
    public async Task Somebody_with_FIDO_alone_and_a_key_is_told_what_the_command_line_needs()
    {
        watching.Has(Jane, Fido.Serial).Has("key", "AKIA1");

        await watching.ExamineAsync(Jane);
        await watching.ExamineAsync(Jane);

        watching.Mailer.Sent.ShouldHaveSingleItem().Mail.Subject.ShouldBe("For the command line you need one more MFA device");
    }

    [Fact]
    public async Task A_key_that_is_inactive_needs_nothing()
    {
        var jane = watching.Has(Jane, Fido.Serial).Has("key", "AKIA1");
        jane.Inactive.Add("AKIA1");

        (await watching.ExamineAsync(Jane)).Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Keys_are_read_only_of_whoever_has_FIDO_alone()
    {
        watching.Has(Jane, Jane, Fido.Serial).Has("key", "AKIA1");

        await watching.ExamineAsync(Jane);

        watching.Iam.Calls.ShouldBe(["GetUser", "ListMFADevices"]);
    }

    [Fact]
    public async Task A_longer_user_name_that_exists_owns_the_device_and_IAM_is_asked_for_the_few_that_could()
    {
        watching.Has("a@b", "a@b", "a@b.uk-phone");
        watching.Has("a@b.uk", "a@b.uk");

        await watching.ExamineAsync("a@b");

        watching.DevicesOf("a@b").ShouldBe(["a@b"]);
        watching.DevicesOf("a@b.uk").ShouldBe(["a@b.uk"]);
        watching.Iam.Calls.Count(call => call == "GetUser").ShouldBe(3, "a@b itself, a@b.uk and a@b.uk-phone");
    }

    [Fact]
    public async Task Where_no_such_user_exists_the_device_is_good()
    {
        watching.Has("a@b", "a@b", "a@b.uk-phone");

        (await watching.ExamineAsync("a@b")).Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_sweep_knows_of_longer_names_IAM_is_not_asked()
    {
        watching.Has("a@b", "a@b", "a@b.uk-phone");

        await watching.ExamineAsync("a@b", new MfaKnown { LongerNames = [new UserName("a@b.uk")] });

        watching.DevicesOf("a@b").ShouldBe(["a@b"]);
        watching.Iam.Calls.Count(call => call == "GetUser").ShouldBe(1);
    }

    [Fact]
    public async Task Under_the_exact_rule_a_name_that_goes_on_is_wrong()
    {
        watching.Rule = "exact";
        watching.Has(Jane, Jane, $"{Jane}-tablet");

        await watching.ExamineAsync(Jane);

        watching.DevicesOf(Jane).ShouldBe([Jane]);
        watching.Mailer.Sent.ShouldHaveSingleItem().Mail.Text.ShouldContain("and nothing else");
    }

    [Fact]
    public async Task Somebody_without_our_tag_is_reported_once_and_nothing_is_changed()
    {
        watching.Has("boss@x.uk", "boss@x.uk", "phone").Managed = false;

        (await watching.ExamineAsync("boss@x.uk")).Standing.ShouldBe(MfaStanding.NotManaged);
        await watching.ExamineAsync("boss@x.uk");

        watching.DevicesOf("boss@x.uk").Count.ShouldBe(2);
        watching.Mailer.Sent.ShouldBeEmpty();
        watching.Slack.ShouldHaveSingleItem().ShouldContain("Reported only");
        watching.Iam.Calls.ShouldAllBe(call => call == "GetUser" || call == "ListMFADevices");
    }

    [Fact]
    public async Task Somebody_in_quarantine_hears_nothing_and_keeps_everything()
    {
        watching.Has(Jane, "phone", Jane);
        await watching.Quarantines.CompleteAsync(Person, default);

        (await watching.ExamineAsync(Jane)).Standing.ShouldBe(MfaStanding.Leaving);

        watching.DevicesOf(Jane).Count.ShouldBe(2);
        watching.Mailer.Sent.ShouldBeEmpty();
        watching.Slack.ShouldBeEmpty();
    }

    [Fact]
    public async Task Somebody_who_is_gone_is_nobodys_matter_and_what_was_being_removed_is_deleted()
    {
        watching.Made("phone");
        await watching.Graces.BeginAsync(Person, Serial("phone"), Now, default);

        (await watching.ExamineAsync(Jane)).Standing.ShouldBe(MfaStanding.Gone);

        watching.Iam.VirtualDevices.ShouldBeEmpty();
        (await watching.Graces.OfAsync(Person, default)).ShouldBeEmpty();
        watching.Mailer.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_mail_that_SES_does_not_take_is_sent_by_the_next_examination_although_the_device_is_gone()
    {
        watching.Has(Jane, Jane, "phone");
        watching.Mailer.Refuses.Add(Jane);
        await Should.ThrowAsync<MailNotAcceptedException>(() => watching.ExamineAsync(Jane));
        watching.DevicesOf(Jane).ShouldBe([Jane]);
        (await watching.Graces.DueAsync(watching.Clock.Now, default)).ShouldBe([Person], "the hourly run takes it up");
        watching.Mailer.Refuses.Clear();

        await watching.ExamineAsync(Jane);
        await watching.ExamineAsync(Jane);

        watching.Mailer.Sent.ShouldHaveSingleItem().Mail.Subject.ShouldBe("One of your MFA devices was removed");
    }

    [Fact]
    public async Task While_Slack_is_down_the_person_is_told_and_the_channel_afterwards()
    {
        watching.Has(Jane, "phone");
        watching.SlackIsDown = true;
        (await watching.ExamineAsync(Jane)).Changes.ShouldHaveSingleItem();
        watching.SlackIsDown = false;
        watching.Clock.Now += TimeSpan.FromDays(1);

        await watching.ExamineAsync(Jane, Sweeping, "sweep-2");
        await watching.ExamineAsync(Jane, Sweeping, "sweep-3");

        watching.Mailer.Sent.Count.ShouldBe(1);
        watching.Slack.Count.ShouldBe(1, "the summary of that sweep has no line of it");
    }

    [Fact]
    public async Task What_a_summary_told_no_event_tells_again()
    {
        watching.Has(Jane, "phone");

        await watching.ExamineAsync(Jane, Sweeping);
        await watching.ExamineAsync(Jane, because: "event-1");

        watching.Mailer.Sent.Count.ShouldBe(1);
        watching.Slack.ShouldBeEmpty();
    }

    [Fact]
    public async Task While_Slack_is_down_nobody_waits_for_it_twice_in_a_minute()
    {
        watching.Has(Jane, "phone");
        watching.Has("bob@x.uk", "tablet");
        watching.SlackIsDown = true;

        await watching.ExamineAsync(Jane);
        await watching.ExamineAsync("bob@x.uk");
        watching.SlackAsked.ShouldBe(1);
        watching.SlackIsDown = false;
        watching.Clock.Now += TimeSpan.FromMinutes(2);
        await watching.ExamineAsync(Jane);
        await watching.ExamineAsync("bob@x.uk");

        watching.Slack.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Of_a_user_name_that_is_no_address_the_channel_is_told()
    {
        watching.Has("jane", "jane", "phone");

        await watching.ExamineAsync("jane");
        await watching.ExamineAsync("jane");

        watching.DevicesOf("jane").ShouldBe(["jane"]);
        watching.Mailer.Sent.ShouldBeEmpty();
        watching.Slack.ShouldHaveSingleItem().ShouldContain("*jane* cannot be mailed, because the user name is no mail address. Tell them: the MFA device `phone` was removed");
    }

    [Fact]
    public async Task A_removal_that_nobody_could_be_told_of_is_told_when_Slack_is_back()
    {
        watching.Has("jane", "jane", "phone");
        watching.SlackIsDown = true;
        await Should.ThrowAsync<NobodyToldException>(() => watching.ExamineAsync("jane"));
        (await watching.Graces.DueAsync(watching.Clock.Now, default)).ShouldBe([new UserName("jane")], "the hourly run takes it up");
        watching.SlackIsDown = false;
        watching.Clock.Now += TimeSpan.FromHours(1);

        await watching.ExamineAsync("jane");
        await watching.ExamineAsync("jane");

        watching.DevicesOf("jane").ShouldBe(["jane"]);
        watching.Slack.ShouldHaveSingleItem();
        (await watching.Graces.OfAsync(new UserName("jane"), default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_an_address_the_channel_is_told_beside_a_summary_too()
    {
        watching.Has("jane", "phone");

        await watching.ExamineAsync("jane", Sweeping);
        await watching.ExamineAsync("jane", Sweeping);

        watching.Slack.ShouldHaveSingleItem().ShouldContain("They cannot be mailed");
    }

    [Fact]
    public async Task What_IAM_does_not_delete_yet_is_not_said_to_be_removed()
    {
        watching.Has(Jane, Jane);
        var somebody = watching.Has("bob@x.uk", "phone");
        await watching.Graces.BeginAsync(Person, Serial("phone"), watching.Clock.Now.AddDays(-3), default);

        (await watching.ExamineAsync(Jane)).Changes.ShouldBeEmpty();
        watching.Mailer.Sent.ShouldBeEmpty();
        (await watching.Graces.DueAsync(watching.Clock.Now, default)).ShouldBe([Person], "the hourly run tries it again");
        somebody.Of("device").Clear();
        watching.Clock.Now += TimeSpan.FromHours(1);

        await watching.ExamineAsync(Jane);
        await watching.ExamineAsync(Jane);

        watching.Iam.VirtualDevices.ShouldBe([Serial(Jane)]);
        watching.Mailer.Sent.ShouldHaveSingleItem().Mail.Subject.ShouldBe("One of your MFA devices was removed");
        (await watching.Graces.OfAsync(Person, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_IAM_keeps_for_a_day_is_somebody_elses_and_only_who_had_it_is_told()
    {
        watching.Has(Jane, Jane);
        watching.Has("bob@x.uk", "phone", "tablet");
        await watching.Graces.BeginAsync(Person, Serial("phone"), watching.Clock.Now.AddDays(-3), default);
        await watching.Graces.BeginUnassignedAsync(Person, Serial("tablet"), watching.Clock.Now, free: false, default);
        watching.Clock.Now += TimeSpan.FromDays(1);

        await watching.ExamineAsync(Jane);
        await watching.ExamineAsync(Jane);

        watching.DevicesOf("bob@x.uk").ShouldBe(["phone", "tablet"]);
        watching.Mailer.Sent.ShouldHaveSingleItem().Mail.Subject.ShouldBe("One of your MFA devices was removed");
        (await watching.Graces.OfAsync(Person, default)).ShouldBeEmpty();
    }

    [Fact]
    public Task An_interrupted_removal_is_finished_and_told_whichever_call_was_the_last() => Watching.ThroughAnyDeathAsync(
        watching => watching.Has(Jane, Jane, "phone"),
        watching => watching.ExamineAsync(Jane),
        async watching =>
        {
            watching.DevicesOf(Jane).ShouldBe([Jane]);
            watching.Iam.VirtualDevices.ShouldBe([Serial(Jane)]);
            watching.Mailer.Sent.Select(mail => mail.Mail.Subject).Distinct().ShouldBe(["One of your MFA devices was removed"]);
            watching.Mailer.Sent.Count.ShouldBeLessThanOrEqualTo(2, "one that died while SES was asked may be told twice rather than never");
            (await watching.TrailAsync(Jane)).ShouldHaveSingleItem();
            (await watching.Graces.OfAsync(Person, default)).ShouldBeEmpty();
        });

    [Fact]
    public Task An_interrupted_announcement_is_told_with_the_first_date() => Watching.ThroughAnyDeathAsync(
        watching =>
        {
            watching.GraceHours = 24;
            watching.Has(Jane, Jane, "phone");
        },
        watching => watching.ExamineAsync(Jane),
        async watching =>
        {
            watching.DevicesOf(Jane).ShouldBe([Jane, "phone"]);
            watching.Mailer.Sent.Select(mail => mail.Mail.Text).Distinct().Count().ShouldBe(1);
            (await watching.Graces.OfAsync(Person, default)).ShouldHaveSingleItem();
        });
}
