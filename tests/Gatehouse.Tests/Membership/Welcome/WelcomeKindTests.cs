using Gatehouse.Membership;
using Gatehouse.Membership.Welcome;

namespace Gatehouse.Tests.Membership.Welcome;

/// <summary>A reset and a return bring a password too; what their readers know already is not told again.</summary>
public sealed class WelcomeKindTests
{
    private static readonly WelcomeLetter Reset = WelcomeLetters.ForJane() with { Kind = WelcomeKind.Reset, HasSecondFactor = true, Groups = [] };
    private static readonly WelcomeLetter Restored = WelcomeLetters.ForJane() with { Kind = WelcomeKind.Restored, HasSecondFactor = true };

    [Fact]
    public void A_reset_says_that_somebody_asked_where_and_what_to_do_when_it_was_not_you()
    {
        var mail = WelcomeMail.Write(Reset);

        mail.Subject.ShouldBe("Your new AWS password: sign in before Saturday 28 November 2026");
        mail.Text.ShouldContain("Somebody asked for it in pull request 7 of alphagov/aws-user-management-account-users");
        mail.Text.ShouldContain("If you did not ask for this");
        mail.Text.ShouldContain("your MFA devices stay as they are");
        mail.Text.ShouldContain($"Password: {WelcomeLetters.Password}");
    }

    [Fact]
    public void A_return_says_that_the_groups_are_back_that_keys_stay_inactive_and_how_to_make_new_ones()
    {
        var mail = WelcomeMail.Write(Restored with { Lost = ["PayrollAdmins"] });

        mail.Subject.ShouldBe("Your AWS access is back: sign in before Saturday 28 November 2026");
        mail.Text.ShouldContain("Your groups are back. You are in the group: CrossAccountAccess.");
        mail.Text.ShouldContain("You were in PayrollAdmins too. An administrator must give that back by hand");
        mail.Text.ShouldContain("Your access keys stay inactive");
        mail.Text.ShouldContain("aws-vault remove gds-users");
        mail.Text.ShouldContain($"Password: {WelcomeLetters.Password}");
    }

    [Theory]
    [InlineData(WelcomeKind.Reset)]
    [InlineData(WelcomeKind.Restored)]
    public void Somebody_who_has_MFA_is_not_told_how_to_add_it(WelcomeKind kind)
    {
        var mail = WelcomeMail.Write(Reset with { Kind = kind });

        mail.Text.ShouldNotContain("Assign MFA device");
        mail.Text.ShouldNotContain("Step ", Case.Sensitive);
        mail.Text.ShouldNotContain("steps below");
        mail.Text.ShouldNotContain("[profile");
    }

    [Theory]
    [InlineData(WelcomeKind.Reset)]
    [InlineData(WelcomeKind.Restored)]
    public void Somebody_who_never_came_as_far_as_MFA_is_taken_the_whole_way(WelcomeKind kind)
    {
        var mail = WelcomeMail.Write(Reset with { Kind = kind, HasSecondFactor = false });

        mail.Text.ShouldContain("so do step 2 as well");
        for (var step = 1; step <= 5; step++)
        {
            mail.Text.ShouldContain($"Step {step}: ");
        }
    }

    [Fact]
    public void A_second_attempt_says_that_it_replaces_the_first_whatever_it_is_for() =>
        new[] { Reset with { ReplacesEarlier = true }, Restored with { ReplacesEarlier = true } }
            .ShouldAllBe(letter => WelcomeMail.Write(letter).Text.Contains("replaces any earlier one", StringComparison.Ordinal));

    [Fact]
    public void Without_a_pull_request_none_is_named()
    {
        WelcomeMail.Write(Reset with { RequestedIn = null }).Text.ShouldContain("Somebody asked for it. Your old password");
        WelcomeMail.Write(Restored with { RequestedIn = null }).Text.ShouldContain("again. It was blocked");
    }
}
