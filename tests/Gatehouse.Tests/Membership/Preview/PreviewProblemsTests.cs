using Gatehouse.Membership.Preview;
using Gatehouse.Register;

namespace Gatehouse.Tests.Membership.Preview;

public class PreviewProblemsTests
{
    [Fact]
    public void Every_problem_of_the_register_is_named_with_file_and_line_and_put_beside_it()
    {
        var report = PreviewProblems.Unreadable(
        [
            new(new("terraform/gds_users.tf.json", 12), "The user \"jane\" has no name.", "Write one."),
            new(new("gatehouse.json", 3), "A comma stands before a closing bracket.", "Take it out."),
        ]);

        report.Passed.ShouldBeFalse();
        report.Title.ShouldBe("The register could not be read: 2 problems");
        report.Text.ShouldContain("- `terraform/gds_users.tf.json:12` The user \"jane\" has no name. Write one.\n- `gatehouse.json:3` A comma");
        report.Annotations.Select(one => (one.Path, one.Line)).ShouldBe([("terraform/gds_users.tf.json", 12), ("gatehouse.json", 3)]);
        report.Annotations[0].Message.ShouldBe("The user \"jane\" has no name. Write one.");
    }

    [Fact]
    public void A_thousand_problems_are_counted_in_the_comment()
    {
        var report = PreviewProblems.Unreadable([.. Enumerable.Range(1, 1000).Select(line => new RegisterProblem(new("f", line), new string('x', 2000), "Mend it."))]);

        report.Text.Length.ShouldBeLessThan(60_000);
        report.Text.ShouldContain("- and 920 more");
        report.Annotations.Count.ShouldBe(250);
    }

    [Fact]
    public void A_register_that_is_refused_whole_has_the_word_and_no_way_round()
    {
        var report = PreviewProblems.Refused("refused: the register lists 0 people.");

        report.Passed.ShouldBeFalse();
        report.Text.ShouldContain("refused: the register lists 0 people.");
        report.Text.ShouldContain("no label helps");
    }

    [Fact]
    public void A_conflict_fails_because_nobody_has_seen_what_its_merge_would_do()
    {
        var report = PreviewProblems.Conflicting(PullRequests.Open());

        report.Passed.ShouldBeFalse();
        report.Text.ShouldContain("Resolve the conflicts and push");
    }

    [Fact]
    public void A_pull_request_for_another_branch_changes_nobody()
    {
        var report = PreviewProblems.Elsewhere(PullRequests.Open() with { BaseRef = "develop" }, "master");

        report.Passed.ShouldBeTrue();
        report.Text.ShouldContain("It goes into `develop` now, and access is given from `master` alone.");
    }

    [Fact]
    public void A_plan_that_failed_says_why_where_that_may_be_shown_and_what_to_do()
    {
        var report = PreviewProblems.Failed("GitHubRefusedException: GitHub answered 403. <script>", "plan-7-abc-d");

        report.Passed.ShouldBeFalse();
        report.Text.ShouldContain("GitHubRefusedException: GitHub answered 403. &lt;script>");
        report.Text.ShouldContain("close and reopen this pull request");
        report.Text.ShouldContain("`plan-7-abc-d`");
        PreviewProblems.Failed(null, "plan-7-abc-d").Text.ShouldNotContain("Exception");
    }
}
