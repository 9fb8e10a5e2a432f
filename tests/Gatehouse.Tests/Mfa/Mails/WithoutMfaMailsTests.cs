using Gatehouse.Mfa;
using static Gatehouse.Tests.Mfa.Mails.WithoutMfaLetters;

namespace Gatehouse.Tests.Mfa.Mails;

public sealed class WithoutMfaMailsTests
{
    [Fact]
    public void The_first_mail_says_what_to_do_and_how_long_it_takes_and_threatens_nothing()
    {
        var mail = Of(First);

        mail.Subject.ShouldBe("Please add MFA to your AWS user");
        mail.Text.ShouldContain("about 5 minutes");
        mail.Text.ShouldContain("https://gds-users.signin.aws.amazon.com/console");
        mail.Text.ShouldContain("paste your user name exactly, with nothing added: jane.doe@digital.cabinet-office.gov.uk");
        mail.Text.ShouldNotContain("taken away");
    }

    [Fact]
    public void The_second_mail_names_the_day_in_its_subject_and_says_what_stays()
    {
        var mail = Of(Second, Ends);

        mail.Subject.ShouldBe("Add MFA to your AWS user, or your password ends on Saturday 5 December 2026");
        mail.Text.ShouldContain("without a second factor since Saturday 21 November 2026");
        mail.Text.ShouldContain("! If there is still no MFA device on Saturday 5 December 2026");
        mail.Text.ShouldContain("your access keys stay");
    }

    [Fact]
    public void Where_nobody_takes_the_password_the_second_mail_names_no_day()
    {
        var mail = Of(Second);

        mail.Subject.ShouldBe("Your AWS user still has no MFA");
        mail.Text.ShouldNotContain("taken away");
    }

    [Fact]
    public void A_first_mail_that_is_the_last_before_the_end_names_the_day() => Of(First, Ends).Subject.ShouldContain("Saturday 5 December 2026");

    [Fact]
    public void The_last_mail_says_why_and_exactly_how_to_get_back()
    {
        var mail = Of(Suspended);

        mail.Text.ShouldContain("no second factor since Saturday 21 November 2026, although we asked for one by mail");
        mail.Text.ShouldContain("adds this line to the file mgmt/password-reset-emails.txt: jane.doe@digital.cabinet-office.gov.uk");
        mail.Text.ShouldContain("alphagov/aws-user-management-account-users");
        mail.Text.ShouldContain("#aws-access on Slack");
    }

    [Fact]
    public void No_other_change_has_such_a_mail() =>
        Should.Throw<UnknownMfaChangeException>(() => Of(new TellVirtualNeeded(First.Person)));
}
