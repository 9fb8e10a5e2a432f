using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Mfa;
using static Gatehouse.Tests.Mfa.GivenDevices;

namespace Gatehouse.Tests.Mfa;

public class DevicePlanTests
{
    private static readonly RemoveDevice RemoveWrong = new(Person, Wrong.Serial, Wrong.Enabled!.Value);

    private static readonly RemoveDevice RemoveWrongToo = new(Person, WrongToo.Serial, WrongToo.Enabled!.Value);

    public static TheoryData<string, MfaDevice[], bool, string> Table => new()
    {
        { "no device", [], false, "" },
        { "no device and a key", [], true, "" },
        { "a good one", [Good], true, "" },
        { "two good ones", [Good, Virtual($"{Jane}-tablet")], true, "" },
        { "hardware alone", [Hardware], true, "" },
        { "FIDO alone", [Fido], false, "" },
        { "FIDO alone and a key", [Fido], true, "TellVirtualNeeded" },
        { "FIDO, a good one and a key", [Fido, Good], true, "" },
        { "FIDO, hardware and a key", [Fido, Hardware], true, "" },
        { "a wrong one alone", [Wrong], false, "AskForGoodDevice phone" },
        { "a wrong one alone and a key", [Wrong], true, "AskForGoodDevice phone" },
        { "two wrong ones", [Wrong, WrongToo], true, "AskForGoodDevice tablet" },
        { "two wrong ones in another order", [WrongToo, Wrong], true, "AskForGoodDevice tablet" },
        { "a wrong one and a good one", [Wrong, Good], true, "RemoveDevice phone" },
        { "two wrong ones and a good one", [Wrong, WrongToo, Good], false, "RemoveDevice phone, RemoveDevice tablet" },
        { "a wrong one and hardware", [Wrong, Hardware], true, "RemoveDevice phone" },
        { "a wrong one and FIDO", [Wrong, Fido], false, "RemoveDevice phone" },
        { "a wrong one, FIDO and a key", [Wrong, Fido], true, "AskForGoodDevice phone" },
        { "a wrong one, FIDO, hardware and a key", [Wrong, Fido, Hardware], true, "RemoveDevice phone" },
        { "wrong FIDO alone", [WrongFido], false, "AskForGoodDevice yubikey-DEF" },
        { "wrong FIDO and FIDO and a key", [WrongFido, Fido], true, "RemoveDevice yubikey-DEF, TellVirtualNeeded" },
        { "wrong FIDO, a wrong one, FIDO and a key", [WrongFido, Wrong, Fido], true, "RemoveDevice yubikey-DEF, AskForGoodDevice phone" },
        { "wrong FIDO and a good one", [WrongFido, Good], true, "RemoveDevice yubikey-DEF" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void What_is_done_follows_from_the_devices(string which, MfaDevice[] devices, bool key, string expected) =>
        string.Join(", ", MfaPlan.Of(Situation(devices) with { HasActiveKey = key }).Select(Said)).ShouldBe(expected, which);

    [Fact]
    public void With_a_grace_time_a_removal_is_announced_first_and_stays_announced_until_its_time_is_up()
    {
        var situation = Situation(Wrong, Good) with { Grace = TimeSpan.FromHours(24) };
        var announced = new AnnounceRemoval(Person, Wrong.Serial, Now.AddHours(24));
        MfaPlan.Of(situation).ShouldBe([announced]);

        var recorded = situation with { Graces = [new MfaGrace(Person, Wrong.Serial, announced.Due)] };
        MfaPlan.Of(recorded with { Now = Now.AddHours(23) }).ShouldBe([announced], "what is told is keyed by its time, so that it is told once");
        MfaPlan.Of(recorded with { Now = Now.AddHours(24) }).ShouldBe([RemoveWrong]);
    }

    [Fact]
    public void What_was_added_without_MFA_takes_no_others_place_until_it_is_proved()
    {
        var situation = Situation(Wrong, Virtual(Jane, 5));
        var unproved = situation.Good[0];
        var mark = new UnprovedDevice(unproved.Serial, unproved.Enabled!.Value, Proved: false);

        MfaPlan.Of(situation with { Marks = [mark] }).ShouldBe([new TellUnproved(Person, unproved.Serial, unproved.Enabled!.Value)]);
        MfaPlan.Of(situation with { Marks = [mark], Own = new OwnDoing(null, Now, WithMfa: true) }).ShouldBe([RemoveWrong]);
        MfaPlan.Of(situation with { Marks = [mark with { Proved = true }] }).ShouldBe([RemoveWrong]);
    }

    [Fact]
    public void A_grace_time_that_is_shortened_to_nothing_does_not_break_what_was_announced()
    {
        var situation = Situation(Wrong, Good) with { Graces = [new MfaGrace(Person, Wrong.Serial, Now.AddHours(3))] };

        MfaPlan.Of(situation).ShouldBe([new AnnounceRemoval(Person, Wrong.Serial, Now.AddHours(3))]);
    }

    [Fact]
    public void A_removal_that_had_begun_goes_on_whatever_the_time()
    {
        var situation = Situation(Wrong, Good) with { Graces = [new MfaGrace(Person, Wrong.Serial, Now.AddHours(3)) { BegunAt = Now }] };

        MfaPlan.Of(situation).ShouldBe([RemoveWrong]);
    }

    [Fact]
    public void A_grace_time_that_is_over_removes_nothing_that_is_the_only_one() =>
        MfaPlan.Of(Situation(Wrong) with { Graces = [new MfaGrace(Person, Wrong.Serial, Now.AddHours(-3)) { BegunAt = Now }] }).ShouldBe([new AskForGoodDevice(Person, Wrong.Serial, Wrong.Enabled!.Value)]);

    [Fact]
    public void Nothing_is_done_about_somebody_on_the_way_out() => MfaPlan.Of(Situation(Wrong, WrongToo, Good) with { Leaving = true }).ShouldBeEmpty();

    [Fact]
    public void A_new_device_of_the_same_name_is_another_removal_to_tell() =>
        new RemoveDevice(Person, Wrong.Serial, Now).Key.ShouldNotBe(RemoveWrong.Key);

    [Fact]
    public void Of_two_wrong_ones_both_go_once_a_good_one_is_there() => MfaPlan.Of(Situation(Wrong, Good, WrongToo)).ShouldBe([RemoveWrong, RemoveWrongToo]);

    private static string Said(MfaChange change) => change switch
    {
        RemoveDevice remove => $"RemoveDevice {new MfaDevice(remove.Serial).Name}",
        AskForGoodDevice ask => $"AskForGoodDevice {new MfaDevice(ask.Serial).Name}",
        _ => change.GetType().Name,
    };
}
