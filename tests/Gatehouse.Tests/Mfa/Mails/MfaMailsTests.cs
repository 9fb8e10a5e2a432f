using Gatehouse.Membership.Mails;
using Gatehouse.Mfa;
using Gatehouse.Mfa.Mails;
using static Gatehouse.Tests.Mfa.GivenDevices;

namespace Gatehouse.Tests.Mfa.Mails;

public class MfaMailsTests
{
    private const string Help = "Ask in #aws-access on Slack.";

    /// <summary>Every mail about devices, by a name for it, under each rule.</summary>
    public static IReadOnlyDictionary<string, Mail> ByName { get; } = Enum.GetValues<DeviceNameRule>().SelectMany(rule => new Dictionary<string, Mail>
    {
        [$"mfa-name-refused-{rule}"] = Of(new TellName(Person, "2026-11-21"), Situation(), rule),
        [$"mfa-device-deleted-{rule}"] = Of(new DeleteDevice(Person, Wrong.Serial, Now), Situation(), rule),
        [$"mfa-name-free-{rule}"] = Of(new FreeName(Person, Good.Serial, Now), Situation(), rule),
        [$"mfa-device-removed-{rule}"] = Of(new RemoveDevice(Person, Wrong.Serial, Now), Situation(Good, Wrong), rule),
        [$"mfa-removal-announced-{rule}"] = Of(new AnnounceRemoval(Person, Wrong.Serial, Now.AddHours(24)), Situation(Good, Wrong) with { Grace = TimeSpan.FromHours(24) }, rule),
        [$"mfa-good-device-needed-{rule}"] = Of(new AskForGoodDevice(Person, Wrong.Serial, Now), Situation(Wrong), rule),
        [$"mfa-good-device-needed-beside-fido-{rule}"] = Of(new AskForGoodDevice(Person, Wrong.Serial, Now), Situation(Wrong, Fido) with { HasActiveKey = true }, rule),
        [$"mfa-device-unproved-{rule}"] = Of(new TellUnproved(Person, Good.Serial, Now), Situation(Good, Wrong), rule),
        [$"mfa-virtual-needed-{rule}"] = Of(new TellVirtualNeeded(Person), Situation(Fido) with { HasActiveKey = true }, rule),
    }).ToDictionary();

    public static TheoryData<string> Mails => [.. ByName.Keys];

    [Theory]
    [MemberData(nameof(Mails))]
    public void Every_mail_says_whose_user_which_account_and_where_to_ask(string name)
    {
        var text = ByName[name].Text;

        text.ShouldContain(Jane);
        text.ShouldContain(GivenDevices.Account);
        text.ShouldContain(Help);
    }

    [Theory]
    [InlineData("mfa-name-refused")]
    [InlineData("mfa-device-deleted")]
    [InlineData("mfa-name-free")]
    [InlineData("mfa-good-device-needed")]
    [InlineData("mfa-virtual-needed")]
    public void Whoever_must_add_a_device_gets_the_exact_name_on_a_line_of_its_own_and_every_step(string name)
    {
        foreach (var rule in Enum.GetValues<DeviceNameRule>())
        {
            var mail = ByName[$"{name}-{rule}"];
            mail.Text.ShouldContain($"\nUse exactly this name: {Jane}\n");
            mail.Text.ShouldContain("\"Assign MFA device\"");
            mail.Text.ShouldContain("MFA code 2");
            mail.Html.ShouldContain($">{Jane}</code>");
        }
    }

    [Fact]
    public void Whoever_is_without_another_is_warned_not_to_remove_the_old_one_first()
    {
        var text = ByName["mfa-good-device-needed-Prefix"].Text;

        text.ShouldContain("It is the only one you have, so it stays");
        text.ShouldContain("! Do not remove the old device yourself before the new one is in the list");
        text.ShouldContain("the old one is removed");
    }

    [Fact]
    public void Whoever_has_passkeys_beside_is_told_why_the_wrong_one_stays() =>
        ByName["mfa-good-device-needed-beside-fido-Prefix"].Text.ShouldContain("do not work on the command line");

    [Fact]
    public void A_removal_names_what_is_left() => ByName["mfa-device-removed-Prefix"].Text.ShouldContain($"You do not have to do anything: sign in as before, with {Jane}.");

    [Theory]
    [InlineData("mfa-device-removed-Prefix")]
    [InlineData("mfa-removal-announced-Prefix")]
    public void Whoever_loses_one_is_told_what_to_do_if_they_do_not_know_what_stays(string name) =>
        ByName[name].Text.ShouldContain("If you do not know one of the devices that stay, or did not add it yourself, somebody may be getting in as you.");

    [Fact]
    public void Whoever_is_asked_if_it_was_they_is_told_what_to_do_in_either_case()
    {
        var text = ByName["mfa-device-unproved-Prefix"].Text;

        text.ShouldContain("! If it was not you, somebody may have your password or your access key.");
        text.ShouldContain("sign in again with the device that you had before");
        text.ShouldContain("Until then all your devices stay");
    }

    [Fact]
    public void An_announcement_says_when_and_which_name_to_use_meanwhile()
    {
        var text = ByName["mfa-removal-announced-Prefix"].Text;

        text.ShouldContain("removed after Sunday 22 November 2026, 09:00 UTC");
        text.ShouldContain($"under this exact name: {Jane}-phone");
    }

    [Fact]
    public void Under_the_exact_rule_nobody_is_told_to_add_a_second_name()
    {
        foreach (var mail in ByName.Where(mail => mail.Key.EndsWith("-Exact", StringComparison.Ordinal)))
        {
            mail.Value.Text.ShouldNotContain($"{Jane}-", customMessage: mail.Key);
            mail.Value.Text.ShouldNotContain("begin with your user name", customMessage: mail.Key);
        }
    }

    [Fact]
    public void A_change_that_nobody_is_told_of_is_refused() => Should.Throw<UnknownMfaChangeException>(() => MfaMails.Of(new Unknown(), Situation(), Help));

    private static Mail Of(MfaChange change, MfaSituation situation, DeviceNameRule rule) => MfaMails.Of(change, situation with { Names = Names(rule) }, Help);

    private sealed record Unknown() : MfaChange(GivenDevices.Person)
    {
        public override string What => "something else";
    }
}
