using Gatehouse.Ledger;
using Gatehouse.Register;
using Gatehouse.Tests.House;

namespace Gatehouse.Tests.Ledger;

public sealed class QuarantinesTests : IDisposable
{
    private static readonly UserName Jane = new("Jane.Doe@example.gov.uk");
    private readonly LedgerInMemory ledger = new();
    private readonly FakeClock clock = new();

    private Quarantines Quarantines => new(ledger.Table, clock);

    private TakenDevices Devices => new(ledger.Table, clock);

    public void Dispose() => ledger.Dispose();

    [Fact]
    public async Task Groups_of_every_attempt_are_remembered_and_nothing_is_complete_before_it_is()
    {
        await Quarantines.RememberGroupsAsync(Jane, ["Auditors", "Readers"], default);
        await Quarantines.RememberGroupsAsync(Jane, ["Readers"], default);

        var begun = (await Quarantines.OpenAsync(default)).ShouldHaveSingleItem();
        begun.Person.Value.ShouldBe("Jane.Doe@example.gov.uk");
        begun.Groups.ShouldBe(["Auditors", "Readers"]);
        begun.Complete.ShouldBeNull();
    }

    [Fact]
    public async Task The_grace_time_begins_with_the_first_completion()
    {
        var first = clock.Now;
        await Quarantines.CompleteAsync(Jane, default);
        clock.Now += TimeSpan.FromHours(1);
        await Quarantines.CompleteAsync(Jane, default);

        (await Quarantines.FindAsync(Jane, default))!.Complete.ShouldBe(first);
    }

    [Fact]
    public async Task A_person_is_found_however_their_name_is_written_and_not_once_it_is_closed()
    {
        await Quarantines.RememberGroupsAsync(Jane, [], default);

        (await Quarantines.FindAsync(new UserName("jane.doe@EXAMPLE.gov.uk"), default))!.Groups.ShouldBeEmpty();

        await Quarantines.CloseAsync(new UserName("jane.doe@example.gov.uk"), default);
        await Quarantines.CloseAsync(Jane, default);
        (await Quarantines.FindAsync(Jane, default)).ShouldBeNull();
        (await Quarantines.OpenAsync(default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Devices_of_every_attempt_are_remembered_until_they_are_forgotten()
    {
        (await Devices.RememberAsync(Jane, [], default)).ShouldBeEmpty();
        ledger.Writes.ShouldBeEmpty();

        (await Devices.RememberAsync(Jane, ["a"], default)).ShouldBe(["a"]);
        (await Devices.RememberAsync(Jane, ["b"], default)).ShouldBe(["a", "b"]);
        (await Devices.RememberAsync(Jane, [], default)).ShouldBe(["a", "b"]);
        (await Quarantines.OpenAsync(default)).ShouldBeEmpty();

        await Devices.ForgetAsync(Jane, default);
        (await Devices.RememberAsync(Jane, [], default)).ShouldBeEmpty();
    }
}
