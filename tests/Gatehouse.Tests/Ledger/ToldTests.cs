using Gatehouse.Ledger;
using Gatehouse.Tests.House;

namespace Gatehouse.Tests.Ledger;

public sealed class ToldTests : IDisposable
{
    private readonly LedgerInMemory ledger = new();
    private readonly FakeClock clock = new();

    private Told Told => new(ledger.Table, clock);

    public void Dispose() => ledger.Dispose();

    [Fact]
    public async Task What_was_told_is_not_claimed_again()
    {
        (await Told.ClaimAsync("news", "a run", default)).ShouldBeTrue();
        await Told.RecordAsync("news", default);

        (await Told.ClaimAsync("news", "a run", default)).ShouldBeFalse();
        (await Told.ClaimAsync("other news", "a run", default)).ShouldBeTrue();
    }

    [Fact]
    public async Task Whoever_died_while_telling_it_takes_its_own_claim_over_at_once_and_nobody_else_does()
    {
        await Told.ClaimAsync("news", "a run", default);

        (await Told.ClaimAsync("news", "a run", default)).ShouldBeTrue();
        await Should.ThrowAsync<TellingInProgressException>(() => Told.ClaimAsync("news", "another run", default));
        await Should.ThrowAsync<TellingInProgressException>(() => Told.ClaimAsync("news", by: null, default));
    }

    [Fact]
    public async Task A_claim_that_nobody_ended_lasts_a_minute()
    {
        await Told.ClaimAsync("news", by: null, default);
        await Should.ThrowAsync<TellingInProgressException>(() => Told.ClaimAsync("news", by: null, default));

        clock.Now = clock.Now.AddSeconds(61);

        (await Told.ClaimAsync("news", by: null, default)).ShouldBeTrue();
    }

    [Fact]
    public async Task What_could_not_be_told_can_be_claimed_at_once()
    {
        await Told.ClaimAsync("news", by: null, default);
        await Told.ReleaseAsync("news", default);

        (await Told.ClaimAsync("news", by: null, default)).ShouldBeTrue();
    }
}
