using Gatehouse.Aws;
using Gatehouse.Mfa;
using Gatehouse.Register;
using static Gatehouse.Tests.Mfa.GivenDevices;

namespace Gatehouse.Tests.Mfa;

public class DeviceNamesTests
{
    [Theory]
    [InlineData("the user name", "a@b", "a@b", "", true, true)]
    [InlineData("the user name in capitals", "a@b", "A@B", "", true, true)]
    [InlineData("the user name and more", "a@b", "a@b-phone", "", true, false)]
    [InlineData("the user name and letters", "a@b", "a@bphone", "", true, false)]
    [InlineData("another name", "a@b", "phone", "", false, false)]
    [InlineData("the user name in the middle", "a@b", "my-a@b", "", false, false)]
    [InlineData("part of the user name", "a@b", "a@", "", false, false)]
    [InlineData("a longer user's name", "a@b", "a@b.uk", "a@b.uk", false, false)]
    [InlineData("a longer user's device", "a@b", "a@b.uk-phone", "a@b.uk", false, false)]
    [InlineData("a longer user's device in capitals", "a@b", "A@B.UK-phone", "a@b.uk", false, false)]
    [InlineData("the same without such a user", "a@b", "a@b.uk-phone", "", true, false)]
    [InlineData("a longer user's own", "a@b.uk", "a@b.uk-phone", "", true, false)]
    [InlineData("a free name that goes on", "jane", "jane-admin", "jane-admin", false, false)]
    [InlineData("a free name beside one that goes on", "jane", "jane-phone", "jane-admin", true, false)]
    [InlineData("a longer user name that ends within a word", "jane", "jane-phone", "jane-pho", true, false)]
    [InlineData("the longest of three", "jane", "jane-admin-two-tablet", "jane-admin,jane-admin-two", false, false)]
    public void A_virtual_device_is_good_by_its_name(string which, string person, string device, string longer, bool prefix, bool exact)
    {
        var others = longer.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(name => new UserName(name)).ToList();

        Names(DeviceNameRule.Prefix, person, others).IsGood(Virtual(device)).ShouldBe(prefix, which);
        Names(DeviceNameRule.Exact, person, others).IsGood(Virtual(device)).ShouldBe(exact, which);
    }

    [Theory]
    [InlineData("a@b", true)]
    [InlineData("A@B", true)]
    [InlineData("a@b.uk", false)]
    public void FIDO_is_good_by_its_user_segment_whatever_it_is_called_and_hardware_always(string segment, bool good)
    {
        foreach (var rule in Enum.GetValues<DeviceNameRule>())
        {
            Names(rule, "a@b").IsGood(new MfaDevice($"arn:aws:iam::111122223333:u2f/user/{segment}/my key-ABC")).ShouldBe(good);
            Names(rule, "a@b").IsGood(new MfaDevice("GAKT12345678")).ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData("a@b", "a@b", "")]
    [InlineData("a@b", "a@b-phone", "a@b-phone")]
    [InlineData("a@b", "a@b.uk-phone", "a@b.uk a@b.uk-phone")]
    [InlineData("a@b", "a@b.uk-my_phone", "a@b.uk a@b.uk-my a@b.uk-my_phone")]
    [InlineData("a@b", "phone", "")]
    [InlineData("jane.doe@digital.cabinet-office.gov.uk", "jane.doe@digital.cabinet-office.gov.uk-phone", "jane.doe@digital.cabinet-office.gov.uk-phone")]
    public void IAM_is_asked_only_for_the_user_names_that_could_own_a_devices_name(string person, string device, string candidates) =>
        string.Join(' ', DeviceNames.Candidates(new UserName(person), device).Select(name => name.Value)).ShouldBe(candidates);

    [Theory]
    [InlineData("a@b", "a@b.uk-phone")]
    [InlineData("jane", "jane-admin-two_tablet")]
    public void Every_longer_user_name_that_owns_a_devices_name_is_a_candidate(string person, string device)
    {
        var owners = Enumerable.Range(person.Length + 1, device.Length - person.Length).Select(length => new UserName(device[..length])).Where(name => DeviceNames.Owns(name, device));

        DeviceNames.Candidates(new UserName(person), device).ShouldBe(owners);
    }

    [Theory]
    [InlineData("prefix", "", "a@b")]
    [InlineData("prefix", "phone", "a@b")]
    [InlineData("prefix", "a@b", "a@b-phone")]
    [InlineData("prefix", "A@B", "a@b-phone")]
    [InlineData("prefix", "a@b a@b-phone", "a@b-phone2")]
    [InlineData("prefix", "a@b a@b-phone a@b-phone2", "a@b-phone3")]
    [InlineData("exact", "", "a@b")]
    [InlineData("exact", "phone", "a@b")]
    [InlineData("exact", "a@b", "a@b")]
    public void The_name_to_use_is_the_user_name_or_one_that_goes_on_where_that_is_taken(string rule, string taken, string recommended) =>
        Names(DeviceNames.RuleOf(rule), "a@b").Recommended(taken.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => Virtual(name))).ShouldBe(recommended);

    [Fact]
    public void A_name_that_is_another_users_is_not_recommended() =>
        Names(DeviceNameRule.Prefix, "jane", [new UserName("jane-phone")]).Recommended([Virtual("jane")]).ShouldBe("jane-phone2");

    [Fact]
    public void Longer_names_are_those_that_begin_the_same_and_go_on() =>
        DeviceNames.LongerThan(new UserName("a@b"), [new UserName("a@b"), new UserName("A@B.uk"), new UserName("a@c"), new UserName("x"), new UserName("a@bc")])
            .ShouldBe([new UserName("A@B.uk"), new UserName("a@bc")]);

    [Fact]
    public void A_rule_that_nobody_knows_is_refused() => Should.Throw<ArgumentException>(() => DeviceNames.RuleOf("suffix")).Message.ShouldContain("prefix or exact");
}
