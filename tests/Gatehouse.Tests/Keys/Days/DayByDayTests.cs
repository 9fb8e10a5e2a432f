using System.Text.Json.Nodes;
using Gatehouse.Runtime;
using static Gatehouse.Tests.Keys.Days.KeyRow;

namespace Gatehouse.Tests.Keys.Days;

/// <summary>The clock is moved day by day over everybody of the table, who have a sweep in common: each gets exactly what the table says, on the right day, whatever goes wrong with the runs.</summary>
public sealed class DayByDayTests
{
    private static readonly IReadOnlyList<int> EachDay = [.. Enumerable.Range(0, DayByDay.Days)];

    [Fact]
    public async Task Everybody_gets_exactly_what_the_table_says_on_the_day_that_it_says()
    {
        using var days = OverEverybody();

        await days.PassAsync(EachDay);

        days.Seen.ShouldBe(days.Expected(EachDay));
    }

    [Fact]
    public async Task Where_every_third_run_is_missed_what_was_due_comes_with_the_next_and_once()
    {
        using var days = OverEverybody();
        int[] runs = [.. EachDay.Where(day => day % 3 != 2)];

        await days.PassAsync(runs);

        days.Seen.ShouldBe(days.Expected(runs));
    }

    [Fact]
    public async Task Where_every_run_happens_twice_the_second_does_nothing_at_all()
    {
        using var days = OverEverybody();

        await days.PassAsync(EachDay, async run =>
        {
            (await days.Machine.RunAsync(run)).ShouldBe("SUCCEEDED");
            var (mails, said, writes) = (days.Machine.Mailer.Sent.Count, days.Machine.Said.Count, days.Machine.Ledger.Writes.Count);
            days.Machine.Clock.Now += TimeSpan.FromMinutes(10);
            days.Machine.Iam.Calls.Clear();

            (await days.Machine.RunAsync($"{run}-again")).ShouldBe("SUCCEEDED");

            (days.Machine.Mailer.Sent.Count, days.Machine.Said.Count).ShouldBe((mails, said), run);
            days.Machine.Iam.Calls.ShouldAllBe(call => !call.Contains("UpdateAccessKey") && !call.Contains("DeleteAccessKey"), run);
            // How the keys stood that day is written anew.
            days.Machine.Ledger.Writes.Skip(writes).ShouldAllBe(write => write.StartsWith("PutItem KEY-DAYS|"), run);
        });

        days.Seen.ShouldBe(days.Expected(EachDay));
    }

    [Fact]
    public async Task Where_everybody_is_looked_at_twice_in_each_run_nothing_is_done_twice()
    {
        using var days = OverEverybody();
        days.Machine.Looks = 2;

        await days.PassAsync(EachDay);

        days.Seen.ShouldBe(days.Expected(EachDay));
    }

    [Fact]
    public async Task With_one_call_in_five_refused_everything_comes_on_its_day_and_no_key_is_acted_on_twice()
    {
        using var days = OverEverybody();
        var (dice, refused) = (new Random(5), 0);
        days.Machine.Iam.Throttles = () => dice.Next(5) == 0 && refused++ >= 0;

        await days.PassAsync(EachDay);

        refused.ShouldBeGreaterThan(100);
        days.Seen.ShouldBe(days.Expected(EachDay));
    }

    [Fact]
    public async Task While_the_register_cannot_be_read_nothing_happens_and_the_next_run_does_what_was_due()
    {
        using var days = OverEverybody();
        int[] unreadable = [6, 7, 20, 45, 50, 76, 101];

        await days.PassAsync(EachDay, async run =>
        {
            var (isUnreadable, said, calls) = (unreadable.Contains(days.Today), days.Machine.Said.Count, days.Machine.Iam.Calls.Count);
            days.Machine.Register.IsUnreadable = isUnreadable;
            (await days.Machine.RunAsync(run)).ShouldBe(isUnreadable ? "FAILED" : "SUCCEEDED", run);
            if (isUnreadable)
            {
                (await days.Machine.RunAsync($"{run}-again")).ShouldBe("FAILED", run);
                days.Machine.Iam.Calls.Count.ShouldBe(calls, "nobody asks IAM anything");
                days.Machine.Said.Skip(said).ShouldHaveSingleItem(run).ShouldContain("did not come to its end");
            }
        });

        days.Seen.ShouldBe(days.Expected(EachDay.Except(unreadable)));
    }

    [Fact]
    public async Task A_dry_run_says_what_it_would_do_and_leaves_everything_as_it_is()
    {
        // What people do after we did something does not come about.
        using var quiet = new DayByDay([.. Everybody.All.Where(row => row.Act is null)]);
        quiet.Machine.Set[SettingNames.KeysAct] = "off";
        await quiet.PassAsync([.. EachDay.Where(day => day % 10 == 0)]);

        quiet.Seen.ShouldBeEmpty();
        quiet.Machine.Ledger.ItemsOf("KEYS").ShouldBeEmpty();
        quiet.Machine.Ledger.ItemsOf("RUN#").ShouldBeEmpty("a trail tells of what happened");
        quiet.Machine.Said.ShouldNotBeEmpty();
        quiet.Machine.Said.ShouldAllBe(text => text.StartsWith("*Access keys (dry run)*"));
        quiet.Machine.Said.ShouldContain(text => text.Contains("would be warned about. Nothing was changed, and nobody was told."));
    }

    [Fact]
    public async Task Sweeps_that_were_missed_for_a_month_are_caught_up_with_one_mail_and_the_notice_counts_from_it()
    {
        using var days = new DayByDay(
        [
            new("missed", 70, Daily, "36 last · +7 inactive · +30 deleted"),
            new("missed.and.unused", 30, Never, "15 unused · 46 old · 53 old · 59 last · 60 inactive · +30 deleted"),
            new("warned.before", 71, Daily, "5 old · 19 inactive · +30 deleted"),
        ]);
        int[] runs = [.. EachDay.Where(day => day is < 6 or >= 36)];

        await days.PassAsync(runs);

        days.Seen.ShouldBe(days.Expected(runs));
    }

    [Fact]
    public async Task Where_unused_keys_end_sooner_they_do_so_never_within_14_days_of_being_made_and_7_of_the_mail_and_a_use_voids_it()
    {
        using var days = new DayByDay(
        [
            new("never.used", 0, Never, "20 unused · 30 inactive · +30 deleted"),
            new("used.again", 0, day => day == 25, "20 unused · 45 unused · 55 inactive · +30 deleted"),
            new("used.each.day", 0, Daily, "76 old · 83 old · 89 last · 90 inactive · +30 deleted"),
            new("unused.for.long", 60, Never, "0 unused · +7 inactive · +30 deleted"),
            new("unused.and.old", 300, Never, "0 last+unused · +7 inactive · +30 deleted"),
        ]);
        days.Machine.Set[SettingNames.UnusedAfter] = "20";
        days.Machine.Set[SettingNames.UnusedDeactivateAfter] = "30";

        await days.PassAsync(EachDay);

        days.Seen.ShouldBe(days.Expected(EachDay));
    }

    [Fact]
    public async Task An_unused_key_of_yesterday_lives_14_days_whatever_the_setting()
    {
        using var days = new DayByDay([new("new", -3, Never, "8 unused · 17 inactive · +30 deleted")]);
        days.Machine.Set[SettingNames.UnusedAfter] = "5";
        days.Machine.Set[SettingNames.UnusedDeactivateAfter] = "5";

        await days.PassAsync(EachDay);

        days.Seen.ShouldBe(days.Expected(EachDay));
    }

    [Fact]
    public async Task A_report_four_hours_old_that_names_a_key_since_rotated_or_deleted_leads_to_nothing_and_nothing_is_written_of_it()
    {
        const double SinceTheReport = 2.0 / 24;
        using var days = new DayByDay(
        [
            new("rotated", 66, Daily, "") { Gone = 10 - SinceTheReport },
            new("rotated", -10 + SinceTheReport, Daily, ""),
            new("deleted", 66, Daily, "") { Gone = 10 - SinceTheReport },
        ]);

        await days.PassAsync([10]);

        days.Seen.ShouldBeEmpty();
        days.Machine.Iam.Report!.Value.Csv.ShouldContain("rotated@x.gov.uk");
        days.Machine.Iam.Calls.ShouldContain("ListAccessKeys", "the report made one look");
        days.Machine.Said.ShouldBeEmpty();
        days.Machine.Ledger.Writes.ShouldAllBe(write => write.StartsWith("PutItem KEY-DAYS|"));
    }

    [Fact]
    public async Task What_is_only_named_is_named_once_and_whoever_has_no_address_each_time()
    {
        using var days = OverEverybody();

        await days.PassAsync(EachDay);

        string[] once =
        [
            "*The root user has an active access key*", "*Machine users whose rotation is late in 111122223333*: deploy (", "*Users tagged as machine users that the register does not list in 111122223333*: nobodys.",
            "*Machine users of the register whose keys are not watched in 111122223333*: untagged (does not carry the tag", "*Inactive keys that Gatehouse did not make inactive in 111122223333*: made.inactive@x.gov.uk (",
        ];
        once.ShouldAllBe(words => days.Machine.Said.Count(text => text.Contains(words)) == 1);
        days.Machine.Said.Count(text => text.Contains("by.hand@x.gov.uk")).ShouldBe(1);
        days.Machine.Said.Count(text => text.Contains("*No mail address: tell them yourself*") && text.Contains("joined.name: ")).ShouldBe(5);
        days.Machine.Said.Count(text => text.Contains("(somebody had made it active again by hand)")).ShouldBe(1);
    }

    private static DayByDay OverEverybody()
    {
        var days = new DayByDay(Everybody.All);
        days.Machine.Iam.RootKey = true;
        days.Machine.Register.Contacts["other.name"] = "team@x.gov.uk";
        foreach (var machine in new[] { "copier", "untagged" })
        {
            days.Machine.Register.Machines.Add(new JsonObject { ["user"] = machine, ["owner"] = Owner });
        }

        days.Machine.Register.Machines.Add(new JsonObject
        {
            ["user"] = "deploy",
            ["owner"] = Owner,
            ["repository"] = "alphagov/example",
            ["secrets"] = new JsonObject { ["id"] = "AWS_ACCESS_KEY_ID", ["key"] = "AWS_SECRET_ACCESS_KEY" },
            ["days"] = 90,
        });
        return days;
    }
}
