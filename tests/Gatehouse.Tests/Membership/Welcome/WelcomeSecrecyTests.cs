using Gatehouse.Membership.Welcome;

namespace Gatehouse.Tests.Membership.Welcome;

/// <summary>What a log, an exception or a debugger prints of a welcome.</summary>
public sealed class WelcomeSecrecyTests
{
    [Fact]
    public void A_letter_prints_its_person_and_never_its_password() =>
        WelcomeLetters.ForJane().ToString().ShouldBe("welcome letter for jane.doe@digital.cabinet-office.gov.uk");

    [Fact]
    public void A_mail_prints_its_subject_and_never_its_bodies() =>
        WelcomeMail.Write(WelcomeLetters.ForJane()).ToString()
            .ShouldBe("mail 'Your AWS access is ready: sign in before Saturday 28 November 2026'");

    [Fact]
    public void No_block_of_the_content_prints_the_password()
    {
        foreach (var block in WelcomeMail.Content(WelcomeLetters.ForJane()))
            block.ToString().ShouldNotContain(WelcomeLetters.Password);
    }

    [Fact]
    public void The_password_is_written_once_in_each_part()
    {
        var mail = WelcomeMail.Write(WelcomeLetters.ForJane());

        mail.Text.Split(WelcomeLetters.Password).Length.ShouldBe(2);
        mail.Html.Split(WelcomeLetters.Password).Length.ShouldBe(2);
    }
}
