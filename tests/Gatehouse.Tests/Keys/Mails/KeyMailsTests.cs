using Gatehouse.Keys;
using Gatehouse.Keys.Mails;
using static Gatehouse.Tests.Keys.GivenKeys;

namespace Gatehouse.Tests.Keys.Mails;

public class KeyMailsTests
{
    [Theory]
    [InlineData("key-old-first", "Replace your AWS access key before Saturday 5 December 2026")]
    [InlineData("key-old-again-unused", "Replace your AWS access key before Saturday 28 November 2026")]
    [InlineData("key-old-last", "Last warning: your AWS access key stops working on Sunday 22 November 2026")]
    [InlineData("key-old-machine", "Replace the AWS access key of copier before Saturday 5 December 2026")]
    [InlineData("key-old-never-ends", "Please replace your AWS access key: it is 76 days old")]
    [InlineData("key-unused", "Do you still need your AWS access key?")]
    [InlineData("key-unused-machine", "Nobody uses the AWS access key of copier")]
    [InlineData("key-exemption-ends", "The exemption of an AWS access key ends on Saturday 5 December 2026")]
    [InlineData("key-inactive", "Your AWS access key was made inactive")]
    [InlineData("key-inactive-machine", "The AWS access key of copier was made inactive")]
    [InlineData("key-deleted", "Your inactive AWS access key was deleted")]
    [InlineData("key-deleted-machine", "The inactive AWS access key of copier was deleted")]
    public void A_mail_says_in_its_subject_what_it_is_about(string mail, string subject) => KeyLetters.ByName[mail].Subject.ShouldBe(subject);

    [Fact]
    public void A_warning_says_all_that_is_known_of_the_key_and_what_happens_when()
    {
        var text = KeyLetters.ByName["key-old-first"].Text;

        text.ShouldContain("The access key AKIAIOSFODNN7EXAMPLE of your user jane.doe@digital.cabinet-office.gov.uk in the AWS account gds-users is 76 days old.");
        text.ShouldContain("Account: gds-users (111122223333)");
        text.ShouldContain("Made on: Sunday 6 September 2026, 76 days ago");
        text.ShouldContain("Last used: Friday 20 November 2026, 08:20 UTC, for s3 in eu-west-2");
        text.ShouldContain("If it is still there on Saturday 5 December 2026, it is made inactive: whatever uses it stops working. On Monday 4 January 2027 it is deleted.");
    }

    [Fact]
    public void A_warning_says_each_step_with_aws_vault_and_on_the_website()
    {
        var text = KeyLetters.ByName["key-old-first"].Text;

        text.ShouldContain("aws-vault rotate");
        text.ShouldContain("name of your profile for this account");
        text.ShouldContain("mfa_serial");
        text.ShouldContain("--no-session");
        text.ShouldContain("It works only while the old key is active.");
        text.ShouldContain("https://gds-users.signin.aws.amazon.com/console");
        text.ShouldContain("Security credentials");
        text.ShouldContain("Create access key");
    }

    [Theory]
    [InlineData("key-old-two")]
    [InlineData("key-inactive-two")]
    [InlineData("key-inactive-machine")]
    public void Whoever_has_two_keys_must_delete_one_first(string mail) => KeyLetters.ByName[mail].Text.ShouldContain("AWS takes no third");

    [Theory]
    [InlineData("key-old-machine")]
    [InlineData("key-unused-machine")]
    [InlineData("key-inactive-machine")]
    [InlineData("key-deleted-machine")]
    public void A_machine_users_owner_is_not_told_about_aws_vault(string mail)
    {
        KeyLetters.ByName[mail].Text.ShouldNotContain("aws-vault");
        KeyLetters.ByName[mail].Text.ShouldContain("of the machine user copier in the AWS account gds-users, for which you answer,");
    }

    [Fact]
    public void A_key_that_was_never_used_says_so() => KeyLetters.ByName["key-unused"].Text.ShouldContain("Last used: never, as far as AWS knows");

    [Fact]
    public void A_mail_about_disuse_says_by_when_it_ends()
    {
        KeyLetters.ByName["key-unused"].Text.ShouldContain("you are told again before it is too old, and it works until Tuesday 5 January 2027 at least");
        KeyLetters.ByName["key-unused-ends"].Text.ShouldContain("If you need it, use it before Sunday 6 December 2026.");
    }

    [Fact]
    public void A_mail_about_an_inactive_key_says_how_it_is_given_back()
    {
        KeyLetters.ByName["key-inactive"].Text.ShouldContain("gatehouse keys reactivate jane.doe@digital.cabinet-office.gov.uk AKIAIOSFODNN7EXAMPLE");
        KeyLetters.ByName["key-inactive"].Text.ShouldContain("24 hours");
        KeyLetters.ByName["key-inactive"].Text.ShouldContain("On Monday 21 December 2026 it is deleted.");
        KeyLetters.ByName["key-inactive-unused"].Text.ShouldContain("because nobody has used it for 60 days");
    }

    [Fact]
    public void Nobody_is_asked_to_make_a_key_inactive_that_is_so_already()
    {
        KeyLetters.ByName["key-inactive"].Text.ShouldContain("Once the new one works, delete AKIAIOSFODNN7EXAMPLE: \"Actions\", \"Delete\".");
        KeyLetters.ByName["key-inactive-machine"].Text.ShouldContain("Once nothing misses AKIAIOSFODNN7EXAMPLE any more, delete it.");
        KeyLetters.ByName["key-old-machine"].Text.ShouldContain("Make AKIAIOSFODNN7EXAMPLE inactive.");
    }

    [Theory]
    [InlineData("key-old-machine")]
    [InlineData("key-inactive-machine")]
    public void A_machine_users_owner_is_told_what_to_write_so_that_the_key_is_rotated(string mail) =>
        KeyLetters.ByName[mail].Text.ShouldContain("write its \"repository\" and its \"secrets\" beside it, in mgmt/machine-users.json");

    [Fact]
    public void No_day_is_named_where_nothing_happens()
    {
        KeyLetters.ByName["key-old-never-ends"].Text.ShouldNotContain("made inactive");
        KeyLetters.Of(Key(90).Warned(89, 14), Rule with { DeleteDays = 0 }).Text.ShouldNotContain("it is deleted");
    }

    [Fact]
    public void The_day_in_a_warning_is_never_after_the_end_even_for_a_key_first_seen_when_it_was_far_too_old() =>
        KeyLetters.Of(Key(400)).Subject.ShouldBe("Last warning: your AWS access key stops working on Saturday 28 November 2026");

    [Fact]
    public void Nobody_is_mailed_that_an_exemption_is_remembered() =>
        Should.Throw<UnknownKeyChangeException>(() => KeyMails.Of(new KeyLetter(new RememberExemption(GivenKeys.Account, Jane, Id), Key(10), Rule, Now) { AccountName = "gds-users", Help = "" }));
}
