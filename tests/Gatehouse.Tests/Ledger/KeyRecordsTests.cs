using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Register;
using Gatehouse.Tests.House;

namespace Gatehouse.Tests.Ledger;

public sealed class KeyRecordsTests : IDisposable
{
    private const string Account = "111122223333";
    private static readonly UserName Jane = new("jane.doe@x.gov.uk");
    private readonly LedgerInMemory ledger = new();
    private readonly FakeClock clock = new();

    private KeyRecords Records => new(ledger.Table);

    private DateTimeOffset Now => clock.Now;

    private KeyRecord Unknown => new(Account, Jane, new AccessKeyId("AKIAIOSFODNN7EXAMPLE"), Now.AddDays(-90));

    public void Dispose() => ledger.Dispose();

    [Fact]
    public async Task Of_two_sweeps_that_saw_the_same_key_one_makes_it_inactive_and_the_other_looks_again()
    {
        await Records.WarnedAsync(Unknown, 89, Now.AddDays(-14), default);
        var seen = await OneAsync();

        await Records.BeginDeactivationAsync(seen, KeyCause.Age, Now, default);

        await Should.ThrowAsync<KeyTakenUpException>(Records.BeginDeactivationAsync(seen, KeyCause.Age, Now.AddSeconds(1), default));
        (await OneAsync()).Deactivated.ShouldBe(Now);
    }

    [Fact]
    public async Task A_sweep_does_not_undo_what_was_given_back_since_it_looked()
    {
        await Records.BeginDeactivationAsync(Unknown, KeyCause.Age, Now.AddDays(-1), default);
        var seen = await OneAsync();

        await Records.ReactivatedAsync(seen, Now.AddDays(1), default);

        await Should.ThrowAsync<KeyTakenUpException>(Records.BeginDeactivationAsync(seen, KeyCause.Age, Now, default));
        (await OneAsync()).ReactivatedUntil.ShouldBe(Now.AddDays(1));
        await Records.BeginDeactivationAsync(await OneAsync(), KeyCause.Age, Now.AddDays(1), default);
        (await OneAsync()).Deactivated.ShouldBe(Now.AddDays(1));
    }

    private async Task<KeyRecord> OneAsync() => (await Records.OfUserAsync(Account, Jane, default)).ShouldHaveSingleItem();
}
