using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Tests.Ledger;

namespace Gatehouse.Tests.Mfa.Missing;

public sealed class MissingMfaApplyTests : IDisposable
{
    private const string First = "Please add MFA to your AWS user";
    private const string Second = "Add MFA to your AWS user, or your password ends on Saturday 5 December 2026";
    private const string Last = "Your AWS password was taken away, because there is no MFA";

    private readonly Lacking lacking = new();

    public void Dispose() => lacking.Dispose();

    [Theory]
    [InlineData("every run", 1)]
    [InlineData("every run twice", 2)]
    public async Task Two_mails_and_the_end_of_the_password_come_on_their_days(string what, int times)
    {
        for (var day = 0; day <= 16; day++)
        {
            for (var time = 0; time < times; time++)
            {
                await lacking.LookAsync(day, $"run{time}");
            }

            lacking.Subjects.ShouldBe((day >= 3 ? [First] : Array.Empty<string>()).Concat(day >= 7 ? [Second] : []).Concat(day >= 14 ? [Last] : []), $"{what}, day {day}");
            lacking.HasPassword.ShouldBe(day < 14, $"{what}, day {day}");
        }

        (await lacking.Ledger.Audit.OfPersonAsync(Lacking.Jane, default)).Select(entry => (entry.Kind, entry.Outcome)).ShouldBe(
            [("WarnWithoutMfa", Outcome.Told), ("WarnWithoutMfa", Outcome.Told), ("SuspendPassword", Outcome.Applied)], ignoreOrder: true);
        (await lacking.Without.OpenAsync(default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Runs_that_are_missed_put_off_all_that_follows()
    {
        foreach (var day in Enumerable.Range(0, 20).Where(day => day % 3 != 0 || day == 0))
        {
            await lacking.LookAsync(day);
        }

        lacking.Mailer.Sent.Count.ShouldBe(3);
        (await lacking.Ledger.Audit.OfPersonAsync(Lacking.Jane, default)).Select(entry => (entry.At - lacking.Start).Days).Order().ShouldBe([4, 8, 16]);
    }

    [Fact]
    public async Task A_person_who_gets_a_device_is_forgotten_and_begins_anew_when_it_goes()
    {
        await lacking.LookAsync(0);
        await lacking.LookAsync(3);
        lacking.GiveDevice();
        await lacking.LookAsync(4);
        (await lacking.Without.OpenAsync(default)).ShouldBeEmpty();

        lacking.Iam.Users[Lacking.Name].Of("device").Clear();
        await lacking.LookAsync(10);
        await lacking.LookAsync(12);

        lacking.Mailer.Sent.ShouldHaveSingleItem();
        (await lacking.Without.OpenAsync(default)).ShouldHaveSingleItem().Since.ShouldBe(lacking.Start.AddDays(10));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_is_gone_or_not_ours_any_more_since_the_sweep_is_forgotten_and_hears_nothing(bool gone)
    {
        await lacking.LookAsync(0);
        if (gone)
        {
            lacking.Iam.Users.Remove(Lacking.Name);
        }
        else
        {
            lacking.Iam.Users[Lacking.Name].Managed = false;
        }

        (await lacking.LookAsync(3)).ShouldBeEmpty();
        (await lacking.LookAsync(3)).ShouldBeEmpty();

        lacking.Mailer.Sent.ShouldBeEmpty();
        (await lacking.Without.OpenAsync(default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_IAM_denies_of_somebody_who_is_ours_is_a_failure()
    {
        await lacking.LookAsync(0);
        lacking.Denies = true;

        await Should.ThrowAsync<PasswordDeniedException>(() => lacking.LookAsync(3));

        (await lacking.Without.OpenAsync(default)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_mail_that_SES_refuses_was_not_sent_and_warns_nobody()
    {
        lacking.Mailer.Refuses.Add(Lacking.Name);
        await lacking.LookAsync(0);
        foreach (var day in new[] { 3, 7, 14, 20 })
        {
            await Should.ThrowAsync<MailNotAcceptedException>(() => lacking.LookAsync(day));
        }

        lacking.HasPassword.ShouldBeTrue();
        lacking.Mailer.Refuses.Clear();
        await lacking.LookAsync(21);
        await lacking.LookAsync(25);
        await lacking.LookAsync(31);
        lacking.HasPassword.ShouldBeTrue();
        await lacking.LookAsync(32);

        lacking.HasPassword.ShouldBeFalse();
    }

    [Fact]
    public async Task A_warning_that_came_back_warned_nobody_and_the_channel_hears_of_it_once()
    {
        await UntilLastDayAsync(lacking);
        await lacking.ReturnAsync();
        await lacking.ReturnAsync();
        await lacking.LookAsync(10);
        await lacking.ReturnAsync();
        await lacking.LookAsync(14);

        lacking.HasPassword.ShouldBeTrue();
        lacking.Subjects.ShouldBe([First, Second, First, First]);
        lacking.Said.ShouldHaveSingleItem().ShouldContain($"A mail to *{Lacking.Name}* about their missing MFA device was not delivered: the mail was returned (Permanent): 550 5.1.1 user unknown. Their days without MFA begin anew");
    }

    [Fact]
    public async Task Once_the_mails_arrive_again_the_password_goes_by_the_new_days()
    {
        await UntilLastDayAsync(lacking);
        await lacking.ReturnAsync();
        foreach (var day in new[] { 10, 14, 20 })
        {
            await lacking.LookAsync(day);
        }

        lacking.HasPassword.ShouldBeTrue();
        await lacking.LookAsync(21);
        lacking.HasPassword.ShouldBeFalse();
    }

    [Fact]
    public async Task A_mail_that_arrived_changes_nothing_and_one_that_says_that_the_password_is_gone_is_told_if_it_comes_back()
    {
        await UntilLastDayAsync(lacking);
        await lacking.ReturnAsync("Delivery");
        await lacking.LookAsync(14);
        lacking.HasPassword.ShouldBeFalse();
        lacking.Said.ShouldBeEmpty();

        await lacking.ReturnAsync();

        lacking.Said.ShouldHaveSingleItem().ShouldContain("If their password was taken away, they do not know it");
        lacking.Mailer.Sent.ShouldAllBe(sent => sent.Mail.Kind == "missing-mfa");
    }

    [Fact]
    public async Task Without_the_sweeps_leave_no_password_goes_and_a_protected_person_is_told_no_day()
    {
        foreach (var day in new[] { 0, 3, 7, 14, 40 })
        {
            await lacking.LookAsync(day, maySuspend: false, isProtected: true);
        }

        lacking.HasPassword.ShouldBeTrue();
        lacking.Subjects.ShouldBe([First, "Your AWS user still has no MFA"]);
    }

    [Fact]
    public async Task Another_password_after_the_end_of_the_first_begins_anew()
    {
        await UntilLastDayAsync(lacking);
        await lacking.LookAsync(14);
        lacking.Iam.Users[Lacking.Name].Has("password", "another");
        lacking.Made = lacking.Start.AddDays(14.5);

        await lacking.LookAsync(15);
        await lacking.LookAsync(16.5);

        lacking.Subjects.ShouldBe([First, Second, Last]);
        (await lacking.Without.OpenAsync(default)).ShouldHaveSingleItem().Since.ShouldBe(lacking.Made);
        await lacking.LookAsync(17);
        lacking.Subjects.ShouldBe([First, Second, Last, First]);
    }

    [Fact]
    public async Task A_mailed_password_is_looked_after_no_more_once_it_is_taken_away()
    {
        var unused = new UnusedPasswords(lacking.Ledger.Table, lacking.Clock);
        await lacking.Ledger.Table.PutAsync(
            new()
            {
                ["pk"] = new() { S = "WELCOME#w1" },
                ["sk"] = new() { S = "WELCOME" },
                ["name"] = new() { S = Lacking.Name },
                ["open"] = new() { S = "first-password" },
                ["at"] = new() { S = "2026-11-20T09:00:00.000Z" },
            },
            default);
        await UntilLastDayAsync(lacking);

        (await unused.OpenAsync(default)).ShouldHaveSingleItem();
        await lacking.LookAsync(14);

        (await unused.OpenAsync(default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Whatever_step_of_the_last_day_dies_the_next_attempt_of_the_same_run_ends_it()
    {
        for (var death = 1; ; death++)
        {
            using var one = new Lacking();
            await UntilLastDayAsync(one);
            one.Ledger.DiesAtWrite = one.Ledger.Writes.Count + death;
            var died = false;
            try
            {
                await one.LookAsync(14);
            }
            catch (ProcessDiedException)
            {
                died = true;
            }
            catch (Exception wrapped) when (wrapped.GetBaseException() is ProcessDiedException)
            {
                died = true;
            }

            one.Ledger.DiesAtWrite = 0;
            await one.LookAsync(14);

            one.HasPassword.ShouldBeFalse($"death {death}");
            one.Subjects.Distinct().ShouldBe([First, Second, Last], $"death {death}");
            (await one.Without.OpenAsync(default)).ShouldBeEmpty($"death {death}");
            (await one.Ledger.Audit.OfRunAsync(Lacking.Run("daily-14"), default)).ShouldHaveSingleItem($"death {death}").Kind.ShouldBe("SuspendPassword");
            if (!died)
            {
                death.ShouldBeGreaterThan(5);
                return;
            }
        }
    }

    private static async Task UntilLastDayAsync(Lacking lacking)
    {
        await lacking.LookAsync(0);
        await lacking.LookAsync(3);
        await lacking.LookAsync(7);
    }
}
