using System.Text.Json.Nodes;
using Gatehouse.Register;
using Gatehouse.Root;
using static Gatehouse.Tests.Root.RootEvents;

namespace Gatehouse.Tests.Root;

public class RootAlertTextTests
{
    private const string OnCall = "<!subteam^S0EXAMPLE>";

    private static readonly RootNotice Notice = new(Payments, Nine.AddHours(-1), Nine.AddHours(1), "Jane Doe", "a lost phone");

    private static readonly string[] SignInNames = ["ConsoleLogin", "PasswordRecoveryRequested", "PasswordRecoveryCompleted", "PasswordUpdated", "EmailUpdated", "SomethingNew"];

    private static readonly string[] CallNames =
        ["CreateVirtualMFADevice", "EnableMFADevice", "DeactivateMFADevice", "DeleteVirtualMFADevice", "ResyncMFADevice", "CreateAccessKey", "UpdateAccessKey", "DeleteAccessKey", "SomethingElse"];

    private static readonly string[] Outcomes = ["Success", "Failure"];

    public static TheoryData<string, string, string> EveryKind
    {
        get
        {
            var all = new TheoryData<string, string, string>();
            foreach (var name in SignInNames.Concat(CallNames))
            {
                foreach (var outcome in Outcomes)
                {
                    foreach (var standing in new[] { "announced", "unannounced", "unreadable" })
                    {
                        all.Add(name, outcome, standing);
                    }
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(EveryKind))]
    public void Every_kind_and_outcome_says_account_what_when_where_MFA_what_to_do_and_whether_it_was_announced(string name, string outcome, string standing)
    {
        var text = RootAlertText.Of(Alert(name, outcome, standing), OnCall);

        text.ShouldContain("payments-production (123456789012)");
        text.ShouldContain("2026-11-21 09:00:00 UTC");
        text.ShouldContain("`192.0.2.10`");
        text.ShouldContain("• MFA: ");
        text.ShouldContain("*Now:* ");
        text.ShouldContain("`e1`");
        text.Contains("fail", StringComparison.OrdinalIgnoreCase).ShouldBe(outcome == "Failure");
        text.Contains(OnCall, StringComparison.Ordinal).ShouldBe(standing != "announced");
        text.Contains("NOT ANNOUNCED", StringComparison.Ordinal).ShouldBe(standing != "announced");
        text.ShouldContain(standing switch
        {
            "announced" => "Announced: by Jane Doe for a lost phone, from 2026-11-21 08:00:00 UTC to 2026-11-21 10:00:00 UTC",
            "unannounced" => "Announced: no. mgmt/root-notices.json has no notice for this account at that time",
            _ => "nobody knows, because the notices could not be read: mgmt/root-notices.json:4: There is no \"who\". Take it as not announced",
        });
    }

    [Fact]
    public void No_two_kinds_or_outcomes_say_the_same_happened()
    {
        var said = SignInNames.Concat(CallNames)
            .SelectMany(name => Outcomes.Select(outcome => RootAlertText.Of(Alert(name, outcome, "unannounced"), OnCall).Split('\n')[0]))
            .ToList();

        said.Distinct().Count().ShouldBe(said.Count);
    }

    [Theory]
    [InlineData("ConsoleLogin", "Success", "Somebody signed in as the root user of", "reset the root password yourself")]
    [InlineData("ConsoleLogin", "Failure", "tried to sign in as the root user", "whether they mistyped")]
    [InlineData("PasswordRecoveryRequested", "Success", "asked for a new root password", "do not follow the link")]
    [InlineData("PasswordRecoveryRequested", "Failure", "tried to ask for a new root password", "Nothing was mailed")]
    [InlineData("PasswordRecoveryCompleted", "Success", "was reset through the mailed link", "reset the root password yourself")]
    [InlineData("PasswordRecoveryCompleted", "Failure", "tried to reset the root password", "change the root mailbox's password")]
    [InlineData("PasswordUpdated", "Success", "was changed by somebody who was signed in as root", "reset the root password yourself")]
    [InlineData("EmailUpdated", "Success", "the mail address of the root user", "whoever has the new mailbox can take the account")]
    [InlineData("DeactivateMFADevice", "Success", "taken away from the root user", "a password is enough")]
    [InlineData("CreateAccessKey", "Success", "An access key was made for the root user", "Delete this key")]
    [InlineData("DeleteAccessKey", "Success", "was deleted", "a good thing if they did")]
    [InlineData("SomethingElse", "Success", "did SomethingElse (iam.amazonaws.com)", "reset the root password yourself")]
    public void What_happened_and_what_to_do_fit_the_kind(string name, string outcome, string what, string now)
    {
        var text = RootAlertText.Of(Alert(name, outcome, "unannounced"), OnCall);

        text.ShouldContain(what, Case.Insensitive);
        text.ShouldContain(now);
    }

    [Fact]
    public void An_announced_event_asks_to_check_with_whoever_announced_it_and_still_says_what_to_do_if_it_was_not_them()
    {
        var text = RootAlertText.Of(Alert("ConsoleLogin", "Success", "announced"), OnCall);

        text.ShouldContain("*Announced: Somebody signed in");
        text.ShouldContain("*Now:* Check with Jane Doe that this was them. If it was not: reset the root password yourself");
    }

    [Fact]
    public void A_sign_in_without_MFA_says_to_give_root_a_device() =>
        RootAlertText.Of(Alert("ConsoleLogin", "Success", "unannounced"), OnCall).ShouldContain("This sign-in used no MFA");

    [Fact]
    public void What_root_does_to_a_person_names_the_person() =>
        RootAlertText.Of(new RootAlert(Read(Call("CreateAccessKey", "e1", new() { ["userName"] = "jane.doe@example.gov.uk" }))), OnCall)
            .ShouldContain("An access key was made for the IAM user jane.doe@example.gov.uk by the root user, in 123456789012 (not named in gatehouse.json)");

    [Fact]
    public void Whether_it_worked_is_not_made_up() =>
        RootAlertText.Of(new RootAlert(Read(SignIn("PasswordUpdated", "e1", outcome: null))), OnCall).ShouldContain("AWS does not say whether it worked");

    [Fact]
    public void An_account_without_a_name_is_said_by_its_number()
    {
        RootAlertText.Of(new RootAlert(Read(SignIn("ConsoleLogin", "e1"))), OnCall).ShouldContain("123456789012 (not named in gatehouse.json)");
        RootAlertText.Of(new RootAlert(Read(SignIn("ConsoleLogin", "e1"))) { NamesUnread = "x" }, OnCall).ShouldContain("123456789012 (its name could not be looked up)");
    }

    [Fact]
    public void Without_an_on_call_group_it_is_as_loud_and_mentions_nobody() =>
        RootAlertText.Of(Alert("ConsoleLogin", "Success", "unannounced"), null).ShouldStartWith(":rotating_light: *NOT ANNOUNCED: Somebody signed in");

    [Fact]
    public void Nothing_from_outside_becomes_a_mention_a_link_a_second_line_or_a_long_message()
    {
        var arrived = SignIn("ConsoleLogin", "e1");
        var detail = arrived["detail"]!;
        detail["userAgent"] = "<!channel> `<https://evil.example|click>`\r\n*Now:* do nothing & relax\u2028" + new string('x', 50_000);
        detail["sourceIPAddress"] = "<!here>";
        detail["errorMessage"] = "<@U0EXAMPLE>";
        detail["eventName"] = "<!everyone>\nConsoleLogin";
        detail["recipientAccountId"] = "<!channel>";
        var alert = new RootAlert(Read(arrived)) { AccountName = "<!channel>\npayments", Notice = Notice with { Who = "<!channel>", Why = "<!here>\n" } };

        var text = RootAlertText.Of(alert, null) + RootAlertText.Bare(alert, null);

        text.ShouldNotContain("<");
        text.ShouldNotContain(">");
        text.ShouldContain("&lt;!channel&gt; '&lt;https://evil.example|click&gt;'  *Now:* do nothing &amp; relax");
        text.Split('\n').Count(line => line.StartsWith("*Now:*", StringComparison.Ordinal)).ShouldBe(1);
        text.Length.ShouldBeLessThan(5_000);
    }

    [Fact]
    public void A_completion_says_when_it_was_asked_for_or_that_nobody_is_known_to_have_asked()
    {
        var completion = new RootAlert(Read(SignIn("PasswordRecoveryCompleted", "e1")));

        RootAlertText.Of(completion, OnCall).ShouldContain("no request for it was seen in the day before");
        RootAlertText.Of(completion with { RequestedAt = Nine.AddMinutes(-7) }, OnCall).ShouldContain("Reset: it was asked for at 2026-11-21 08:53:00 UTC");
        RootAlertText.Of(new RootAlert(Read(SignIn("PasswordRecoveryRequested", "e2"))) { CompletedAt = Nine.AddMinutes(3) }, OnCall).ShouldContain("completed already, at 2026-11-21 09:03:00 UTC");
    }

    [Fact]
    public void A_request_that_stays_open_is_told_as_such()
    {
        var text = RootAlertText.Of(new RootAlert(Read(SignIn("PasswordRecoveryRequested", "e1"))) { OpenFor = 60 }, OnCall);

        text.ShouldContain("A root password reset of 123456789012 (not named in gatehouse.json) was asked for and has not been completed for 60 minutes");
        text.ShouldContain("who has read the link");
    }

    [Fact]
    public void A_request_whose_reset_is_done_already_is_no_longer_about_its_link()
    {
        var request = new RootAlert(Read(SignIn("PasswordRecoveryRequested", "e1")));

        RootAlertText.Of(request, OnCall).ShouldContain("do not follow the link");
        RootAlertText.Of(request with { CompletedAt = Nine.AddMinutes(3) }, OnCall).ShouldContain("reset the root password yourself");
    }

    [Theory]
    [MemberData(nameof(EveryKind))]
    public void The_mail_says_the_same(string name, string outcome, string standing)
    {
        var mail = RootAlertMail.Write(Alert(name, outcome, standing), "#cyber-security-help", 15);

        mail.Subject.ShouldStartWith(standing == "announced" ? "Root account alert, announced: " : "Root account alert, not announced: ");
        mail.Text.ShouldContain("payments-production (123456789012)");
        mail.Text.ShouldContain("When: 2026-11-21 09:00:00 UTC");
        mail.Text.ShouldContain("MFA: ");
        mail.Text.ShouldContain("What to do now");
        mail.Text.ShouldContain("Slack has not taken this alert for 15 minutes");
        mail.Html.ShouldContain("#cyber-security-help");
    }

    [Fact]
    public void The_mail_shows_what_came_from_outside_as_text()
    {
        var arrived = SignIn("ConsoleLogin", "e1");
        arrived["detail"]!["userAgent"] = "<script>alert(1)</script>\r\nSubject: hello";

        var mail = RootAlertMail.Write(new RootAlert(Read(arrived)), "#cyber-security-help", 15);

        mail.Html.ShouldNotContain("<script>");
        mail.Text.ShouldContain("With: <script>alert(1)</script> Subject: hello");
    }

    private static RootAlert Alert(string name, string outcome, string standing)
    {
        var arrived = SignInNames.Contains(name) ? SignIn(name, "e1", outcome: outcome) : Call(name, "e1", new JsonObject { ["userName"] = "AWS ROOT USER" }, error: outcome == "Failure" ? "AccessDenied" : null);
        return new RootAlert(Read(arrived))
        {
            AccountName = "payments-production",
            Notice = standing == "announced" ? Notice : null,
            NoticesUnread = standing == "unreadable" ? "mgmt/root-notices.json:4: There is no \"who\"." : null,
        };
    }
}
