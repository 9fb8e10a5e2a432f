using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Tests.House;

namespace Gatehouse.Tests.Ledger;

public sealed class FindingsTests : IDisposable
{
    private static readonly Finding Jane = new(FindingKind.ChangedByHand, "jane@x", "was put into Auditors");
    private static readonly Finding Held = new(FindingKind.Held, "joe@x");
    private static readonly string[] All = Enum.GetNames<FindingKind>();
    private readonly LedgerInMemory ledger = new();
    private readonly FakeClock clock = new();

    private Findings Findings => new(ledger.Table, clock);

    public void Dispose() => ledger.Dispose();

    [Fact]
    public async Task A_finding_is_news_once_for_as_long_as_it_lasts()
    {
        (await NewAsync(Jane)).ShouldBe([Jane]);
        (await NewAsync(Jane)).ShouldBeEmpty();
        await NewAsync();
        (await NewAsync(Jane)).ShouldBe([Jane]);
    }

    [Fact]
    public async Task Another_change_to_the_same_person_is_another_finding() =>
        (await NewAsync(Jane, Jane with { What = "was taken out of CrossAccountAccess" })).Count.ShouldBe(2);

    [Fact]
    public async Task Somebody_revoked_by_hand_is_news_again_each_day()
    {
        await NewAsync(Held);
        (await NewAsync(Held)).ShouldBeEmpty();

        clock.Now = clock.Now.AddDays(1);

        (await NewAsync(Held)).ShouldBe([Held]);
    }

    [Fact]
    public async Task A_run_that_did_not_look_everywhere_forgets_nothing_and_remembers_what_it_told()
    {
        await NewAsync(Jane);

        await Findings.RecordAsync(await Findings.ReadAsync(default), [Held], All, default, keepOthers: true);

        (await NewAsync(Jane, Held)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_run_that_does_not_look_for_a_kind_forgets_none_of_it()
    {
        await NewAsync(Jane);

        await Findings.RecordAsync(await Findings.ReadAsync(default), [], [nameof(FindingKind.Held)], default);

        (await NewAsync(Jane)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Three_thousand_are_one_write_and_the_same_again_are_none()
    {
        Finding[] many = [.. Enumerable.Range(0, 3_000).Select(number => new Finding(FindingKind.NotManaged, $"hand{number}"))];

        await NewAsync(many);
        await NewAsync(many);

        ledger.Writes.ShouldHaveSingleItem();
    }

    private async Task<IReadOnlyList<Finding>> NewAsync(params Finding[] findings)
    {
        var told = await Findings.ReadAsync(default);
        await Findings.RecordAsync(told, findings, All, default);
        return [.. findings.Where(told.IsNew)];
    }
}
