using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Tests.House;
using static Gatehouse.Tests.Membership.Given;

namespace Gatehouse.Tests.Ledger;

public sealed class WaitingRefusalsTests : IDisposable
{
    private static readonly PlannedRefusal Jane = new(
        new PlannedChange(new CreateUser(Name("jane"), []), new Attribution(Head, 7, "bob", "alice", "alice@example.gov.uk")), "Domain", "refused: no");

    private readonly LedgerInMemory ledger = new();

    private WaitingRefusals Waiting => new(ledger.Table, new FakeClock());

    public void Dispose() => ledger.Dispose();

    [Fact]
    public async Task A_refusal_that_waits_keeps_the_merge_that_it_is_credited_to()
    {
        await Waiting.RecordAsync(Jane, default);

        (await Waiting.WaitingAsync(default)).ShouldHaveSingleItem().ShouldBe(new KeyValuePair<string, Attribution>(Jane.Planned.Change.Key, Jane.Planned.Because));
    }

    [Fact]
    public async Task One_that_was_forgotten_waits_no_more()
    {
        await Waiting.RecordAsync(Jane, default);

        await Waiting.ForgetAsync(Jane.Planned.Change.Key, default);

        (await Waiting.WaitingAsync(default)).ShouldBeEmpty();
    }
}
