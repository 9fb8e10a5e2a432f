using Gatehouse.Mfa;
using static Gatehouse.Tests.Mfa.GivenDevices;
using static Gatehouse.Tests.Mfa.MfaEventSample;

namespace Gatehouse.Tests.Mfa;

/// <summary>Somebody has stolen Jane's access key, and adds a device of their own under a good name; or it is Jane after all.</summary>
public sealed class DeviceProofTests : IDisposable
{
    private const string Asked = "Was it you? An MFA device was added to your AWS user";
    private const string Removed = "One of your MFA devices was removed";
    private const string Second = Jane + "-2";

    private readonly Watching watching = new();

    public void Dispose() => watching.Dispose();

    [Theory]
    [InlineData("false", "e")]
    [InlineData(null, "e")]
    [InlineData("false", "c")]
    [InlineData("false", "r")]
    [InlineData(null, "cer")]
    [InlineData("false", "rec")]
    public async Task A_device_that_was_added_without_MFA_takes_no_others_place_and_both_are_told_once(string? mfa, string events)
    {
        Given("phone");

        MfaEventSample[] heard = [.. events.Select(one => Event(one) with { Mfa = mfa })];
        await watching.HearAsync(heard);
        await watching.HearAsync(heard);
        await watching.ExamineAsync(Jane);

        watching.DevicesOf(Jane).ShouldBe(["phone", Second]);
        watching.Mailer.Sent.ShouldHaveSingleItem().Mail.Subject.ShouldBe(Asked);
        watching.Slack.ShouldHaveSingleItem().ShouldContain("added without MFA although they had another");
        (await watching.Unproved.OpenAsync(default)).ShouldBe([Person]);
    }

    [Fact]
    public async Task With_MFA_everything_goes_on()
    {
        Given("phone");

        await watching.HearAsync(Event('c'), Event('e'));

        watching.DevicesOf(Jane).ShouldBe([Second]);
        watching.Mailer.Sent.ShouldHaveSingleItem().Mail.Subject.ShouldBe(Removed);
        (await watching.Unproved.OfAsync(Person, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Once_they_come_back_with_MFA_everything_goes_on_and_a_late_event_does_not_undo_it()
    {
        Given("phone");
        await watching.HearAsync(Event('e') with { Mfa = "false" });

        var back = Event('r') with { Time = "2026-11-21T08:59:50Z" };
        await watching.HearAsync(back);
        await watching.HearAsync(back, Event('c') with { Mfa = "false" });

        watching.DevicesOf(Jane).ShouldBe([Second]);
        watching.Mailer.Sent.Select(mail => mail.Mail.Subject).ShouldBe([Asked, Removed]);
        (await watching.Unproved.OpenAsync(default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_they_did_with_MFA_before_proves_nothing()
    {
        Given("phone");
        await watching.HearAsync(Event('e') with { Mfa = "false" });

        await watching.HearAsync(Event('r') with { Time = "2026-11-21T08:00:00Z" });

        watching.DevicesOf(Jane).ShouldBe(["phone", Second]);
    }

    [Fact]
    public async Task Once_the_device_is_gone_its_mark_is_forgotten_and_one_added_with_MFA_under_its_name_is_another()
    {
        var jane = Given("phone");
        await watching.HearAsync(Event('e') with { Mfa = "false" });
        jane.Of("device").Remove(Serial(Second));
        watching.Clock.Now += TimeSpan.FromHours(2);
        await watching.ExamineAsync(Jane);
        (await watching.Unproved.OfAsync(Person, default)).ShouldBeEmpty();
        jane.Has("device", Serial(Second)).EnabledAt[Serial(Second)] = watching.Clock.Now;

        await watching.HearAsync(Event('e') with { Time = "2026-11-21T11:00:00Z" });

        watching.DevicesOf(Jane).ShouldBe([Second]);
    }

    [Fact]
    public async Task The_first_device_of_all_needs_no_proof()
    {
        watching.Has(Jane, Jane).EnabledAt[Serial(Jane)] = Now.AddMinutes(-1);

        await watching.HearAsync(Create(Jane, Jane) with { Mfa = "false" }, Enable(Jane, Jane, Jane) with { Mfa = "false" });

        watching.Mailer.Sent.ShouldBeEmpty();
        watching.Slack.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_an_administrator_adds_for_somebody_needs_no_proof()
    {
        Given("phone");

        await watching.HearAsync(Enable("admin", Jane, Second).ByRole("arn:aws:iam::111122223333:role/Administrator") with { Mfa = "false" });

        watching.DevicesOf(Jane).ShouldBe([Second]);
    }

    [Fact]
    public async Task An_old_device_that_is_resynced_without_MFA_stays_proved()
    {
        Given("phone").EnabledAt[Serial(Second)] = Now.AddDays(-2);

        await watching.HearAsync(Event('r') with { Mfa = "false" });

        watching.DevicesOf(Jane).ShouldBe([Second]);
    }

    [Fact]
    public async Task A_second_one_beside_a_good_one_is_told_too_and_the_good_one_still_takes_the_place_of_a_wrong_one()
    {
        Given(Jane, "phone");

        await watching.HearAsync(Event('e') with { Mfa = "false" });

        watching.DevicesOf(Jane).ShouldBe([Jane, Second]);
        watching.Mailer.Sent.Select(mail => mail.Mail.Subject).ShouldBe([Removed, Asked], ignoreOrder: true);
    }

    [Fact]
    public async Task A_passkey_and_a_key_keep_the_wrong_one_while_the_one_that_gives_codes_is_not_proved()
    {
        Given("phone", Fido.Serial).Has("key", "AKIA1");

        await watching.HearAsync(Event('e') with { Mfa = "false" });
        await watching.ExamineAsync(Jane, new MfaKnown { LongerNames = [], Summarised = true });

        watching.DevicesOf(Jane).ShouldContain("phone");
        watching.Mailer.Sent.ShouldHaveSingleItem().Mail.Subject.ShouldBe(Asked);
    }

    [Fact]
    public async Task While_Slack_is_down_the_event_is_done_and_the_next_sweep_tells_the_channel()
    {
        Given("phone");
        watching.SlackIsDown = true;
        (await watching.HearAsync(Event('e') with { Mfa = "false" })).ShouldBeEmpty();
        watching.SlackIsDown = false;
        watching.Clock.Now += TimeSpan.FromDays(1);

        await watching.ExamineAsync(Jane, new MfaKnown { LongerNames = [], Summarised = true }, "sweep-2");
        await watching.ExamineAsync(Jane, new MfaKnown { LongerNames = [], Summarised = true }, "sweep-3");

        watching.Slack.ShouldHaveSingleItem();
        watching.Mailer.Sent.ShouldHaveSingleItem();
    }

    /// <summary>Jane with these devices for hours, and the second for a minute.</summary>
    private Aws.IamUserInMemory Given(params string[] devices)
    {
        var jane = watching.Has(Jane, [.. devices, Second]);
        jane.EnabledAt[Serial(Second)] = Now.AddMinutes(-1);
        return jane;
    }

    private static MfaEventSample Event(char kind) => kind switch
    {
        'c' => Create(Jane, Second),
        'e' => Enable(Jane, Jane, Second),
        _ => Of("ResyncMFADevice", Jane, Second, Jane),
    };
}
