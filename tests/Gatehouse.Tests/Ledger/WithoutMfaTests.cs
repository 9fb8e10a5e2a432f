using Gatehouse.Ledger;
using Gatehouse.Register;
using Gatehouse.Tests.House;

namespace Gatehouse.Tests.Ledger;

public sealed class WithoutMfaTests : IDisposable
{
    private static readonly UserName Jane = new("Jane.Doe@x.gov.uk");
    private readonly LedgerInMemory ledger = new();
    private readonly FakeClock clock = new();

    private WithoutMfa Without => new(ledger.Table, clock);

    public void Dispose() => ledger.Dispose();

    [Fact]
    public async Task What_is_known_first_stays_however_often_it_is_written()
    {
        var since = clock.Now;
        await Without.BeginAsync(Jane, since, default);
        await Without.WarnedAsync(Jane, 1, since, default);
        clock.Now = clock.Now.AddDays(4);
        await Without.BeginAsync(Jane, clock.Now, default);
        await Without.WarnedAsync(Jane, 1, since, default);
        await Without.WarnedAsync(Jane, 2, since, default);
        clock.Now = clock.Now.AddDays(7);
        await Without.SuspendingAsync(Jane, default);

        var known = (await Without.OpenAsync(default)).ShouldHaveSingleItem();

        known.ShouldBe(new PersonWithoutMfa(Jane, since) { FirstWarned = since, SecondWarned = since.AddDays(4), Suspending = since.AddDays(11) });
        (await Without.FindAsync(new UserName("jane.doe@X.gov.uk"), default)).ShouldBe(known);
    }

    [Fact]
    public async Task Somebody_who_was_forgotten_is_not_warned_after_the_fact()
    {
        var since = clock.Now;
        await Without.BeginAsync(Jane, since, default);
        await Without.ForgetAsync(Jane, default);
        await Without.WarnedAsync(Jane, 1, since, default);

        (await Without.FindAsync(Jane, default)).ShouldBeNull();
        (await Without.OpenAsync(default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Days_that_begin_anew_know_of_no_warning_and_take_none_that_counted_the_old_days()
    {
        var since = clock.Now;
        await Without.BeginAsync(Jane, since, default);
        await Without.WarnedAsync(Jane, 1, since, default);
        clock.Now = clock.Now.AddDays(8);

        (await Without.BeginAgainAsync(Jane, default)).ShouldBeTrue();
        await Without.WarnedAsync(Jane, 2, since, default);

        (await Without.FindAsync(Jane, default)).ShouldBe(new PersonWithoutMfa(Jane, clock.Now));
    }

    [Fact]
    public async Task Days_that_are_over_or_unknown_do_not_begin_anew()
    {
        (await Without.BeginAgainAsync(Jane, default)).ShouldBeFalse();
        await Without.BeginAsync(Jane, clock.Now, default);
        await Without.SuspendingAsync(Jane, default);

        (await Without.BeginAgainAsync(Jane, default)).ShouldBeFalse();
    }
}
