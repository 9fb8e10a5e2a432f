using Gatehouse.Ledger;
using Gatehouse.Membership;
using static Gatehouse.Tests.Membership.Given;

namespace Gatehouse.Tests.Membership.Report;

public sealed class ReportApplyTests : IDisposable
{
    private static readonly RunInput Schedule = new("schedule");
    private static readonly PlannedRefusal Refusal = new(Planned(new QuarantineUser(Name("jane"), []), pullRequest: 5), "Removals", "refused: 12 of 40 people (30.00%) is over 25.00%");
    private static readonly Finding ByHand = new(FindingKind.ChangedByHand, "jane@x", "was put into Auditors");
    private readonly Reporting reporting = new();

    public void Dispose() => reporting.Dispose();

    [Fact]
    public async Task A_schedule_with_nothing_to_say_is_silent_and_writes_nothing_but_the_lock()
    {
        await reporting.RunAsync("schedule-1", Schedule, Plan());

        reporting.Slack.ShouldBeEmpty();
        reporting.Comments.ShouldBeEmpty();
        reporting.Ledger.Writes.ShouldBe(["PutItem LOCK#membership|LOCK", "TransactWriteItems LOCK#membership|LOCK"]);
    }

    [Fact]
    public async Task A_refusal_is_named_by_each_merge_on_its_pull_request_and_in_Slack_and_by_the_schedule_once()
    {
        await reporting.RunAsync("merge-5", Merge(5), Plan() with { Refused = [Refusal] });
        await reporting.RunAsync("schedule-1", Schedule, Plan() with { Refused = [Refusal] });
        await reporting.RunAsync("merge-8", Merge(8), Plan() with { Refused = [Refusal] });
        await reporting.RunAsync("merge-9", Merge(9), Plan() with { Refused = [Refusal] });

        reporting.Comments[5].ShouldContain("⛔ refused: 12 of 40 people (30.00%)");
        reporting.Comments[8].ShouldContain("Still refused, from before");
        reporting.Comments[9].ShouldContain("quarantine the user (#5)");
        reporting.Slack.Count.ShouldBe(3);
        reporting.Slack.ShouldAllBe(text => text.Contains("jane@digital.cabinet-office.gov.uk", StringComparison.Ordinal));
        (await reporting.Ledger.Audit.OfPullRequestAsync(5, default)).ShouldHaveSingleItem().Outcome.ShouldBe(Outcome.Refused);
    }

    [Fact]
    public async Task A_refusal_that_waited_and_went_is_news_when_it_comes_back()
    {
        await reporting.RunAsync("schedule-1", Schedule, Plan() with { Refused = [Refusal] });
        await reporting.RunAsync("schedule-2", Schedule, Plan());
        await reporting.RunAsync("schedule-3", Schedule, Plan() with { Refused = [Refusal] });

        reporting.Slack.Count.ShouldBe(2);
        reporting.Counted.Split('\n').Count(line => line.Contains("\"ChangesRefused\":1", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task A_finding_is_told_once_and_a_merge_that_does_not_look_for_it_forgets_it_not()
    {
        await reporting.RunAsync("schedule-1", Schedule, Plan() with { Findings = [ByHand] });
        await reporting.RunAsync("merge-8", Merge(8), Plan());
        await reporting.RunAsync("schedule-2", Schedule, Plan() with { Findings = [ByHand] });

        reporting.Slack.ShouldHaveSingleItem().ShouldContain("*Changed by hand*: jane@x was put into Auditors");
    }

    [Fact]
    public async Task An_unreviewed_merge_is_loud_on_its_pull_request_and_in_Slack()
    {
        await reporting.RunAsync("merge-8", Merge(8), Plan() with { Findings = [new Finding(FindingKind.Unreviewed, "#8", "by alice was merged by alice and approved by nobody else")] });

        reporting.Comments[8].ShouldContain("🚨");
        reporting.Slack.ShouldHaveSingleItem().ShouldContain(":rotating_light:");
    }

    [Fact]
    public async Task A_reset_that_fits_nobody_stays_in_the_comment_of_the_merge_that_asked_for_it()
    {
        var unknown = new Finding(FindingKind.UnknownReset, "who@x", $"has no user (password, {Head[..10]})");

        await reporting.RunAsync("merge-8", Merge(8), Plan() with { Findings = [unknown] });
        await reporting.RunAsync("merge-8-r2", Merge(8), Plan() with { Findings = [unknown] });

        reporting.Comments[8].ShouldContain("has no user");
        reporting.Slack.Count(text => text.Contains("has no user", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task What_neither_the_trail_nor_the_ledger_knows_counts_as_failed_unless_there_may_have_been_nothing_to_do()
    {
        PlannedChange[] changes =
        [
            Planned(new QuarantineUser(Name("a"), [])), Planned(new RestoreUser(Name("b"), [], [])), Planned(new DeleteUser(Name("c"), reporting.Clock.Now)),
            Planned(new ResetPassword(Name("d"), Head)), Planned(new ResetMfa(Name("e"), Head)), Planned(new SendWelcome(Name("f"), "w")), Planned(new ExpireFirstPassword(Name("g"), "w", reporting.Clock.Now)),
        ];

        (await reporting.RunAsync("merge-7", Merge(7), Plan() with { Changes = changes })).ShouldBe(5);

        reporting.Comments[7].ShouldContain("nothing is known of it");
    }

    [Fact]
    public async Task What_was_read_back_is_said_of_a_leaver()
    {
        var leaver = Planned(new QuarantineUser(Name("jane"), []));
        reporting.Account = Snapshot(Managed("jane") with { Denied = true });

        await reporting.RunAsync("merge-7", Merge(7), Plan() with { Changes = [leaver] }, AuditEntry.Of(Run, leaver, Outcome.Applied, reporting.Clock.Now));

        reporting.Comments[7].ShouldContain("done, and read back from IAM; sessions of roles already assumed elsewhere");
    }

    [Fact]
    public async Task A_report_that_is_replayed_says_nothing_twice()
    {
        await reporting.RunAsync("merge-8", Merge(8), Plan() with { Findings = [ByHand with { Kind = FindingKind.UnknownReset }], Refused = [Refusal] });
        var writes = reporting.Ledger.Writes.Count;

        await reporting.ReportAsync(new RunId("arn:aws:states:eu-west-2:111122223333:execution:gatehouse-membership:merge-8"), Merge(8));

        reporting.Slack.ShouldHaveSingleItem();
        reporting.Ledger.Writes.Skip(writes).ShouldAllBe(write => write.StartsWith("TransactWriteItems LOCK", StringComparison.Ordinal) || write.StartsWith("PutItem TOLD", StringComparison.Ordinal));
    }

    private static RunPlan Plan() => new("a run", Head, [], [], []);

    private static RunInput Merge(int number) => new("merge", PullRequest: number, MergeCommit: Head);
}
