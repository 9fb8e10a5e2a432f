using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Membership.Report;
using static Gatehouse.Tests.Membership.Given;

namespace Gatehouse.Tests.Membership.Report;

/// <summary>What a report says beside its table: findings, refusals that wait, and whom it calls.</summary>
public class ReportNotesTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    private static readonly RunInput Merge = new("merge", PullRequest: 7);
    private static readonly ReportNotes Quiet = new(null, Reconciles: true);

    [Fact]
    public void What_nobody_reviewed_is_told_loudly_and_first()
    {
        var notes = Quiet with { Findings = [new Finding(FindingKind.UnknownReset, "who@x", "has no user (password, abc)"), new Finding(FindingKind.Unreviewed, "#7", "by alice was merged by alice and approved by nobody else")] };

        var comment = CommentText.Write([], Run.Name, notes);
        var slack = SlackText.Write(Merge, Run.Name, [], notes)!;

        comment.ShouldContain("🚨 **Reached the protected branch without a review.** #7 by alice was merged by alice and approved by nobody else.");
        slack.ShouldContain(":rotating_light: *Reached the protected branch without a review*: #7 by alice");
        comment.IndexOf("🚨", StringComparison.Ordinal).ShouldBeLessThan(comment.IndexOf("who", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_each_kind_fifteen_are_named_and_the_rest_counted()
    {
        var findings = Enumerable.Range(0, 3_000).Select(number => new Finding(FindingKind.NotManaged, $"hand{number:0000}")).Append(new Finding(FindingKind.Missing, "gone@x"));

        var slack = SlackText.Write(new RunInput("schedule"), Run.Name, [], Quiet with { Findings = [.. findings] })!;

        slack.ShouldContain("hand0014 and 2985 more. To hand one over");
        slack.ShouldNotContain("hand0015");
        slack.ShouldContain("gone@x");
    }

    [Fact]
    public void Somebody_revoked_by_hand_comes_with_what_must_follow() =>
        SlackText.Write(new RunInput("schedule"), Run.Name, [], Quiet with { Findings = [new Finding(FindingKind.Held, "jane@x")] })!
            .ShouldContain("jane@x. Follow with a pull request that removes them");

    [Fact]
    public void Refusals_that_wait_are_named_with_the_merge_that_they_came_from()
    {
        var waiting = new PlannedRefusal(Planned(new QuarantineUser(Name("jane"), []), pullRequest: 5), "Removals", "refused: 12 of 40 people (30.00%) is over 25.00%");
        var notes = Quiet with { Waiting = [waiting] };

        CommentText.Write([], Run.Name, notes).ShouldContain("`jane@digital.cabinet-office.gov.uk`: quarantine the user (#5). refused: 12 of 40 people");
        SlackText.Write(Merge, Run.Name, [], notes)!.ShouldContain(":no_entry: *Still refused, from before*: jane@digital.cabinet-office.gov.uk: quarantine the user");
    }

    [Theory]
    [InlineData("alice", true)]
    [InlineData("request-form[bot]", false)]
    [InlineData("alice and @everyone", false)]
    [InlineData(null, false)]
    public void Whoever_asked_is_called_about_a_password_that_nobody_used(string? login, bool called)
    {
        var expired = new PlannedChange(new ExpireFirstPassword(Name("jane"), "w1", Noon.AddDays(-7)), new Attribution(Head, 7, "bob", login));

        var comment = CommentText.Write(ReportRow.Of([AuditEntry.Of(Run, expired, Outcome.Applied, Noon)], new Dictionary<string, bool>()), Run.Name, Quiet);

        comment.Contains($"@{login}: nobody used the password that was mailed to `jane@digital.cabinet-office.gov.uk` in time", StringComparison.Ordinal).ShouldBe(called);
    }

    [Fact]
    public void A_cut_reason_ends_in_a_whole_character_and_says_where_the_rest_is()
    {
        var entry = AuditEntry.Of(Run, Planned(new CreateUser(Name("jane"), [])), Outcome.Failed, Noon, new string('x', 249) + "😀 and more");

        CommentText.Write(ReportRow.Of([entry], new Dictionary<string, bool>()), Run.Name, Quiet).ShouldContain("xxx… (cut; the ledger and the logs have the whole)");
    }
}
