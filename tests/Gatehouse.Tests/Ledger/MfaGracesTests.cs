using Gatehouse.Ledger;
using Gatehouse.Register;
using Gatehouse.Tests.House;

namespace Gatehouse.Tests.Ledger;

public sealed class MfaGracesTests : IDisposable
{
    private static readonly UserName Jane = new("Jane.Doe@x.uk");
    private readonly LedgerInMemory ledger = new();
    private readonly FakeClock clock = new();

    private MfaGraces Graces => new(ledger.Table, clock);

    public void Dispose() => ledger.Dispose();

    [Fact]
    public async Task What_was_announced_first_stays()
    {
        var first = await Graces.AnnounceAsync(Jane, "phone", clock.Now.AddHours(24), default);

        (await Graces.AnnounceAsync(Jane, "phone", clock.Now.AddHours(48), default)).ShouldBe(first);
        (await Graces.OfAsync(new UserName("jane.doe@x.uk"), default)).ShouldBe([new MfaGrace(Jane, "phone", first)]);
    }

    [Fact]
    public async Task Due_is_who_has_a_device_whose_time_is_up_or_whose_removal_began()
    {
        await Graces.AnnounceAsync(Jane, "phone", clock.Now.AddHours(24), default);
        await Graces.AnnounceAsync(Jane, "tablet", clock.Now.AddHours(24), default);
        await Graces.BeginAsync(new UserName("bob@x.uk"), "laptop", clock.Now, default);

        (await Graces.DueAsync(clock.Now, default)).ShouldBe([new UserName("bob@x.uk")]);
        (await Graces.DueAsync(clock.Now.AddHours(24), default)).ShouldBe([new UserName("bob@x.uk"), Jane]);
    }

    [Fact]
    public async Task A_removal_that_begins_again_says_so_and_keeps_since_when_the_device_was_theirs()
    {
        (await Graces.BeginAsync(Jane, "phone", clock.Now.AddDays(-3), default)).ShouldBeFalse();
        clock.Now += TimeSpan.FromHours(1);
        (await Graces.BeginAsync(Jane, "phone", clock.Now.AddDays(-3).AddHours(-1), default)).ShouldBeTrue();

        var grace = (await Graces.OfAsync(Jane, default)).ShouldHaveSingleItem();
        grace.BegunAt.ShouldBe(clock.Now.AddHours(-1));
        grace.Enabled.ShouldBe(clock.Now.AddHours(-1).AddDays(-3));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_deletion_keeps_why_it_began_so_that_whoever_finishes_it_tells_the_same(bool free)
    {
        var why = clock.Now.AddMinutes(-7);

        (await Graces.BeginUnassignedAsync(Jane, "phone", why, free, default)).ShouldBeFalse();
        (await Graces.BeginUnassignedAsync(Jane, "phone", why, free, default)).ShouldBeTrue();

        (await Graces.OfAsync(Jane, default)).ShouldBe([new MfaGrace(Jane, "phone", why) { BegunAt = clock.Now, Free = free }]);
    }

    [Fact]
    public async Task What_ended_is_forgotten()
    {
        await Graces.BeginAsync(Jane, "phone", clock.Now, default);
        await Graces.EndAsync(Jane, "phone", default);

        (await Graces.OfAsync(Jane, default)).ShouldBeEmpty();
        (await Graces.DueAsync(clock.Now, default)).ShouldBeEmpty();
    }
}
