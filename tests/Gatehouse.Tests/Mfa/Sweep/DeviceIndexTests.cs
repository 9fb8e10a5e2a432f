using Gatehouse.Mfa;
using Gatehouse.Mfa.Sweep;
using Gatehouse.Register;

namespace Gatehouse.Tests.Mfa.Sweep;

public sealed class DeviceIndexTests
{
    public static TheoryData<string, DeviceNameRule, string[], bool> Names => new()
    {
        { "named like the user", DeviceNameRule.Prefix, ["a@b"], false },
        { "begins with the user name", DeviceNameRule.Prefix, ["a@b-phone"], false },
        { "in capitals", DeviceNameRule.Prefix, ["A@B-phone"], false },
        { "another name", DeviceNameRule.Prefix, ["phone"], true },
        { "a good one and a wrong one", DeviceNameRule.Prefix, ["a@b", "phone"], true },
        { "the longer name's", DeviceNameRule.Prefix, ["a@b.uk-phone"], true },
        { "begins with the user name, where it must be the same", DeviceNameRule.Exact, ["a@b-phone"], true },
        { "the same, where it must be", DeviceNameRule.Exact, ["a@b"], false },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Somebody_is_looked_at_whose_device_is(string what, DeviceNameRule rule, string[] devices, bool looked) =>
        new DeviceIndex(new Seeing().Person("a@b", virtualDevices: devices).Person("a@b.uk").Seen(rule)).People.ShouldBe(looked ? [new UserName("a@b")] : [], what);

    [Fact]
    public void The_pair_of_names_is_told_apart_and_the_longer_one_is_handed_on()
    {
        var index = new DeviceIndex(new Seeing().Person("a@b", virtualDevices: ["a@b.uk-phone"]).Person("a@b.uk", virtualDevices: ["a@b.uk"]).Seen());

        index.People.ShouldBe([new UserName("a@b")]);
        index.LongerNames(new UserName("a@b")).ShouldBe([new UserName("a@b.uk")]);
    }

    [Theory]
    [InlineData("FIDO alone and a key", true, true, false, true)]
    [InlineData("FIDO alone and no key", true, false, false, false)]
    [InlineData("a virtual device and a key", true, true, true, false)]
    [InlineData("a key and no MFA", false, true, false, false)]
    public void Somebody_is_looked_at_for_the_command_line_who_has(string what, bool mfa, bool key, bool isVirtual, bool looked) =>
        new DeviceIndex(new Seeing().Person("a@b", mfa: mfa, key: key, virtualDevices: isVirtual ? ["a@b"] : []).Seen()).People.Count.ShouldBe(looked ? 1 : 0, what);

    [Fact]
    public void Somebody_whose_announced_time_is_up_is_looked_at() =>
        new DeviceIndex(new Seeing().Person("a@b", virtualDevices: ["a@b"]).Seen() with { Graces = [new UserName("a@b")] }).People.Count.ShouldBe(1);

    [Fact]
    public void Somebody_with_a_device_that_is_not_proved_is_looked_at() =>
        new DeviceIndex(new Seeing().Person("a@b", virtualDevices: ["a@b"]).Seen() with { Unproved = [new UserName("a@b")] }).People.Count.ShouldBe(1);

    [Fact]
    public void Somebody_in_quarantine_is_left_alone_and_somebody_who_is_not_ours_is_named()
    {
        var index = new DeviceIndex(new Seeing().Person("a@b", denied: true, virtualDevices: ["phone"]).Person("hand", managed: false, virtualDevices: ["tablet"]).Seen());

        index.People.ShouldBeEmpty();
        index.Findings.ShouldBe([new MfaFinding(MfaFindingKind.UnmanagedName, "hand", "has tablet")]);
    }

    [Fact]
    public void Eight_devices_are_as_many_as_IAM_takes()
    {
        string[] Phones(string name, int count) => [.. Enumerable.Range(0, count).Select(number => $"{name}-{number}")];

        new DeviceIndex(new Seeing().Person("a@b", virtualDevices: Phones("a@b", 8)).Person("c@d", virtualDevices: Phones("c@d", 7)).Seen()).Findings
            .ShouldBe([new MfaFinding(MfaFindingKind.ManyDevices, "a@b", "has 8 virtual devices")]);
    }

    [Fact]
    public void A_device_that_nobody_has_is_named_with_the_command_that_deletes_it_and_whose_it_may_be()
    {
        var findings = new DeviceIndex(new Seeing().Person("a@b").Person("a@b.uk").NobodysDevice("a@b.uk-phone").NobodysDevice("phone").RootDevice().Seen()).Findings;

        findings.ShouldBe(
            [
                new MfaFinding(MfaFindingKind.Unassigned, "a@b.uk-phone", "begins with the name of a@b.uk, who may be setting it up; if not: `aws iam delete-virtual-mfa-device --serial-number arn:aws:iam::111122223333:mfa/a@b.uk-phone`"),
                new MfaFinding(MfaFindingKind.Unassigned, "phone", "`aws iam delete-virtual-mfa-device --serial-number arn:aws:iam::111122223333:mfa/phone`"),
            ]);
    }
}
