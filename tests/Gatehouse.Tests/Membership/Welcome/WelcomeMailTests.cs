using Gatehouse.Account;
using Gatehouse.Membership.Mails;
using Gatehouse.Membership.Welcome;
using Gatehouse.Mfa;

namespace Gatehouse.Tests.Membership.Welcome;

public sealed class WelcomeMailTests
{
    private static readonly Mail ToJane = WelcomeMail.Write(WelcomeLetters.ForJane());

    [Fact]
    public void The_password_stands_on_a_line_of_its_own() =>
        ToJane.Lines().Count(line => line == $"Password: {WelcomeLetters.Password}").ShouldBe(1);

    [Fact]
    public void The_subject_says_until_when_and_never_the_password()
    {
        ToJane.Subject.ShouldBe("Your AWS access is ready: sign in before Saturday 28 November 2026");
        ToJane.Subject.ShouldNotContain(WelcomeLetters.Password);
    }

    [Theory]
    [InlineData("sign-in address", "https://gds-users.signin.aws.amazon.com/console")]
    [InlineData("user name", "jane.doe@digital.cabinet-office.gov.uk")]
    [InlineData("expiry", "before Saturday 28 November 2026")]
    [InlineData("length of the new password", "at least 16 characters")]
    [InlineData("which passwords may not come again", "none of your last 24 passwords")]
    [InlineData("the error that misleads", "not authorised to change your password")]
    [InlineData("why MFA", "you cannot use any role")]
    [InlineData("how many devices", "up to 8")]
    [InlineData("how devices are named", "begin with your user name")]
    [InlineData("how the command-line device is named", "named exactly like you")]
    [InlineData("the codes", "two codes in a row")]
    [InlineData("the proof", "sign out, and sign in again")]
    [InlineData("age of keys", "90 days old at most")]
    [InlineData("gds-cli", "brew install alphagov/gds/gds-cli")]
    [InlineData("aws-vault", "aws-vault add gds-users")]
    [InlineData("who a role must trust", "arn:aws:iam::111122223333:user/jane.doe@digital.cabinet-office.gov.uk")]
    [InlineData("help", "#aws-access on Slack")]
    [InlineData("group", "CrossAccountAccess")]
    [InlineData("where it was agreed", "pull request 7 of alphagov/aws-user-management-account-users")]
    public void Both_parts_say(string what, string words)
    {
        ToJane.Text.ShouldContain(words, Case.Sensitive, what);
        ToJane.Html.ShouldContain(words, Case.Sensitive, what);
    }

    [Fact]
    public void The_switch_role_address_has_its_placeholders_where_AWS_wants_the_values() =>
        ToJane.Lines().ShouldContain("https://signin.aws.amazon.com/switchrole?account=ACCOUNT-NUMBER&roleName=ROLE-NAME&displayName=ANY-NAME");

    [Fact]
    public void Other_settings_change_the_rules_that_the_mail_states()
    {
        var mail = WelcomeMail.Write(WelcomeLetters.ForJane() with { Rules = new PasswordRules(20, PasswordClasses.None, Reuse: 0, Days: 0), FirstPasswordDays = 3, AccessKeyDays = 30 });

        mail.Text.ShouldContain("at least 20 characters");
        mail.Text.ShouldContain("before Tuesday 24 November 2026");
        mail.Text.ShouldContain("30 days old at most");
        mail.Text.ShouldNotContain("16 characters");
    }

    [Fact]
    public void The_rule_is_told_whole_because_AWS_tells_of_permissions_instead()
    {
        var rules = new PasswordRules(14, PasswordClasses.Upper | PasswordClasses.Lower | PasswordClasses.Digit | PasswordClasses.Symbol, Reuse: 24, Days: 90);
        var mail = WelcomeMail.Write(WelcomeLetters.ForJane() with { Rules = rules });

        mail.Text.ReplaceLineEndings(" ").ShouldContain(
            "It must have at least 14 characters, and among them a capital letter (A to Z), a small letter (a to z), a digit (0 to 9) and one of the symbols !@#$%^&*()_+-=[]{}|'. "
            + "It must be none of your last 24 passwords. It ends after 90 days: then AWS asks you for a new one when you sign in. "
            + "Let a password manager make one, or take a few unrelated words and add what they lack.");
        mail.Text.ShouldContain("almost certainly too short, without a kind of character that it needs or one that you had before.");
    }

    [Theory]
    [InlineData(PasswordClasses.None, 0, 0, "It must have at least 16 characters. A few unrelated words")]
    [InlineData(PasswordClasses.Digit, 0, 0, "It must have at least 16 characters, and among them a digit (0 to 9). Let a password manager")]
    [InlineData(PasswordClasses.Upper | PasswordClasses.Lower | PasswordClasses.Digit, 1, 0, "a capital letter (A to Z), a small letter (a to z) and a digit (0 to 9). It must be another one than your last.")]
    [InlineData(PasswordClasses.None, 0, 365, "It ends after 365 days")]
    public void A_rule_that_the_account_does_not_have_is_not_told(PasswordClasses classes, int reuse, int days, string told)
    {
        var text = WelcomeMail.Write(WelcomeLetters.ForJane() with { Rules = new PasswordRules(16, classes, reuse, days) }).Text.ReplaceLineEndings(" ");

        text.ShouldContain(told);
        text.Contains("your last", StringComparison.Ordinal).ShouldBe(reuse > 0);
        text.Contains("It ends after", StringComparison.Ordinal).ShouldBe(days > 0);
        text.Contains("a symbol", StringComparison.Ordinal).ShouldBeFalse();
    }

    [Fact]
    public void Without_an_alias_people_sign_in_with_the_account_number()
    {
        var mail = WelcomeMail.Write(WelcomeLetters.ForJane() with { AccountAlias = null });

        mail.Text.ShouldContain("https://111122223333.signin.aws.amazon.com/console");
        mail.Text.ShouldContain("[profile aws-users]");
        mail.Text.ShouldContain("source_profile = aws-users");
    }

    [Fact]
    public void A_mail_that_may_follow_another_says_that_its_password_replaces_any_earlier_one()
    {
        var mail = WelcomeMail.Write(WelcomeLetters.ForJane() with { ReplacesEarlier = true });

        mail.Subject.ShouldStartWith("Your new AWS password");
        mail.Text.ShouldContain("replaces any earlier one");
        mail.Html.ShouldContain("replaces any earlier one");
        ToJane.Text.ShouldNotContain("replaces any earlier");
    }

    [Fact]
    public void The_day_it_expires_is_reckoned_in_UTC_from_when_the_password_was_set() =>
        (WelcomeLetters.ForJane() with { PasswordSetAt = new DateTimeOffset(2026, 11, 22, 0, 30, 0, TimeSpan.FromHours(1)) })
            .UseBefore.ShouldBe("Saturday 28 November 2026");

    [Fact]
    public void A_person_in_no_group_is_told_of_none() =>
        WelcomeMail.Write(WelcomeLetters.ForJane() with { Groups = [], RequestedIn = null }).Text.ShouldNotContain("group");

    [Fact]
    public void Under_the_exact_rule_there_is_one_authenticator_and_the_second_way_in_is_a_passkey()
    {
        var text = WelcomeMail.Write(WelcomeLetters.ForJane() with { DeviceNames = DeviceNameRule.Exact }).Text;

        text.ShouldContain("You can have one device in an authenticator app: its name must be your user name");
        text.ShouldContain("add a passkey or a security key");
        text.ShouldNotContain("-tablet");
        text.ShouldNotContain("up to 8");
    }
}
