using Gatehouse.Membership;
using Gatehouse.Membership.Notices;
using static Gatehouse.Tests.Membership.Given;
using static Gatehouse.Tests.Membership.Notices.NoticeLetters;

namespace Gatehouse.Tests.Membership.Notices;

public sealed class NoticeMailsTests
{
    [Fact]
    public void A_leaver_is_told_what_happened_when_they_are_deleted_and_whom_to_ask()
    {
        var mail = To(Name("jane.doe").Value, Of(Leaver));

        mail.Subject.ShouldBe("Your AWS access has ended");
        mail.Text.ShouldContain("was blocked on Saturday 21 November 2026");
        mail.Text.ShouldContain("agreed in pull request 7 of alphagov/aws-user-management-account-users");
        mail.Text.ShouldContain("12 hours at most");
        mail.Text.ShouldContain("kept for 14 days. After Saturday 5 December 2026 it is deleted");
        mail.Text.ShouldContain("#aws-access on Slack");
    }

    [Fact]
    public void The_contact_of_a_leavers_team_is_told_too_and_what_stops_with_the_keys()
    {
        var mail = To(Contact, Of(Leaver));

        mail.Subject.ShouldBe("The AWS access of jane.doe@digital.cabinet-office.gov.uk has ended");
        mail.Text.ShouldContain("A program of yours that used one of these keys has stopped");
        mail.Text.ShouldContain("deleted after Saturday 5 December 2026");
    }

    [Fact]
    public void Without_a_contact_only_the_leaver_is_told_and_a_contact_who_is_the_leaver_gets_one_mail()
    {
        Of(Leaver with { Contact = null }).ShouldHaveSingleItem().Reader.ShouldBe("the person");
        Of(Leaver with { Contact = "JANE.DOE@digital.cabinet-office.gov.uk" }).ShouldHaveSingleItem().Reader.ShouldBe("the person");
    }

    [Fact]
    public void Where_there_is_no_grace_time_the_mails_say_that_the_user_is_deleted() =>
        Of(Leaver with { AtOnce = true }).ShouldAllBe(notice => notice.Mail.Text.Contains("has been deleted", StringComparison.Ordinal) && !notice.Mail.Text.Contains("14 days", StringComparison.Ordinal));

    [Fact]
    public void Somebody_renamed_is_told_that_their_new_name_has_a_mail_of_its_own()
    {
        var mail = To(Name("jane.doe").Value, Of(Leaver with { RenamedTo = Name("jane.doe@cabinetoffice.gov.uk") }));

        mail.Text.ShouldContain("a new user in its place: jane.doe@cabinetoffice.gov.uk. A mail of its own goes to that address");
        mail.Text.ShouldContain("keys and MFA devices are not carried over");
    }

    [Fact]
    public void Somebody_whose_MFA_was_reset_is_told_how_to_add_a_device_and_what_to_do_when_they_did_not_ask()
    {
        var mail = Of(MfaReset).ShouldHaveSingleItem().Mail;

        mail.Text.ShouldContain("If you did not ask for this");
        mail.Text.ShouldContain("https://gds-users.signin.aws.amazon.com/console");
        mail.Text.ShouldContain("Assign MFA device");
        mail.Text.ShouldContain("paste your user name exactly, with nothing added: jane.doe@digital.cabinet-office.gov.uk");
    }

    [Fact]
    public void Of_a_password_that_nobody_used_the_person_and_whoever_asked_are_told_and_how_to_ask_again()
    {
        var notices = Of(Expired, "team.lead@digital.cabinet-office.gov.uk");

        notices.Select(notice => notice.Reader).ShouldBe(["the person", "whoever asked"]);
        foreach (var text in notices.Select(notice => notice.Mail.Text))
        {
            text.ShouldContain("On Saturday 14 November 2026");
            text.ShouldContain("within 7 days");
            text.ShouldContain("mgmt/password-reset-emails.txt");
        }
    }

    [Theory]
    [InlineData("nobody known", null, false)]
    [InlineData("the person's own domain", "lead@digital.cabinet-office.gov.uk", true)]
    [InlineData("the same in capitals", "Lead@DIGITAL.cabinet-office.gov.uk", true)]
    [InlineData("the domain that the deployment sends from", "lead@example.gov.uk", true)]
    [InlineData("another domain", "lead@supplier.example", false)]
    [InlineData("a domain that only ends the same", "lead@evil-digital.cabinet-office.gov.uk", false)]
    [InlineData("two addresses in one", "victim@supplier.example,lead@digital.cabinet-office.gov.uk", false)]
    [InlineData("a name before the address", "Lead <lead@digital.cabinet-office.gov.uk>", false)]
    [InlineData("a line break at the end", "lead@digital.cabinet-office.gov.uk\n", false)]
    public void Whoever_asked_is_mailed_only_where_mail_about_the_person_goes_anyway(string which, string? requester, bool mailed) =>
        Of(Expired, requester).Count.ShouldBe(mailed ? 2 : 1, which);

    [Fact]
    public void No_other_change_brings_a_notice() =>
        Should.Throw<UnknownChangeException>(() => Of(new AddToGroup(Name("jane.doe"), Group)));

    private static Gatehouse.Membership.Mails.Mail To(string address, IReadOnlyList<Notice> notices) => notices.Single(notice => notice.Address == address).Mail;
}
