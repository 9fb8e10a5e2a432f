using Gatehouse.GitHub;
using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Membership.Preview;
using Gatehouse.Register;
using Gatehouse.Tests.Ledger;
using static Gatehouse.Tests.Membership.Given;

namespace Gatehouse.Tests.Membership.Preview;

public sealed class PreviewApplyTests : IDisposable
{
    private readonly PreviewFixture fixture = new();

    private string Comment => fixture.GitHub.Comments[PreviewText.Marker];

    private Check Check => fixture.GitHub.Checks[fixture.GitHub.Pull.Head];

    public void Dispose() => fixture.Dispose();

    [Fact]
    public async Task What_merging_would_do_is_said_in_the_comment_and_the_check()
    {
        await fixture.PreviewAsync();

        Comment.ShouldContain("### ✅ Gatehouse plan: merging this would take all access from 1 person");
        Comment.ShouldContain("| `bob@digital.cabinet-office.gov.uk` | quarantine the user | a user for 3 months<br>signed in 1 day ago");
        Check.Name.ShouldBe("Gatehouse plan");
        Check.Passed.ShouldBeTrue();
        Check.Title.ShouldBe("Merging this would take all access from 1 person");
        Check.Text.ShouldBe(Comment);
    }

    [Fact]
    public async Task Done_twice_it_is_the_same_comment_and_check_and_the_lock_is_given_back()
    {
        await fixture.PreviewAsync();
        var first = (Comment, Check);

        await fixture.PreviewAsync();

        (Comment, Check).ShouldBe(first);
        fixture.Ledger.ItemsOf("LOCK#").ShouldBeEmpty();
    }

    [Fact]
    public async Task One_run_at_a_time_plans_a_pull_request()
    {
        fixture.GitHub.Pull = fixture.GitHub.Pull with { Mergeable = null };
        await Should.ThrowAsync<MergeUnknownException>(() => fixture.PreviewAsync());
        fixture.GitHub.IsAnotherRunning = true;
        var other = new RunId($"{PreviewFixture.Run.Arn}-other");

        await Should.ThrowAsync<LockHeldException>(() => fixture.PreviewAsync(run: other));

        fixture.GitHub.IsAnotherRunning = false;
        fixture.GitHub.Pull = fixture.GitHub.Pull with { Mergeable = true };
        await fixture.PreviewAsync(run: other);
        Comment.ShouldContain("Gatehouse plan");
    }

    [Fact]
    public async Task Only_the_notices_that_the_pull_request_brings_are_shown()
    {
        var old = new RootNotice("123456789012", Now, Now.AddHours(1), "Jane", "a drill");
        fixture.Register.Announces(Head, old);
        fixture.Register.Announces(PullRequests.Trial, old, old with { Who = "Bob" });

        await fixture.PreviewAsync();

        Check.Title.ShouldEndWith("; it announces 1 use of a root account");
        Comment.ShouldContain("| Bob | a drill |");
        Comment.ShouldNotContain("| Jane | a drill |");
    }

    [Fact]
    public async Task Notices_that_cannot_be_read_fail_the_check_and_the_people_are_planned_all_the_same()
    {
        fixture.Register.AnnouncesUnreadably(PullRequests.Trial, new RegisterProblem(new FilePlace(RegisterFiles.RootNotices, 4), "There is no \"who\".", "Write it."));

        await fixture.PreviewAsync();

        Check.Passed.ShouldBeFalse();
        Check.Annotations.ShouldHaveSingleItem();
        Comment.ShouldContain("take all access from 1 person");
    }

    [Fact]
    public async Task A_base_whose_notices_are_broken_lets_a_pull_request_mend_them()
    {
        fixture.Register.AnnouncesUnreadably(Head, new RegisterProblem(new FilePlace(RegisterFiles.RootNotices, 4), "There is no \"who\".", "Write it."));
        fixture.Register.Announces(PullRequests.Trial, new RootNotice("123456789012", Now, Now.AddHours(1), "Jane", "a drill"));

        await fixture.PreviewAsync();

        Check.Passed.ShouldBeTrue();
        Comment.ShouldContain("| Jane | a drill |");
    }

    [Fact]
    public async Task What_the_pull_request_changes_of_exemptions_and_machine_users_is_shown()
    {
        var kept = new KeyExemption(Name("jane"), null, "a supplier", "team@example.gov.uk", new DateOnly(2026, 8, 1));
        fixture.Register.Exempts(Head, kept);
        fixture.Register.Exempts(PullRequests.Trial, kept, kept with { User = Name("bob") });
        fixture.Register.Lists(PullRequests.Trial, new MachineUser(new UserName("deploy"), "team@example.gov.uk"));

        await fixture.PreviewAsync();

        Check.Title.ShouldEndWith("; it changes 1 exemption of access keys; it changes 1 machine user");
        Comment.ShouldContain("| exempted | all keys of `bob@");
        Comment.ShouldNotContain("| exempted | all keys of `jane@");
    }

    [Fact]
    public async Task Exemptions_that_cannot_be_read_fail_the_check_and_a_base_that_has_such_can_be_mended()
    {
        var problem = new RegisterProblem(new FilePlace(RegisterFiles.KeyExemptions, 4), "There is no \"owner\".", "Write it.");
        fixture.Register.ExemptsUnreadably(PullRequests.Trial, problem);
        await fixture.PreviewAsync();
        Check.Passed.ShouldBeFalse();
        Check.Annotations.ShouldHaveSingleItem();
        Comment.ShouldContain("take all access from 1 person");

        fixture.Register.ExemptsUnreadably(Head, problem);
        fixture.Register.Exempts(PullRequests.Trial);
        await fixture.PreviewAsync();

        Check.Passed.ShouldBeTrue();
    }

    [Fact]
    public async Task While_GitHub_is_finding_out_it_is_asked_again()
    {
        fixture.GitHub.Pull = fixture.GitHub.Pull with { Mergeable = null };

        (await Should.ThrowAsync<MergeUnknownException>(() => fixture.PreviewAsync())).Message.ShouldContain("#7");

        fixture.GitHub.Comments.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_trial_merge_from_before_a_push_or_another_s_merge_is_no_ground_for_a_plan()
    {
        fixture.GitHub.TrialFrom = new string('9', 40);
        await Should.ThrowAsync<MergeUnknownException>(() => fixture.PreviewAsync());

        (fixture.GitHub.TrialFrom, fixture.GitHub.TrialOf) = (null, Before);
        await Should.ThrowAsync<MergeUnknownException>(() => fixture.PreviewAsync());

        fixture.GitHub.Comments.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_pull_request_that_mends_an_unreadable_base_is_planned()
    {
        fixture.Register.IsUnreadable(Head, new RegisterProblem(new("terraform/gds_users.tf.json", 1), "A merge conflict was left in the file.", "Resolve it."));

        await fixture.PreviewAsync();

        Check.Passed.ShouldBeTrue();
        Check.Title.ShouldBe("Merging this would take all access from 1 person");
    }

    [Fact]
    public async Task A_conflict_fails_the_check()
    {
        fixture.GitHub.Pull = fixture.GitHub.Pull with { Mergeable = false };

        await fixture.PreviewAsync();

        Check.Passed.ShouldBeFalse();
        Comment.ShouldContain("conflicts with `master`");
    }

    [Fact]
    public async Task A_pull_request_that_is_closed_is_nothing_to_do()
    {
        fixture.GitHub.Pull = fixture.GitHub.Pull with { Open = false };

        await fixture.PreviewAsync();

        fixture.GitHub.Comments.ShouldBeEmpty();
        fixture.GitHub.Checks.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_register_that_cannot_be_read_is_told_with_every_problem()
    {
        fixture.Register.IsUnreadable(PullRequests.Trial, new RegisterProblem(new("terraform/gds_users.tf.json", 12), "The user has no name.", "Write one."));

        await fixture.PreviewAsync();

        Check.Passed.ShouldBeFalse();
        Check.Annotations.ShouldBe([new CheckAnnotation("terraform/gds_users.tf.json", 12, "The user has no name.", "The user has no name. Write one.")]);
        Comment.ShouldContain("`terraform/gds_users.tf.json:12`");
    }

    [Fact]
    public async Task An_empty_register_is_refused_whatever_label_is_on()
    {
        fixture.Register.Has(PullRequests.Trial, RegisterOf());
        fixture.GitHub.Label("a-reviewer", on: true, Now);

        await fixture.PreviewAsync("labeled");

        Check.Passed.ShouldBeFalse();
        Comment.ShouldContain("refused: the register lists 0 people");
        (await fixture.Approvals.FindAsync(7, default)).ShouldBeNull();
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task In_public_and_for_a_fork_no_evidence_is_even_read(bool isPublic, bool fromFork)
    {
        fixture.GitHub.Pull = fixture.GitHub.Pull with { Public = isPublic, FromFork = fromFork };

        await fixture.PreviewAsync();

        fixture.Evidence.Asked.ShouldBeEmpty();
        Comment.ShouldNotContain("signed in");
    }

    [Fact]
    public async Task A_plan_that_is_too_long_is_kept_whole_in_the_bucket()
    {
        fixture.Register.Has(PullRequests.Trial, RegisterOf([Person("jane", Group), Person("bob", Group), .. Enumerable.Range(1, 1500).Select(number => Person($"somebody.new.number.{number}", Group))]));

        await fixture.PreviewAsync();

        Comment.Length.ShouldBeLessThanOrEqualTo(60_000);
        Comment.ShouldContain("[The whole plan is in S3](https://console.example/whole), for whoever may read the plan bucket in the account 111122223333");
        fixture.GitHub.Stored[$"7/{fixture.GitHub.Pull.Head}"].ShouldContain("somebody.new.number.1500@");
    }

    [Fact]
    public async Task Too_many_leavers_are_refused_until_somebody_else_allows_them()
    {
        ManyLeave();
        await fixture.PreviewAsync();
        Check.Passed.ShouldBeFalse();
        Comment.ShouldContain("30.00% is over 25.00% (12/40)");
        fixture.Evidence.Asked.Count.ShouldBe(12);

        fixture.GitHub.Label("a-reviewer", on: true, Now);
        await fixture.PreviewAsync("labeled");

        Check.Passed.ShouldBeTrue();
        Check.Title.ShouldBe("Merging this would take all access from 12 people, allowed by a-reviewer");
        var approval = (await fixture.Approvals.FindAsync(7, default))!;
        (approval.By, approval.Head, approval.People.Count, approval.At).ShouldBe(("a-reviewer", fixture.GitHub.Pull.Head, 12, Now));
    }

    [Fact]
    public async Task The_author_cannot_allow_their_own()
    {
        ManyLeave();
        fixture.GitHub.Label("an-author", on: true, Now);

        await fixture.PreviewAsync("labeled");

        Check.Passed.ShouldBeFalse();
        Comment.ShouldContain("`an-author` put it on, who is the author");
        (await fixture.Approvals.FindAsync(7, default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_push_takes_an_allowance_back_and_says_so()
    {
        await AllowedAsync();
        fixture.GitHub.Pull = fixture.GitHub.Pull with { Head = new string('b', 40) };

        await fixture.PreviewAsync("synchronize");

        Check.Passed.ShouldBeFalse();
        Comment.ShouldContain("not for the commit `bbbbbbbbbb`");
        (await fixture.Approvals.FindAsync(7, default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_late_delivery_of_the_push_before_the_label_takes_nothing_back()
    {
        await AllowedAsync();

        await fixture.PreviewAsync("synchronize");

        Check.Passed.ShouldBeTrue();
        (await fixture.Approvals.FindAsync(7, default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Taking_the_label_off_takes_the_allowance_back()
    {
        await AllowedAsync();
        fixture.GitHub.Label("a-reviewer", on: false, Now.AddMinutes(1));

        await fixture.PreviewAsync("unlabeled");

        Check.Passed.ShouldBeFalse();
        (await fixture.Approvals.FindAsync(7, default)).ShouldBeNull();
    }

    [Fact]
    public async Task The_same_delivery_again_allows_nobody_more()
    {
        await AllowedAsync();
        ManyLeave(13);

        await fixture.PreviewAsync("labeled");

        (await fixture.Approvals.FindAsync(7, default))!.People.Count.ShouldBe(12);
        Comment.ShouldContain("1 person of those who would lose their access was not named when the label was put on");
    }

    [Fact]
    public async Task Killed_at_any_write_the_repetition_comes_to_the_same_end()
    {
        ManyLeave();
        fixture.GitHub.Label("a-reviewer", on: true, Now);
        for (var write = 1; write <= 3; write++)
        {
            fixture.Ledger.DiesAtWrite = fixture.Ledger.Writes.Count + write;
            await Should.ThrowAsync<ProcessDiedException>(() => fixture.PreviewAsync("labeled"));
        }

        await fixture.PreviewAsync("labeled");

        Check.Passed.ShouldBeTrue();
        (await fixture.Approvals.FindAsync(7, default))!.People.Count.ShouldBe(12);
        fixture.Ledger.ItemsOf("LOCK#").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_label_that_the_timeline_does_not_show_yet_is_looked_at_again()
    {
        fixture.GitHub.Pull = fixture.GitHub.Pull with { Labels = [RemovalLabel.Name] };

        await Should.ThrowAsync<LabelUnseenException>(() => fixture.PreviewAsync("labeled"));
    }

    [Theory]
    [InlineData(true, "within the hour")]
    [InlineData(false, "The next merge's run makes them: the hourly run is switched off.")]
    public async Task After_the_merge_the_label_allows_the_removals_that_wait(bool reconciles, string when)
    {
        fixture.Reconciles = reconciles;
        await fixture.Waiting.RecordAsync(new PlannedRefusal(Planned(new QuarantineUser(Name("bob"), [])), "Removals", "refused: too many"), default);
        fixture.GitHub.Pull = fixture.GitHub.Pull with { Open = false, Merged = true };
        fixture.GitHub.Label("a-reviewer", on: true, Now);

        await fixture.PreviewAsync("labeled");

        (await fixture.Approvals.FindAsync(7, default))!.People.ShouldBe([Name("bob")]);
        var said = fixture.GitHub.Comments[LateLabel.Marker];
        said.ShouldContain("1 removal will be made");
        said.ShouldContain(when);
        fixture.GitHub.Comments.ShouldNotContainKey(PreviewText.Marker);
    }

    [Fact]
    public async Task After_the_merge_the_author_s_label_allows_nothing_and_what_waits_is_counted()
    {
        await fixture.Waiting.RecordAsync(new PlannedRefusal(Planned(new QuarantineUser(Name("bob"), [])), "Removals", "refused: too many"), default);
        fixture.GitHub.Pull = fixture.GitHub.Pull with { Open = false, Merged = true };
        fixture.GitHub.Label("an-author", on: true, Now);

        await fixture.PreviewAsync("labeled");

        (await fixture.Approvals.FindAsync(7, default)).ShouldBeNull();
        fixture.GitHub.Comments[LateLabel.Marker].ShouldContain("1 removal of this pull request still waits.");
    }

    [Fact]
    public async Task A_late_label_where_nothing_waits_allows_nothing()
    {
        fixture.GitHub.Pull = fixture.GitHub.Pull with { Open = false, Merged = true };
        fixture.GitHub.Label("a-reviewer", on: true, Now);

        await fixture.PreviewAsync("labeled");

        fixture.GitHub.Comments[LateLabel.Marker].ShouldContain("No refused removal of this pull request waits.");
    }

    [Fact]
    public async Task A_plan_that_failed_says_so_and_gives_the_lock_back()
    {
        fixture.GitHub.Pull = fixture.GitHub.Pull with { Mergeable = null };
        await Should.ThrowAsync<MergeUnknownException>(() => fixture.PreviewAsync());

        await fixture.SayFailedAsync("MergeUnknownException", "GitHub has not found out yet.");

        Check.Passed.ShouldBeFalse();
        Comment.ShouldContain("MergeUnknownException: GitHub has not found out yet.");
        fixture.Ledger.ItemsOf("LOCK#").ShouldBeEmpty();
    }

    [Fact]
    public async Task Why_it_failed_is_not_shown_to_everybody()
    {
        fixture.GitHub.Pull = fixture.GitHub.Pull with { Public = true };

        await fixture.SayFailedAsync("AmazonServiceException", "arn:aws:sts::111122223333:assumed-role/x is not authorized");

        Comment.ShouldNotContain("111122223333");
        fixture.Logged.ShouldContain("is not authorized");
    }

    private async Task AllowedAsync()
    {
        ManyLeave();
        fixture.GitHub.Label("a-reviewer", on: true, Now);
        await fixture.PreviewAsync("labeled");
        Check.Passed.ShouldBeTrue();
    }

    private void ManyLeave(int leaving = 12)
    {
        var everybody = Enumerable.Range(1, 40).Select(number => $"person.{number:00}").ToList();
        fixture.Register.Has(Head, RegisterOf([.. everybody.Select(name => Person(name, Group))]));
        fixture.Register.Has(PullRequests.Trial, RegisterOf([.. everybody.Skip(leaving).Select(name => Person(name, Group))]));
        fixture.Account.Snapshot = Snapshot([.. everybody.Select(name => Managed(name, Group))]);
    }
}
