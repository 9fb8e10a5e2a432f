using System.Text.Json.Nodes;
using Gatehouse.Mfa;
using Gatehouse.Tests.Ledger;
using static Gatehouse.Tests.Mfa.GivenDevices;
using static Gatehouse.Tests.Mfa.MfaEventSample;

namespace Gatehouse.Tests.Mfa;

public sealed class MfaEventApplyTests : IDisposable
{
    private const string Deleted = "Start again: your new MFA device needs another name";

    private readonly Watching watching = new();

    public void Dispose() => watching.Dispose();

    [Fact]
    public async Task A_compliant_device_leaves_a_line_in_the_trail_and_nothing_else()
    {
        watching.Has(Jane, Jane);

        (await watching.HearAsync(Create(Jane, Jane), Enable(Jane, Jane, Jane))).ShouldBeEmpty();

        (await watching.TrailAsync(Jane)).ShouldBe([$"Seen CreateVirtualMFADevice of {Serial(Jane)}", $"Seen EnableMFADevice of {Serial(Jane)}"], ignoreOrder: true);
        watching.Mailer.Sent.ShouldBeEmpty();
        watching.Slack.ShouldBeEmpty();
        watching.DevicesOf(Jane).ShouldBe([Jane]);
    }

    [Fact]
    public async Task A_compliant_event_costs_two_reads_of_IAM()
    {
        watching.Has(Jane, Jane);

        await watching.HearAsync(Enable(Jane, Jane, Jane));

        watching.Iam.Calls.ShouldBe(["GetUser", "ListMFADevices"]);
    }

    [Fact]
    public async Task A_wrong_device_that_nobody_has_is_deleted_and_its_maker_is_told_the_name_once()
    {
        watching.Has(Jane);
        watching.Made("phone");
        var made = Create(Jane, "phone");

        await watching.HearAsync(made, made);
        await watching.HearAsync(made);

        watching.Iam.VirtualDevices.ShouldBeEmpty();
        var mail = watching.Mailer.Sent.ShouldHaveSingleItem();
        mail.Mail.Subject.ShouldBe(Deleted);
        mail.Mail.Text.ShouldContain($"Use exactly this name: {Jane}");
        (await watching.TrailAsync(Jane)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Somebody_who_tries_again_with_a_wrong_name_is_told_again()
    {
        watching.Has(Jane);
        watching.Made("phone");
        await watching.HearAsync(Create(Jane, "phone"));
        watching.Made("tablet");

        await watching.HearAsync(Create(Jane, "tablet"));

        watching.Mailer.Sent.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_wrong_device_that_is_gone_already_is_told_to_nobody()
    {
        watching.Has(Jane);

        await watching.HearAsync(Create(Jane, "phone"));

        watching.Mailer.Sent.ShouldBeEmpty();
        (await watching.Graces.OfAsync(Person, default)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task In_whatever_order_its_events_come_a_wrong_device_beside_a_good_one_is_removed_and_told_once(bool late)
    {
        watching.Has(Jane, Jane, "phone");
        var (made, enabled) = (Create(Jane, "phone"), Enable(Jane, Jane, "phone"));

        await watching.HearAsync(late ? [enabled, made] : [made, enabled]);
        await watching.HearAsync(made, enabled);

        watching.DevicesOf(Jane).ShouldBe([Jane]);
        watching.Mailer.Sent.ShouldHaveSingleItem().Mail.Subject.ShouldBe("One of your MFA devices was removed");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task In_whatever_order_its_events_come_the_only_device_stays_and_is_told_once(bool late)
    {
        watching.Has(Jane, "phone");
        var (made, enabled) = (Create(Jane, "phone"), Enable(Jane, Jane, "phone"));

        await watching.HearAsync(late ? [enabled, made] : [made, enabled]);

        watching.DevicesOf(Jane).ShouldBe(["phone"]);
        watching.Mailer.Sent.Count.ShouldBe(1);
        watching.Slack.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_device_that_somebody_else_has_by_now_is_not_touched()
    {
        watching.Has(Jane, Jane);
        watching.Has("bob@x.uk", "phone");

        await watching.HearAsync(Create(Jane, "phone"));

        watching.DevicesOf("bob@x.uk").ShouldBe(["phone"]);
        watching.Mailer.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_administrator_who_makes_a_device_for_somebody_is_left_to_it()
    {
        watching.Has("admin@x.uk", "admin@x.uk");
        watching.Has(Jane);
        watching.Made(Jane);

        await watching.HearAsync(Create("admin@x.uk", Jane));

        watching.Iam.VirtualDevices.ShouldContain(Serial(Jane));
        watching.Mailer.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_keeps_a_name_from_a_user_whose_name_begins_with_theirs()
    {
        watching.Has("a@b", "a@b");
        watching.Has("a@b.uk", "a@b.uk");
        watching.Made("a@b.uk-phone");

        await watching.HearAsync(Create("a@b", "a@b.uk-phone"));

        watching.Iam.VirtualDevices.ShouldNotContain(Serial("a@b.uk-phone"));
        watching.Mailer.Sent.ShouldHaveSingleItem().Address.ShouldBe("a@b");
    }

    [Fact]
    public async Task The_other_one_of_the_two_makes_it_freely()
    {
        watching.Has("a@b", "a@b");
        watching.Has("a@b.uk", "a@b.uk");
        watching.Made("a@b.uk-phone");

        await watching.HearAsync(Create("a@b.uk", "a@b.uk-phone"));

        watching.Iam.VirtualDevices.ShouldContain(Serial("a@b.uk-phone"));
        watching.Mailer.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_an_administrator_enables_for_somebody_is_judged_as_theirs()
    {
        watching.Has(Jane, Jane, "phone");

        await watching.HearAsync(Enable("admin", Jane, "phone").ByRole("arn:aws:iam::111122223333:role/Administrator"));

        watching.DevicesOf(Jane).ShouldBe([Jane]);
        watching.Mailer.Sent.ShouldHaveSingleItem().Address.ShouldBe(Jane);
    }

    [Fact]
    public async Task After_a_deactivation_a_wrong_one_that_is_left_alone_is_asked_about()
    {
        watching.Has(Jane, "phone");

        await watching.HearAsync(Of("DeactivateMFADevice", Jane, Jane, Jane));

        watching.Mailer.Sent.ShouldHaveSingleItem().Mail.Subject.ShouldBe("Please add an MFA device with another name");
    }

    [Fact]
    public async Task Whoever_is_refused_a_name_is_told_the_right_one_once_a_day()
    {
        watching.Has(Jane);

        await watching.HearAsync(Refused(Jane), Refused(Jane, "phone"), Refused(Jane));

        var mail = watching.Mailer.Sent.ShouldHaveSingleItem();
        mail.Mail.Subject.ShouldBe("Use this name for your MFA device");
        mail.Mail.Text.ShouldContain($"Use exactly this name: {Jane}");
    }

    [Fact]
    public async Task Whoever_has_a_device_is_told_a_name_that_is_free()
    {
        watching.Has(Jane, Jane);

        await watching.HearAsync(Refused(Jane, "tablet"));

        watching.Mailer.Sent.ShouldHaveSingleItem().Mail.Text.ShouldContain($"Use exactly this name: {Jane}-phone");
    }

    [Fact]
    public async Task An_attempt_that_was_broken_off_is_cleared_away_when_its_maker_comes_back()
    {
        watching.Has(Jane);
        watching.Made(Jane);
        var refused = Refused(Jane, Jane, "EntityAlreadyExistsException");
        watching.Clock.Now += TimeSpan.FromMinutes(10);

        await watching.HearAsync(refused, refused);
        await watching.HearAsync(refused);

        watching.Iam.VirtualDevices.ShouldBeEmpty();
        watching.Mailer.Sent.ShouldHaveSingleItem().Mail.Subject.ShouldBe("Try again: the name of your MFA device is free now");
    }

    [Fact]
    public async Task Whoever_clicks_twice_keeps_the_device_that_they_are_setting_up()
    {
        var jane = watching.Has(Jane);
        watching.Made(Jane);
        var refused = Refused(Jane, Jane, "EntityAlreadyExistsException") with { Message = "m1" };

        (await watching.HearAsync(refused)).ShouldBe(["m1"]);
        watching.Clock.Now += TimeSpan.FromMinutes(6);
        (await watching.HearAsync(refused)).ShouldBe(["m1"]);
        jane.Has("device", Serial(Jane));
        watching.Clock.Now += TimeSpan.FromMinutes(6);
        (await watching.HearAsync(refused)).ShouldBeEmpty();

        watching.DevicesOf(Jane).ShouldBe([Jane]);
        watching.Mailer.Sent.ShouldBeEmpty();
        watching.Lines.Text.ShouldContain("Not yet");
        watching.Lines.Text.ShouldNotContain("could not be worked on");
    }

    [Fact]
    public async Task A_refusal_that_comes_more_than_an_hour_late_is_left_to_the_sweep()
    {
        watching.Has(Jane);
        watching.Made(Jane);
        watching.Clock.Now += TimeSpan.FromHours(1);

        (await watching.HearAsync(Refused(Jane, Jane, "EntityAlreadyExistsException"))).ShouldBeEmpty();

        watching.Iam.VirtualDevices.ShouldBe([Serial(Jane)]);
        watching.Mailer.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_taken_name_whose_device_is_in_use_stays()
    {
        watching.Has(Jane, Jane);
        watching.Clock.Now += TimeSpan.FromMinutes(15);

        await watching.HearAsync(Refused(Jane, Jane, "EntityAlreadyExistsException"));

        watching.DevicesOf(Jane).ShouldBe([Jane]);
        watching.Mailer.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task Somebody_without_our_tag_is_reported_once_and_their_new_device_stays()
    {
        watching.Clock.Now += TimeSpan.FromMinutes(15);
        watching.Has("boss@x.uk").Managed = false;
        watching.Made("phone");

        await watching.HearAsync(Create("boss@x.uk", "phone"), Refused("boss@x.uk"), Refused("boss@x.uk", "boss@x.uk", "EntityAlreadyExistsException"));
        await watching.HearAsync(Create("boss@x.uk", "phone"));

        watching.Iam.VirtualDevices.ShouldBe([Serial("phone")]);
        watching.Mailer.Sent.ShouldBeEmpty();
        watching.Slack.ShouldHaveSingleItem().ShouldContain("Reported only");
        (await watching.TrailAsync("boss@x.uk")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("CreateVirtualMFADevice")]
    [InlineData("EnableMFADevice")]
    [InlineData("DeactivateMFADevice")]
    public async Task Of_somebody_who_is_gone_nothing_follows(string name)
    {
        (await watching.HearAsync(Of(name, Jane, "phone", Jane), Refused(Jane))).ShouldBeEmpty();

        watching.Mailer.Sent.ShouldBeEmpty();
        (await watching.TrailAsync(Jane)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Somebody_in_quarantine_hears_nothing()
    {
        watching.Has(Jane);
        watching.Made("phone");
        await watching.Quarantines.CompleteAsync(Person, default);
        watching.Clock.Now += TimeSpan.FromMinutes(15);

        await watching.HearAsync(Create(Jane, "phone"), Refused(Jane), Refused(Jane, Jane, "EntityAlreadyExistsException"));

        watching.Mailer.Sent.ShouldBeEmpty();
        watching.Iam.VirtualDevices.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Our_own_doing_and_roots_and_other_accounts_leave_a_log_line_and_touch_nothing()
    {
        var ours = Of("DeactivateMFADevice", "x", "phone", Jane).ByRole("arn:aws:iam::111122223333:role/gatehouse/gatehouse-RecordMfaEvents");

        (await watching.HearAsync(ours, Create("root", "phone") with { IdentityType = "Root" }, Enable(Jane, Jane, "phone") with { Account = "999999999999" })).ShouldBeEmpty();

        watching.Iam.Calls.ShouldBeEmpty();
        watching.Ledger.Writes.ShouldBeEmpty();
        watching.Lines.Text.ShouldContain("is our own doing");
    }

    [Fact]
    public async Task A_message_that_cannot_be_read_fails_alone_and_keeps_no_other_back()
    {
        watching.Has(Jane);
        watching.Made("phone");
        string[] bodies = ["not json", "{}", "null", """{"detail":{"eventName":"EnableMFADevice"}}""", Create(Jane, "phone").Body()];

        (await watching.HearRawAsync(bodies)).ShouldBe(["raw-0", "raw-1", "raw-2", "raw-3"]);

        watching.Mailer.Sent.Count.ShouldBe(1);
        watching.Lines.Text.ShouldContain(nameof(MfaEventUnreadableException));
    }

    [Fact]
    public async Task An_event_with_shapes_that_nobody_expects_is_read_without_harm()
    {
        watching.Has(Jane, Jane);
        var odd = Create(Jane, Jane) with { Request = new() { ["virtualMFADeviceName"] = 7, ["userName"] = new JsonArray() }, Response = new() { ["virtualMFADevice"] = "?" } };

        (await watching.HearAsync(odd)).Count.ShouldBeLessThanOrEqualTo(1);

        watching.DevicesOf(Jane).ShouldBe([Jane]);
    }

    [Fact]
    public async Task An_event_whose_work_failed_comes_again_and_is_then_done()
    {
        watching.Has(Jane, Jane, "phone");
        watching.Mailer.Refuses.Add(Jane);
        var enabled = Enable(Jane, Jane, "phone") with { Message = "m1" };
        (await watching.HearAsync(enabled)).ShouldBe(["m1"]);
        watching.Mailer.Refuses.Clear();

        (await watching.HearAsync(enabled)).ShouldBeEmpty();
        (await watching.HearAsync(enabled)).ShouldBeEmpty();

        watching.Mailer.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_same_event_in_another_message_waits_while_the_first_is_at_work()
    {
        watching.Has(Jane, Jane, "phone");
        watching.Mailer.Refuses.Add(Jane);
        var enabled = Enable(Jane, Jane, "phone");
        await watching.HearAsync(enabled with { Message = "m1" });
        watching.Mailer.Refuses.Clear();

        (await watching.HearAsync(enabled with { Message = "m2" })).ShouldBe(["m2"]);
        watching.Clock.Now += TimeSpan.FromMinutes(6);
        (await watching.HearAsync(enabled with { Message = "m2" })).ShouldBeEmpty();

        watching.Mailer.Sent.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("phone", false, Deleted)]
    [InlineData(Jane, true, "Try again: the name of your MFA device is free now")]
    public async Task A_deletion_that_another_finished_before_its_event_came_again_is_told_once(string device, bool taken, string subject)
    {
        watching.Has(Jane);
        watching.Made(device);
        watching.Clock.Now += TimeSpan.FromMinutes(15);
        var made = taken ? Refused(Jane, device, "EntityAlreadyExistsException") with { Message = "m1" } : Create(Jane, device) with { Message = "m1" };
        // It dies after it is deleted and told, before that is forgotten in the ledger.
        watching.Ledger.DiesAtWrite = 6;
        try
        {
            await watching.HearAsync(made);
        }
        catch (Exception died) when (died.GetBaseException() is ProcessDiedException)
        {
            // As it was meant to.
        }

        watching.Ledger.DiesAtWrite = 0;
        watching.Mailer.Sent.Count.ShouldBe(1);
        (await watching.Graces.OfAsync(Person, default)).ShouldHaveSingleItem();
        await watching.ExamineAsync(Jane, because: "hourly");
        watching.Clock.Now += TimeSpan.FromMinutes(6);
        await watching.HearAsync(made);

        watching.Mailer.Sent.ShouldHaveSingleItem().Mail.Subject.ShouldBe(subject);
        (await watching.Graces.OfAsync(Person, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_device_that_was_theirs_and_is_on_its_way_out_is_told_as_such_and_not_as_one_that_was_never_enabled()
    {
        watching.Has(Jane, Jane);
        watching.Made("phone");
        await watching.Graces.BeginAsync(Person, Serial("phone"), watching.Clock.Now, default);

        await watching.HearAsync(Create(Jane, "phone"));
        await watching.HearAsync(Create(Jane, "phone"));

        watching.Iam.VirtualDevices.ShouldBe([Serial(Jane)]);
        watching.Mailer.Sent.ShouldHaveSingleItem().Mail.Subject.ShouldBe("One of your MFA devices was removed");
    }

    [Fact]
    public async Task What_an_event_says_was_deactivated_takes_no_place_although_IAM_still_lists_it()
    {
        watching.Has(Jane, Jane, "phone");

        await watching.HearAsync(Of("DeactivateMFADevice", Jane, Jane, Jane));

        watching.DevicesOf(Jane).ShouldBe([Jane, "phone"]);
        watching.Mailer.Sent.ShouldHaveSingleItem().Mail.Subject.ShouldBe("Please add an MFA device with another name");
    }

    [Fact]
    public Task An_interrupted_deletion_is_finished_and_told_whichever_call_was_the_last()
    {
        var made = Create(Jane, "phone") with { Message = "m1" };
        return Watching.ThroughAnyDeathAsync(
            watching =>
            {
                watching.Has(Jane);
                watching.Made("phone");
            },
            watching => watching.HearAsync(made),
            async watching =>
            {
                watching.Iam.VirtualDevices.ShouldBeEmpty();
                watching.Mailer.Sent.Select(mail => mail.Mail.Subject).Distinct().ShouldBe([Deleted]);
                watching.Mailer.Sent.Count.ShouldBeLessThanOrEqualTo(2);
                (await watching.Graces.OfAsync(Person, default)).ShouldBeEmpty();
                (await watching.TrailAsync(Jane)).Count.ShouldBe(2);
            });
    }
}
