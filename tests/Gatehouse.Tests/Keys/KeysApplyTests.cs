using Gatehouse.Aws;
using Gatehouse.Keys;
using Gatehouse.Keys.Sweep;
using Gatehouse.Ledger;
using Gatehouse.Register;
using Gatehouse.Runtime;
using Gatehouse.Tests.Ledger;
using Microsoft.Extensions.Logging.Abstractions;
using static Gatehouse.Tests.Keys.GivenKeys;

namespace Gatehouse.Tests.Keys;

public sealed class KeysApplyTests : IDisposable
{
    private const string First = "Replace your AWS access key before Saturday 5 December 2026";
    private const string Last = "Last warning: your AWS access key stops working on Saturday 5 December 2026";
    private const string Inactive = "Your AWS access key was made inactive";
    private const string Deleted = "Your inactive AWS access key was deleted";
    private const string Unused = "Do you still need your AWS access key?";

    private readonly Growing growing = new();

    public void Dispose() => growing.Dispose();

    [Theory]
    [InlineData("every run", 1, 1, "0 7 13 14 44")]
    [InlineData("every run twice", 2, 1, "0 7 13 14 44")]
    [InlineData("every second run is missed", 1, 2, "0 8 14 44")]
    public async Task A_key_that_is_used_each_day_is_warned_about_three_times_ends_and_is_deleted(string what, int times, int every, string days)
    {
        var key = growing.Keys.Add(Jane, "AKIAIOSFODNN7EXAMPLE", daysAgo: 76);
        for (var day = 0; day <= 50; day += every)
        {
            if (growing.Keys.Keys.ContainsKey(key))
            {
                growing.Keys.Use(key, growing.Start.AddDays(day - 0.1));
            }

            for (var time = 0; time < times; time++)
            {
                await growing.SweepAsync(day, $"run{time}");
            }
        }

        growing.Subjects.ShouldBe(every == 1 ? [First, First, Last, Inactive, Deleted] : [First, First, Inactive, Deleted], what);
        growing.Keys.Keys.ShouldBeEmpty(what);
        (await growing.KnownAsync()).ShouldBeEmpty(what);
        var trail = await growing.Ledger.Audit.OfPersonAsync(Jane, default);
        trail.Select(entry => (entry.Kind, entry.Outcome)).Distinct().ShouldBe(
            [("WarnOfAge", Outcome.Told), ("DeactivateKey", Outcome.Applied), ("DeleteKey", Outcome.Applied)], ignoreOrder: true, what);
        string.Join(' ', trail.Select(entry => (entry.At - growing.Start).Days).Order()).ShouldBe(days, what);
    }

    [Fact]
    public async Task A_key_first_seen_at_400_days_is_warned_about_with_its_true_age_and_ends_a_week_later()
    {
        var key = growing.Keys.Add(Jane, "AKIAIOSFODNN7EXAMPLE", daysAgo: 400, used: 0.1);
        for (var day = 0; day <= 7; day++)
        {
            growing.Keys.Keys[key].Key.Active.ShouldBeTrue();
            growing.Keys.Use(key, growing.Start.AddDays(day - 0.1));
            await growing.SweepAsync(day);
        }

        growing.Subjects.ShouldBe(["Last warning: your AWS access key stops working on Saturday 28 November 2026", Inactive]);
        growing.Mailer.Sent[0].Mail.Text.ShouldContain("is 400 days old");
        growing.Keys.Keys[key].Key.Active.ShouldBeFalse();
    }

    [Fact]
    public async Task A_mail_that_is_refused_about_one_key_does_not_keep_the_other_from_ending()
    {
        var (old, older) = (growing.Keys.Add(Jane, "AKIAIOSFODNN7EXAMPLE", daysAgo: 76, used: 0.1), growing.Keys.Add(Jane, "AKIAI44QH8DHBEXAMPLE", daysAgo: 85, used: 0.1));
        await growing.Records.WarnedAsync(new KeyRecord(GivenKeys.Account, Jane, older, growing.Start.AddDays(-85)), 83, growing.Start.AddDays(-9), default);
        growing.Mailer.Refuses.Add(Jane.Value);
        growing.Clock.Now = growing.Start.AddDays(5);

        await Should.ThrowAsync<MailNotAcceptedException>(growing.SweepAsync(5));

        growing.Keys.Keys[older].Key.Active.ShouldBeFalse();
        growing.Keys.Keys[old].Key.Active.ShouldBeTrue();
        growing.Mailer.Refuses.Clear();
        await growing.SweepAsync(5);
        growing.Subjects.ShouldContain(Inactive);
        growing.Subjects.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_report_that_names_a_key_which_was_rotated_since_leads_to_nothing_at_all()
    {
        growing.Keys.Add(Jane, "AKIAIOSFODNN7EXAMPLE", daysAgo: 89, used: 0.1);
        growing.Settings[SettingNames.KeyWarningDays] = "90";
        growing.Settings[SettingNames.KeyDeactivateDays] = "0";
        await growing.SweepAsync(0.9);
        growing.Keys.Keys.Clear();
        growing.Keys.Add(Jane, "AKIAI44QH8DHBEXAMPLE", daysAgo: 0);
        growing.Keys.Calls.Clear();

        await growing.SweepAsync(1);

        growing.Found.People.ShouldHaveSingleItem();
        growing.Keys.Calls.Count(call => call.StartsWith("OfAsync", StringComparison.Ordinal)).ShouldBe(1);
        growing.Keys.Calls.ShouldNotContain(call => call.Contains("AKIA"));
        growing.Mailer.Sent.ShouldBeEmpty();
        growing.Said.ShouldBeEmpty();
        (await growing.KnownAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Both_keys_are_judged_each_by_itself_and_the_one_in_use_is_not_asked_about()
    {
        growing.Keys.Add(Jane, "AKIAOLD0000000EXAMPL", daysAgo: 76, used: 0.1);
        growing.Keys.Add(Jane, "AKIAYOUNG00000EXAMPL", daysAgo: 50, used: 1);
        growing.Keys.Add(growing.Person("joe@x.gov.uk"), "AKIAJOE0000000EXAMPL", daysAgo: 83, used: 0.1);
        growing.Keys.Add(new UserName("joe@x.gov.uk"), "AKIAJOE1111111EXAMPL", daysAgo: 60);

        await growing.SweepAsync(0);

        growing.Subjects.Order().ShouldBe([Unused, "Replace your AWS access key before Saturday 28 November 2026", First], ignoreOrder: true);
        growing.Mailer.Sent.Single(sent => sent.Address == Jane.Value).Mail.Text.ShouldContain("AKIAOLD0000000EXAMPL");
        // Pages, report and alias; then two for each finding.
        growing.Keys.Calls.Count.ShouldBe(3 + 2 + 3);
        growing.Keys.Calls.ShouldNotContain("UseOfAsync AKIAYOUNG00000EXAMPL");
    }

    [Fact]
    public async Task Disuse_is_told_once_for_each_idle_stretch_and_ends_a_key_only_where_that_is_switched_on()
    {
        var key = growing.Keys.Add(Jane, "AKIAIOSFODNN7EXAMPLE", daysAgo: 45);
        await growing.SweepAsync(0);
        await growing.SweepAsync(1);
        growing.Subjects.ShouldBe([Unused]);
        growing.Mailer.Sent[0].Mail.Text.ShouldContain("it works until Tuesday 5 January 2027 at least");

        growing.Settings[SettingNames.UnusedDeactivateAfter] = "52";
        await growing.SweepAsync(6);
        growing.Keys.Keys[key].Key.Active.ShouldBeTrue();
        await growing.SweepAsync(7);

        growing.Keys.Keys[key].Key.Active.ShouldBeFalse();
        growing.Subjects.ShouldBe([Unused, Inactive]);
        growing.Mailer.Sent[1].Mail.Text.ShouldContain("because nobody has used it for 52 days");
        (await growing.KnownAsync()).ShouldHaveSingleItem().Cause.ShouldBe(KeyCause.Disuse);
    }

    [Fact]
    public async Task A_use_in_the_hours_since_the_report_saves_a_key_that_would_end_for_disuse()
    {
        growing.Settings[SettingNames.UnusedDeactivateAfter] = "52";
        var key = growing.Keys.Add(Jane, "AKIAIOSFODNN7EXAMPLE", daysAgo: 45);
        await growing.SweepAsync(0);
        await growing.SweepAsync(6.95);
        growing.Keys.Use(key, growing.Start.AddDays(6.99));

        await growing.SweepAsync(7.05);

        growing.Found.People.ShouldHaveSingleItem().MayDeactivate.ShouldBe([key]);
        growing.Keys.Keys[key].Key.Active.ShouldBeTrue();
        growing.Subjects.ShouldBe([Unused]);
    }

    [Fact]
    public async Task A_dry_run_changes_nothing_mails_nobody_remembers_no_step_and_says_would()
    {
        growing.Settings[SettingNames.KeysAct] = "off";
        growing.Keys.Add(Jane, "AKIAIOSFODNN7EXAMPLE", daysAgo: 400, used: 0.1);
        growing.Keys.Add(growing.Person("joe@x.gov.uk"), "AKIAJOE0000000EXAMPL", daysAgo: 60);

        await growing.SweepAsync(0);
        await growing.SweepAsync(20);

        growing.Mailer.Sent.ShouldBeEmpty();
        (await growing.KnownAsync()).ShouldBeEmpty();
        growing.Keys.Calls.ShouldNotContain(call => call.StartsWith("De", StringComparison.Ordinal));
        (await growing.Ledger.Audit.OfPersonAsync(Jane, default)).ShouldBeEmpty();
        growing.Said.Count.ShouldBe(2);
        growing.Said[0].ShouldContain("*Access keys (dry run)*: 2 would be warned about. Nothing was changed, and nobody was told.");
        growing.Said[0].ShouldContain($"*Would be warned: the key is old* (1): {Jane} AKIAIOSFODNN7EXAMPLE");
    }

    [Fact]
    public async Task A_key_that_was_given_back_is_left_alone_for_its_time_and_then_ends_again()
    {
        var key = await EndedAsync();
        growing.Keys.Set(key, active: true);
        await growing.Records.ReactivatedAsync((await growing.KnownAsync()).Single(), growing.Start.AddDays(15.5), default);

        await growing.SweepAsync(15);
        growing.Keys.Keys[key].Key.Active.ShouldBeTrue();
        await growing.SweepAsync(16);

        growing.Keys.Keys[key].Key.Active.ShouldBeFalse();
        growing.Subjects.ShouldBe([First, First, Last, Inactive, Inactive]);
        growing.Said[^1].ShouldNotContain("by hand");
        await growing.SweepAsync(45);
        growing.Keys.Keys.ShouldNotBeEmpty();
        await growing.SweepAsync(46);
        growing.Keys.Keys.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_key_that_somebody_made_active_by_hand_ends_again_with_new_days_and_is_named()
    {
        var key = await EndedAsync();
        growing.Keys.Set(key, active: true);

        await growing.SweepAsync(16);

        growing.Keys.Keys[key].Key.Active.ShouldBeFalse();
        growing.Said[^1].ShouldContain($"{Jane} {key} (somebody had made it active again by hand)");
        growing.Subjects.ShouldBe([First, First, Last, Inactive, Inactive]);
        (await growing.KnownAsync()).Single().Deactivated.ShouldBe(growing.Start.AddDays(16));
        await growing.SweepAsync(45);
        growing.Keys.Keys.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_key_that_its_owner_deletes_after_it_was_made_inactive_is_forgotten_and_nobody_is_told()
    {
        await EndedAsync();
        growing.Keys.Keys.Clear();

        await growing.SweepAsync(20);
        await growing.SweepAsync(44);

        growing.Subjects.ShouldBe([First, First, Last, Inactive]);
        (await growing.KnownAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Somebody_without_an_address_is_named_by_the_summary_which_counts_as_the_warning()
    {
        var joe = growing.Person("joe");
        var key = growing.Keys.Add(joe, "AKIAJOE0000000EXAMPL", daysAgo: 76, used: 0.1);
        await growing.SweepAsync(0);
        growing.Said[^1].ShouldContain("*No mail address: tell them yourself*, and add one to \"contacts\" in gatehouse.json: joe: warn that the access key AKIAJOE0000000EXAMPL is old (day 76)");

        growing.Keys.Use(key, growing.Start.AddDays(13.9));
        await growing.SweepAsync(14);

        growing.Mailer.Sent.ShouldBeEmpty();
        growing.Keys.Keys[key].Key.Active.ShouldBeFalse();
    }

    [Fact]
    public async Task Whoever_has_a_contact_is_told_through_it_and_a_machine_users_owner_in_words_for_machines()
    {
        growing.Keys.Add(growing.Person("joe"), "AKIAJOE0000000EXAMPL", daysAgo: 76, used: 0.1);
        growing.Keys.Add(growing.Person("copier", managed: false, machine: true), "AKIACOPIER0000EXAMPL", daysAgo: 76, used: 0.1);
        growing.Register = new([], [new MachineUser(new UserName("copier"), "platform@x.gov.uk")], new Dictionary<string, string> { ["JOE"] = "team@x.gov.uk" });

        await growing.SweepAsync(0);

        growing.Mailer.Sent.Select(sent => sent.Address).ShouldBe(["platform@x.gov.uk", "team@x.gov.uk"], ignoreOrder: true);
        var text = growing.Mailer.Sent.Single(sent => sent.Address == "platform@x.gov.uk").Mail.Text;
        text.ShouldContain("of the machine user copier");
        text.ShouldNotContain("aws-vault");
    }

    [Fact]
    public async Task A_mail_that_SES_refuses_was_not_sent_and_warns_nobody()
    {
        growing.Keys.Add(Jane, "AKIAIOSFODNN7EXAMPLE", daysAgo: 400, used: 0.1);
        growing.Mailer.Refuses.Add(Jane.Value);
        await Should.ThrowAsync<MailNotAcceptedException>(() => growing.SweepAsync(0));
        await Should.ThrowAsync<MailNotAcceptedException>(() => growing.SweepAsync(10));
        (await growing.KnownAsync()).ShouldBeEmpty();

        growing.Mailer.Refuses.Clear();
        await growing.SweepAsync(11);

        growing.Subjects.ShouldHaveSingleItem().ShouldStartWith("Last warning");
        growing.Keys.Keys.Values.Single().Key.Active.ShouldBeTrue();
    }

    [Fact]
    public async Task The_end_of_an_exemption_is_told_to_both_and_is_the_warning_and_one_refused_address_does_not_mail_the_other_twice()
    {
        var key = growing.Keys.Add(Jane, "AKIAIOSFODNN7EXAMPLE", daysAgo: 400, used: 0.1);
        growing.Exempt(new KeyExemption(Jane, null, "Runs the nightly copy.", "lead@x.gov.uk", DateOnly.FromDateTime(growing.Start.UtcDateTime).AddDays(14)));
        growing.Mailer.Refuses.Add("lead@x.gov.uk");
        await Should.ThrowAsync<MailNotAcceptedException>(() => growing.SweepAsync(0));
        growing.Mailer.Refuses.Clear();
        foreach (var day in new[] { 0.1, 1, 5, 11, 12, 14 })
        {
            growing.Keys.Use(key, growing.Start.AddDays(day));
            await growing.SweepAsync(day);
        }

        growing.Mailer.Sent.Select(sent => sent.Address).ShouldBe([Jane.Value, "lead@x.gov.uk", Jane.Value, "lead@x.gov.uk"]);
        growing.Subjects.Distinct().ShouldBe(["The exemption of an AWS access key ends on Saturday 5 December 2026"]);
        growing.Mailer.Sent[0].Mail.Text.ShouldContain("On Sunday 6 December 2026 the key is made inactive");
        growing.Keys.Keys[key].Key.Active.ShouldBeTrue();

        await growing.SweepAsync(15);

        growing.Keys.Keys[key].Key.Active.ShouldBeFalse();
        growing.Subjects[^1].ShouldBe(Inactive);
    }

    [Fact]
    public async Task Warnings_from_before_an_exemption_do_not_count_after_it()
    {
        var key = growing.Keys.Add(Jane, "AKIAIOSFODNN7EXAMPLE", daysAgo: 83, used: 0.1);
        await growing.SweepAsync(0);
        growing.Exempt(new KeyExemption(null, key, "Runs the nightly copy.", "lead@x.gov.uk", DateOnly.FromDateTime(growing.Start.UtcDateTime).AddDays(100)));
        await growing.SweepAsync(1);
        await growing.SweepAsync(50);
        growing.Register = KeyRegister.Empty;

        growing.Keys.Use(key, growing.Start.AddDays(50.5));
        await growing.SweepAsync(51);
        growing.Keys.Keys[key].Key.Active.ShouldBeTrue();
        growing.Subjects.Count.ShouldBe(2);
        await growing.SweepAsync(58);

        growing.Keys.Keys[key].Key.Active.ShouldBeFalse();
    }

    [Fact]
    public async Task Somebody_whose_tag_was_taken_off_since_the_sweep_began_is_not_touched_and_the_reason_is_clear()
    {
        growing.Keys.Add(Jane, "AKIAIOSFODNN7EXAMPLE", daysAgo: 76, used: 0.1);
        var candidate = new KeyCandidate(GivenKeys.Account, Jane) { Address = Jane.Value };
        growing.Person(Jane.Value, managed: false);

        var denied = await Should.ThrowAsync<KeysDeniedException>(() => growing.ApplyAsync(Growing.Run("one"), candidate));

        denied.Message.ShouldBe($"IAM denies access to the keys of {Jane}. Since this sweep began, somebody took the tag managed-by=gatehouse off, or deleted the user: what is not tagged is not touched. If the tag was taken off by mistake, put it back; the next sweep looks again.");
        growing.Mailer.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task Too_many_at_once_wait_until_a_person_allows_exactly_these()
    {
        foreach (var number in Enumerable.Range(0, 30))
        {
            growing.Keys.Add(growing.Person($"person{number:00}@x.gov.uk"), $"AKIA{number:00}EXAMPLE", daysAgo: 83, used: 0.1);
        }

        await growing.SweepAsync(0);
        await growing.SweepAsync(7);
        growing.Keys.Keys.Values.ShouldAllBe(key => key.Key.Active);
        growing.Said[^1].ShouldContain("30 of 30 active keys were due to be made inactive at once, and 30 is over 25: none was.");
        growing.Said[^1].ShouldContain("`gatehouse keys allow daily-7 --reason");
        await growing.SweepAsync(8);
        growing.Keys.Keys.Values.ShouldAllBe(key => key.Key.Active);

        (await growing.Allowed.AllowAsync("daily-7", "arn:aws:iam::111122223333:user/ops", "They were told in person.", default)).Count.ShouldBe(30);
        growing.Keys.Add(growing.Person("late@x.gov.uk"), "AKIALATEEXAMPLE", daysAgo: 20, used: 0.1);
        await growing.SweepAsync(9);

        growing.Keys.Keys.Values.Count(key => !key.Key.Active).ShouldBe(30);
        (await growing.Allowed.AllowAsync("no-such-run", "ops", "?", default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_person_allowed_holds_for_seven_days_alone()
    {
        await growing.Allowed.AskAsync("run", [GivenKeys.Id], default);
        (await growing.Allowed.AllAsync(default)).ShouldBeEmpty();
        await growing.Allowed.AllowAsync("run", "ops", "ok", default);
        (await growing.Allowed.AllAsync(default)).ShouldBe([GivenKeys.Id]);

        growing.Clock.Now = growing.Clock.Now.AddDays(7.01);

        (await growing.Allowed.AllAsync(default)).ShouldBeEmpty();
        (await growing.Allowed.AllowAsync("run", "ops", "ok", default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task With_one_call_in_five_refused_the_sweep_finishes_and_no_key_is_acted_on_twice()
    {
        for (var offset = 1; offset <= 5; offset++)
        {
            using var one = new Growing();
            foreach (var number in Enumerable.Range(0, 20))
            {
                one.Keys.Add(one.Person($"person{number:00}@x.gov.uk"), $"AKIA{number:00}EXAMPLE", daysAgo: 83, used: 0.1);
            }

            one.Keys.Throttles.UnionWith(Enumerable.Range(0, 1_000).Select(call => (call * 5) + offset));
            await one.SweepAsync(0, attempts: 6);
            foreach (var key in one.Keys.Keys.Keys.ToList())
            {
                one.Keys.Use(key, one.Start.AddDays(6.9));
            }

            await one.SweepAsync(7, attempts: 6);

            one.Keys.Keys.Values.ShouldAllBe(key => !key.Key.Active);
            one.Subjects.Count(subject => subject == Inactive).ShouldBe(20);
            one.Subjects.Count.ShouldBe(40);
            one.Mailer.Sent.GroupBy(sent => (sent.Address, sent.Mail.Subject)).ShouldAllBe(mails => mails.Count() == 1);
        }
    }

    [Theory]
    [InlineData("the warning", 0)]
    [InlineData("the end", 7)]
    [InlineData("the deletion", 37)]
    public async Task Whatever_call_of_IAM_dies_the_next_attempt_ends_it_and_tells_it_once(string what, int day)
    {
        for (var death = 1; ; death++)
        {
            using var one = await UntilAsync(day);
            var before = one.Mailer.Sent.Count;
            one.Keys.Calls.Clear();
            one.Keys.DiesAfter = death;
            await one.SweepAsync(day, attempts: 2);

            await ShouldBeDoneAsync(one, day, before, $"{what}, death after call {death}");
            if (one.Keys.Calls.Count < death)
            {
                death.ShouldBeGreaterThan(4);
                return;
            }
        }
    }

    [Theory]
    [InlineData("the warning", 0)]
    [InlineData("the end", 7)]
    [InlineData("the deletion", 37)]
    public async Task Whatever_write_of_the_ledger_dies_the_next_attempt_ends_it(string what, int day)
    {
        for (var death = 1; ; death++)
        {
            using var one = await UntilAsync(day);
            var (before, writes) = (one.Mailer.Sent.Count, one.Ledger.Writes.Count);
            one.Ledger.DiesAtWrite = writes + death;
            var died = await DiesAsync(() => one.SweepAsync(day));
            one.Ledger.DiesAtWrite = 0;
            // The claim of whoever died runs out within a minute.
            await one.SweepAsync(day + 0.001);

            // A kill between SES's answer and the claim's end may mail twice rather than never.
            (one.Mailer.Sent.Count - before).ShouldBeInRange(1, 2, $"{what}, death {death}");
            one.Mailer.Sent.Skip(before).Select(sent => sent.Mail.Subject).Distinct().ShouldHaveSingleItem($"{what}, death {death}");
            await ShouldBeDoneAsync(one, day, null, $"{what}, death {death}");
            if (!died)
            {
                death.ShouldBeGreaterThan(4);
                return;
            }
        }
    }

    [Fact]
    public async Task Whoever_is_given_up_is_counted_and_named()
    {
        await new KeysGiveUp(growing.Ledger.Audit, new Metrics(TextWriter.Null, growing.Clock), growing.Clock, NullLogger<KeysGiveUp>.Instance).RecordAsync(
            Growing.Run("daily-0"), new GiveUpKeysRequest("", new("KeysDeniedException", """{"errorMessage":"IAM denies it."}"""), Candidate: new KeyCandidate(GivenKeys.Account, Jane)), default);

        (await growing.SweepAsync(0)).ShouldBe(1);

        growing.Said.ShouldHaveSingleItem().ShouldContain($":x: {Jane} could not be looked at, or not be told: KeysDeniedException: IAM denies it.");
    }

    private static async Task<bool> DiesAsync(Func<Task> step)
    {
        try
        {
            await step();
            return false;
        }
        catch (Exception failure) when (failure.GetBaseException() is ProcessDiedException)
        {
            return true;
        }
    }

    private static async Task<Growing> UntilAsync(int day)
    {
        var one = new Growing();
        var key = one.Keys.Add(Jane, "AKIAIOSFODNN7EXAMPLE", daysAgo: 400, used: 0.1);
        for (var before = 0; before < Math.Min(day, 14); before += 7)
        {
            one.Keys.Use(key, one.Start.AddDays(before));
            await one.SweepAsync(before);
        }

        return one;
    }

    private static async Task ShouldBeDoneAsync(Growing one, int day, int? before, string what)
    {
        if (before is { } mails)
        {
            one.Mailer.Sent.Count.ShouldBe(mails + 1, what);
        }

        var key = one.Keys.Keys.Values.SingleOrDefault().Key;
        var record = (await one.KnownAsync()).SingleOrDefault();
        (key?.Active, record?.Warned, record?.DeactivationTold is not null).ShouldBe(day switch { 0 => (true, 89, false), 7 => (false, 89, true), _ => ((bool?)null, (int?)null, false) }, what);
        (await one.Ledger.Audit.OfRunAsync(Growing.Run($"daily-{day}"), default)).ShouldHaveSingleItem(what);
    }

    /// <summary>A key that was warned about and made inactive on day 14.</summary>
    private async Task<AccessKeyId> EndedAsync()
    {
        var key = growing.Keys.Add(Jane, "AKIAIOSFODNN7EXAMPLE", daysAgo: 76, used: 0.1);
        foreach (var day in new[] { 0, 7, 13, 14 })
        {
            growing.Keys.Use(key, growing.Start.AddDays(day - 0.1));
            await growing.SweepAsync(day);
        }

        growing.Keys.Keys[key].Key.Active.ShouldBeFalse();
        return key;
    }
}
