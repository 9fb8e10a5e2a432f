using Gatehouse.Account;

namespace Gatehouse.Tests.Account;

public sealed class PasswordPolicyDriftTests
{
    private static readonly PasswordRules Rules = new(16, PasswordClasses.None, Reuse: 24, Days: 0);

    private static readonly AccountPasswordPolicy AsWanted = AccountPasswordPolicy.Wanted(Rules);

    [Fact]
    public async Task A_policy_that_is_as_the_settings_say_is_no_drift() => (await FindAsync(AsWanted)).ShouldBeEmpty();

    [Fact]
    public async Task An_account_without_a_policy_is_drift() => (await FindAsync(null)).ShouldHaveSingleItem().ShouldBe(
        "The account has no password policy of its own, so that AWS's takes passwords of 8 characters. A password should have at least 16 characters.");

    public static TheoryData<string, AccountPasswordPolicy, string> Changed => new()
    {
        { "shorter", AsWanted with { Rules = Rules with { Length = 8 } }, "The account takes passwords of 8 characters; the settings say at least 16." },
        { "longer", AsWanted with { Rules = Rules with { Length = 20 } }, "The account takes passwords of 20 characters; the settings say at least 16." },
        { "another kind", AsWanted with { Rules = Rules with { Classes = PasswordClasses.Symbol } }, "The account asks for a symbol in each password; the settings do not." },
        { "fewer remembered", AsWanted with { Rules = Rules with { Reuse = 1 } }, "The account refuses the last password; the settings say the last 24 passwords." },
        { "none remembered", AsWanted with { Rules = Rules with { Reuse = 0 } }, "The account refuses no password that was used before; the settings say the last 24 passwords." },
        { "an end", AsWanted with { Rules = Rules with { Days = 90 } }, "In the account a password ends after 90 days; the settings say that it never ends." },
        { "no change by themselves", AsWanted with { SelfChange = false }, "The account does not let people change their own password." },
        { "a hard end", AsWanted with { HardExpiry = true }, "In the account somebody whose password has ended cannot choose a new one without an administrator." },
    };

    [Theory]
    [MemberData(nameof(Changed))]
    public async Task What_somebody_changed_is_said(string what, AccountPasswordPolicy found, string said) =>
        (await FindAsync(found)).ShouldHaveSingleItem(what).ShouldBe(said);

    [Fact]
    public async Task Each_difference_is_said_by_itself() =>
        (await FindAsync(new(new PasswordRules(8, PasswordClasses.Upper | PasswordClasses.Digit, 5, 30), SelfChange: false, HardExpiry: true))).Count.ShouldBe(7);

    [Fact]
    public void A_kind_that_is_missing_is_said() =>
        AccountPasswordPolicy.Differences(Rules with { Classes = PasswordClasses.Upper }, AsWanted).ShouldBe(["The account takes passwords without a capital letter; the settings ask for one."]);

    [Theory]
    [InlineData(PasswordClasses.None, 24, 0, "aws iam update-account-password-policy --minimum-password-length 16 --no-require-uppercase-characters --no-require-lowercase-characters --no-require-numbers --no-require-symbols --password-reuse-prevention 24 --allow-users-to-change-password --no-hard-expiry")]
    [InlineData(PasswordClasses.Upper | PasswordClasses.Symbol, 0, 90, "aws iam update-account-password-policy --minimum-password-length 16 --require-uppercase-characters --no-require-lowercase-characters --no-require-numbers --require-symbols --max-password-age 90 --allow-users-to-change-password --no-hard-expiry")]
    public void The_command_that_puts_it_back_says_everything(PasswordClasses classes, int reuse, int days, string command) =>
        PasswordPolicyCommand.Of(new PasswordRules(16, classes, reuse, days)).ShouldBe(command);

    private static Task<IReadOnlyList<string>> FindAsync(AccountPasswordPolicy? found) =>
        new PasswordPolicyDrift(new FakePasswordPolicy { Current = found }, PasswordSettings.Usual).FindAsync(CancellationToken.None);
}
