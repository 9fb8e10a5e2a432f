using Gatehouse.Account;
using Gatehouse.Runtime;

namespace Gatehouse.Tests.Account;

public sealed class PasswordRulesTests
{
    private const PasswordClasses All = PasswordClasses.Upper | PasswordClasses.Lower | PasswordClasses.Digit | PasswordClasses.Symbol;

    [Theory]
    [InlineData("none", PasswordClasses.None)]
    [InlineData("upper lower digit", PasswordClasses.Upper | PasswordClasses.Lower | PasswordClasses.Digit)]
    [InlineData("symbol digit lower upper", All)]
    public void They_are_read_from_what_the_deployment_says(string classes, PasswordClasses expected) =>
        PasswordRules.Of(Deployed(classes)).ShouldBe(new PasswordRules(14, expected, 24, 90));

    [Fact]
    public void A_kind_of_character_that_nobody_knows_is_refused() =>
        Should.Throw<SettingMissingException>(() => PasswordRules.Of(Deployed("upper emoji"))).Message.ShouldContain("'emoji'");

    [Theory]
    [InlineData("long enough", "correct horse battery", PasswordClasses.None, true)]
    [InlineData("too short", "short", PasswordClasses.None, false)]
    [InlineData("no capital letter", "correct horse battery", PasswordClasses.Upper, false)]
    [InlineData("no small letter", "CORRECT HORSE BATTERY", PasswordClasses.Lower, false)]
    [InlineData("no digit", "correct horse battery", PasswordClasses.Digit, false)]
    [InlineData("a space is no symbol", "correct horse battery", PasswordClasses.Symbol, false)]
    [InlineData("a full stop is no symbol", "correct.horse.battery", PasswordClasses.Symbol, false)]
    [InlineData("a hyphen is a symbol", "correct-horse-battery", PasswordClasses.Symbol, true)]
    [InlineData("all kinds", "Correct-horse-battery-1", All, true)]
    public void A_password_is_judged_as_IAM_judges_it(string why, string password, PasswordClasses classes, bool allowed) =>
        new PasswordRules(14, classes, 24, 90).Allow(password).ShouldBe(allowed, why);

    private static Settings Deployed(string classes) => new(name => name switch
    {
        SettingNames.PasswordLength => "14",
        SettingNames.PasswordClasses => classes,
        SettingNames.PasswordReuse => "24",
        SettingNames.PasswordDays => "90",
        _ => null,
    });
}
