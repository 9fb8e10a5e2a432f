using static Gatehouse.Tests.Keys.Days.KeyRow;

namespace Gatehouse.Tests.Keys.Days;

/// <summary>Too many keys at once wait for a person, day by day.</summary>
public sealed class GuardDayByDayTests
{
    private const string Reason = "They were told in person.";

    [Fact]
    public async Task Twenty_six_at_once_wait_and_exactly_these_end_the_day_after_they_are_allowed_while_mails_go_on()
    {
        using var days = new DayByDay([.. Many("first", 26, 83, "0 old · 6 last · 8 inactive"), .. Many("second", 26, 82, "0 old · 1 old · 7 last"), .. Many("other", 300, 0, "")]);
        int[] runs = [.. Enumerable.Range(0, 10)];

        await days.PassAsync(runs, async run =>
        {
            (await days.Machine.RunAsync(run)).ShouldBe("SUCCEEDED");
            if (days.Today == 7)
            {
                days.Machine.Said[^1].ShouldContain("26 of 352 active keys were due to be made inactive at once, and 26 is over 25: none was.");
                days.Machine.Said[^1].ShouldContain("`gatehouse keys allow day-7 --reason");
                (await days.Machine.Allowed.AllowAsync("day-7", "ops", Reason, default)).Count.ShouldBe(26);
            }
        });

        days.Seen.ShouldBe(days.Expected(runs));
        days.Machine.Said[^1].ShouldContain("26 of 326 active keys were due to be made inactive at once, and 26 is over 25: none was.");
    }

    [Fact]
    public async Task Seven_of_sixty_at_once_are_too_many_until_a_person_allows_them()
    {
        using var days = new DayByDay([.. Many("first", 7, 83, "0 old · 6 last · 9 inactive"), .. Many("other", 53, 0, "")]);
        int[] runs = [.. Enumerable.Range(0, 12)];

        await days.PassAsync(runs, async run =>
        {
            (await days.Machine.RunAsync(run)).ShouldBe("SUCCEEDED");
            _ = days.Today == 8 && (await days.Machine.Allowed.AllowAsync(run, "ops", Reason, default)).Count == 7;
        });

        days.Seen.ShouldBe(days.Expected(runs));
        days.Machine.Said.Count(text => text.Contains("(7/60)")).ShouldBe(2, "it is asked each day");
    }

    private static IEnumerable<KeyRow> Many(string who, int count, double age, string expected) => Enumerable.Range(0, count).Select(number => new KeyRow($"{who}.{number}", age, Daily, expected));
}
