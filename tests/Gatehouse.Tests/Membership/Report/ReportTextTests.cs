using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Membership.Report;
using static Gatehouse.Tests.Membership.Given;

namespace Gatehouse.Tests.Membership.Report;

public class ReportTextTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    private static readonly ReportNotes Quiet = new(null, Reconciles: true);
    private static readonly PlannedChange Jane = Planned(new CreateUser(Name("jane"), [Group]));

    [Fact]
    public void A_comment_says_of_each_person_what_was_done_and_that_IAM_confirms_it()
    {
        var readBack = ReadBack.Of([Jane], Snapshot(Managed("jane", Group)));
        var rows = ReportRow.Of([AuditEntry.Of(Run, Jane, Outcome.Applied, Noon), AuditEntry.OfWelcome(Run, Jane, Outcome.Welcomed, Noon)], readBack);

        var comment = CommentText.Write(rows, Run.Name, Quiet);

        comment.ShouldContain("`jane@digital.cabinet-office.gov.uk` | create the user, in CrossAccountAccess | ✅ done, and read back from IAM |");
        comment.ShouldContain("send the welcome | ✉️ accepted for delivery at 12:00 UTC |");
        comment.ShouldNotContain("switched off");
    }

    [Fact]
    public void What_IAM_does_not_show_is_not_called_read_back()
    {
        var rows = ReportRow.Of([AuditEntry.Of(Run, Jane, Outcome.Applied, Noon)], ReadBack.Of([Jane], Snapshot(Managed("jane"))));

        CommentText.Write(rows, Run.Name, Quiet).ShouldContain("IAM does not show it yet");
    }

    [Fact]
    public void The_newest_outcome_of_a_change_replaces_the_older_ones()
    {
        var rows = ReportRow.Of(
            [AuditEntry.Of(Run, Jane, Outcome.Applied, Noon.AddMinutes(5)), AuditEntry.Of(Run, Jane, Outcome.Failed, Noon, "Throttling: slow down")],
            new Dictionary<string, bool>());

        rows.ShouldHaveSingleItem().Outcome.ShouldBe(Outcome.Applied);
    }

    [Fact]
    public void What_somebody_wrote_into_the_register_cannot_break_the_table_or_call_anyone()
    {
        var nasty = Planned(new CreateUser(Name("a|b`<img src=x>@team"), ["G|<b>@all"]));
        var rows = ReportRow.Of([AuditEntry.Of(Run, nasty, Outcome.Failed, Noon, "first\nsecond | @everyone <script>")], new Dictionary<string, bool>());

        var comment = CommentText.Write(rows, Run.Name, Quiet);

        var row = comment.Split('\n').Single(line => line.Contains("failed", StringComparison.Ordinal) && line.StartsWith('|'));
        row.Replace("\\|", "", StringComparison.Ordinal).Count(character => character == '|').ShouldBe(4);
        row.ShouldNotContain("<script>");
        row.ShouldNotContain(" @everyone");
    }

    [Fact]
    public void A_merge_that_changes_nobody_says_so() =>
        CommentText.Write([], Run.Name, Quiet).ShouldContain("this merge changes nobody's access");

    [Fact]
    public void A_problem_is_told_with_its_reason_and_a_switched_off_reconcile_with_what_waits()
    {
        var comment = CommentText.Write([], Run.Name, new ReportNotes("RegisterUnreadableException: terraform/gds_users.tf.json:12", Reconciles: false));

        comment.ShouldContain("nothing more was applied");
        comment.ShouldContain("terraform/gds_users.tf.json:12");
        comment.ShouldContain("switched off");
    }

    [Fact]
    public void A_hundred_and_fifty_rows_are_listed_the_failures_first_and_the_others_counted()
    {
        var entries = Enumerable.Range(0, 500).Select(number => AuditEntry.Of(Run, Planned(new CreateUser(Name($"p{number:000}"), [])), number >= 300 ? Outcome.Failed : Outcome.Applied, Noon, new string('x', 2_000)));

        var comment = CommentText.Write(ReportRow.Of(entries, new Dictionary<string, bool>()), Run.Name, Quiet);

        comment.ShouldContain("p300");
        comment.ShouldContain("… and 350 more, 50 of which did not go through");
        comment.Length.ShouldBeLessThan(65_536);
    }

    [Fact]
    public void Reasons_are_cut_so_that_Slack_takes_a_report_of_many_failures()
    {
        var entries = Enumerable.Range(0, 20).Select(number => AuditEntry.Of(Run, Planned(new CreateUser(Name($"p{number:00}"), [])), Outcome.Failed, Noon, new string('x', 32_000)));

        SlackText.Write(new RunInput("merge", PullRequest: 7), Run.Name, ReportRow.Of(entries, new Dictionary<string, bool>()), Quiet)!.Length.ShouldBeLessThan(40_000);
    }

    [Fact]
    public void Slack_hears_nothing_of_a_reconcile_that_did_nothing() =>
        SlackText.Write(new RunInput("schedule"), Run.Name, [], Quiet).ShouldBeNull();

    [Fact]
    public void Slack_hears_of_each_person()
    {
        var rows = ReportRow.Of([AuditEntry.Of(Run, Jane, Outcome.Applied, Noon), AuditEntry.OfWelcome(Run, Jane, Outcome.Welcomed, Noon)], new Dictionary<string, bool>());

        var text = SlackText.Write(new RunInput("merge", PullRequest: 7), Run.Name, rows, Quiet).ShouldNotBeNull();

        text.ShouldContain("#7");
        text.ShouldContain("1 change applied, 1 mail sent, 0 changes refused, 0 changes failed");
        text.ShouldContain("jane@digital.cabinet-office.gov.uk: create the user, in CrossAccountAccess: done; send the welcome: accepted");
    }

    [Fact]
    public void Of_a_leaver_both_say_what_still_runs_elsewhere_and_who_allowed_it()
    {
        var leaver = Planned(new QuarantineUser(Name("jane"), []));
        var rows = ReportRow.Of([AuditEntry.Of(Run, leaver, Outcome.Applied, Noon, "allowed by bob, who put the label gatehouse:allow-removals on")], ReadBack.Of([leaver], Snapshot(Managed("jane") with { Denied = true })));

        foreach (var text in new[] { CommentText.Write(rows, Run.Name, Quiet), SlackText.Write(new RunInput("merge", PullRequest: 7), Run.Name, rows, Quiet)! })
        {
            text.ShouldContain("sessions of roles already assumed elsewhere run to their maximum (up to 12 hours)");
            text.ShouldContain("allowed by bob");
        }
    }

    [Fact]
    public void Of_a_notice_that_SES_did_not_take_both_say_so_beside_the_change_that_was_made()
    {
        var leaver = Planned(new QuarantineUser(Name("jane"), []));
        var rows = ReportRow.Of(
            [AuditEntry.Of(Run, leaver, Outcome.Applied, Noon), AuditEntry.OfNotice(Run, leaver, Outcome.Failed, Noon, "NoticeNotAcceptedException: SES did not accept the mail to their contact: MessageRejected")],
            new Dictionary<string, bool>());

        CommentText.Write(rows, Run.Name, Quiet).ShouldContain("tell of it by mail | ❌ failed: NoticeNotAcceptedException: SES did not accept the mail to their contact");
        SlackText.Write(new RunInput("schedule"), Run.Name, rows, Quiet)!.ShouldContain(":x: tell of it by mail failed");
    }

    [Fact]
    public void Slack_always_names_whose_MFA_was_reset_however_many_others_there_are()
    {
        var entries = Enumerable.Range(0, 40).Select(number => AuditEntry.Of(Run, Planned(new AddToGroup(Name($"a{number:00}"), Group)), Outcome.Applied, Noon))
            .Concat(Enumerable.Range(0, 20).Select(number => AuditEntry.Of(Run, Planned(new ResetMfa(Name($"z{number:00}"), Head)), Outcome.Applied, Noon)));

        var text = SlackText.Write(new RunInput("merge", PullRequest: 7), Run.Name, ReportRow.Of(entries, new Dictionary<string, bool>()), Quiet)!;

        text.Split(":closed_lock_with_key:").Length.ShouldBe(21);
        text.ShouldContain("• and 40 more");
    }
}
