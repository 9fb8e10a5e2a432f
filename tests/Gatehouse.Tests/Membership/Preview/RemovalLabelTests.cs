using Gatehouse.GitHub;
using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Membership.Preview;
using static Gatehouse.Tests.Membership.Given;

namespace Gatehouse.Tests.Membership.Preview;

public class RemovalLabelTests
{
    private const string Reviewer = "a-reviewer", Author = "an-author";

    private static readonly DateTimeOffset At = Now.AddMinutes(-5);
    private static readonly PullRequest Pull = PullRequests.Open() with { Labels = ["gatehouse:allow-removals"] };
    private static readonly PreviewInput Labeled = new(7, Pull.Head, "labeled", "d");
    private static readonly Approval Recorded = new(7, Pull.Head, Reviewer, [Name("jane")], At);

    [Fact]
    public void A_label_that_is_not_on_allows_nothing_whatever_was_recorded() =>
        Judge(Pull with { Labels = ["other"] }, Labeled, Recorded, On(Reviewer)).ShouldBe(new NoLabel());

    [Fact]
    public void Put_on_by_another_it_counts_with_its_own_delivery() => Judge(Pull, Labeled, null, On(Reviewer)).ShouldBe(new LabelCounts(Reviewer, At, null));

    [Fact]
    public void Afterwards_it_counts_as_it_was_recorded() =>
        Judge(Pull, Labeled with { Action = "opened" }, Recorded, On(Reviewer)).ShouldBe(new LabelCounts(Reviewer, At, Recorded));

    [Theory]
    [InlineData("an-author")]
    [InlineData("An-Author")]
    public void Put_on_by_the_author_it_does_not_count(string by) => Judge(Pull, Labeled, Recorded, On(by)).ShouldBe(new LabelByAuthor(by));

    [Fact]
    public void Nobody_can_tell_for_an_account_that_is_gone()
    {
        Judge(Pull, Labeled, null, On(null)).ShouldBe(new LabelByAuthor(null));
        Judge(Pull with { Author = null }, Labeled, null, On(Reviewer)).ShouldBe(new LabelByAuthor(Reviewer));
    }

    [Fact]
    public void The_last_one_who_put_it_on_counts() =>
        Judge(Pull, Labeled, null, On(Reviewer), Off(Author), On(Author)).ShouldBe(new LabelByAuthor(Author));

    [Fact]
    public void A_push_voids_it()
    {
        var pushed = Pull with { Head = new string('b', 40) };

        Judge(pushed, Labeled with { Head = pushed.Head, Action = "synchronize" }, Recorded, On(Reviewer)).ShouldBe(new LabelForAnotherHead(Reviewer));
        Judge(pushed, Labeled, Recorded, On(Reviewer)).ShouldBe(new LabelForAnotherHead(Reviewer));
    }

    [Fact]
    public void A_forced_push_away_and_back_voids_it_too() =>
        Judge(Pull, Labeled, null, On(Reviewer), new TimelineEvent("head_ref_force_pushed", Author, null, At.AddMinutes(1))).ShouldBe(new LabelForAnotherHead(Reviewer));

    [Fact]
    public void A_forced_push_before_it_does_no_harm() =>
        Judge(Pull, Labeled, null, new TimelineEvent("head_ref_force_pushed", Author, null, At.AddMinutes(-1)), On(Reviewer)).ShouldBe(new LabelCounts(Reviewer, At, null));

    [Fact]
    public void A_label_whose_delivery_was_lost_does_not_count() =>
        Judge(Pull, Labeled with { Action = "reopened" }, null, On(Reviewer)).ShouldBe(new LabelForAnotherHead(Reviewer));

    [Fact]
    public void Taken_off_and_put_on_again_it_is_recorded_anew() =>
        Judge(Pull, Labeled, Recorded with { At = At.AddHours(-1) }, On(Reviewer), Off(Reviewer), On(Reviewer)).ShouldBe(new LabelCounts(Reviewer, At, null));

    [Fact]
    public void A_timeline_that_lags_behind_is_asked_again()
    {
        Judge(Pull, Labeled, null).ShouldBe(new LabelUnseen());
        Judge(Pull, Labeled, Recorded, On(Reviewer), Off(Reviewer)).ShouldBe(new LabelUnseen());
    }

    [Fact]
    public void After_the_merge_it_allows_the_removals_that_are_credited_to_it_and_wait()
    {
        var waiting = new Dictionary<string, Attribution>
        {
            [new QuarantineUser(Name("jane"), []).Key] = new(Head, 7),
            [new QuarantineUser(Name("bob"), []).Key] = new(Head, 8),
            [new AddToGroup(Name("amy"), Group).Key] = new(Head, 7),
            [new RemoveFromGroup(Name("zoe"), Group).Key] = new(Head, 7),
            [new RemoveFromGroup(Name("zoe"), "Auditors").Key] = new(Head, 7),
        };

        RemovalLabel.Waiting(waiting, 7).ShouldBe([Name("jane"), Name("zoe")]);
    }

    private static LabelVerdict Judge(PullRequest pull, PreviewInput input, Approval? recorded, params TimelineEvent[] events) =>
        RemovalLabel.Judge(pull, input, events, recorded);

    private static TimelineEvent On(string? by) => new("labeled", by, "gatehouse:allow-removals", At);

    private static TimelineEvent Off(string by) => new("unlabeled", by, "gatehouse:allow-removals", At.AddMinutes(-1));
}
