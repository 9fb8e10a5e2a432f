using Gatehouse.GitHub;
using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Register;
using Gatehouse.Tests.Ledger;
using static Gatehouse.Tests.Membership.Given;

namespace Gatehouse.Tests.Membership;

/// <summary>Whose removal a label allows when its pull request is merged.</summary>
public sealed class AllowancesTests : IDisposable, ITimeline
{
    private const string Label = "gatehouse:allow-removals";
    private readonly LedgerInMemory ledger = new();
    private readonly BranchInMemory branch = new();
    private List<TimelineEvent> events = [new("labeled", "carol", Label, Now)];

    [Fact]
    public async Task Those_whom_the_plan_named_may_go_with_that_merge()
    {
        var allowed = await AllowedAsync(new Approval(7, "", "carol", [Name("jane")], Now));

        allowed.ShouldBe([Name("jane")]);
    }

    [Theory]
    [InlineData("it was put on for another head", "an-older-head", "carol", 0)]
    [InlineData("the author put it on", "", "author-of-7", 0)]
    [InlineData("that labeling is not the last", "", "carol", 5)]
    public async Task A_label_does_not_count_where(string what, string head, string by, int minutes)
    {
        what.ShouldNotBeEmpty();
        (await AllowedAsync(new Approval(7, head, by, [Name("jane")], Now.AddMinutes(-minutes)))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_label_that_its_reviewer_took_off_and_the_author_put_back_does_not_count()
    {
        events = [.. events, new("unlabeled", "carol", Label, Now.AddMinutes(1)), new("labeled", "author-of-7", Label, Now.AddMinutes(2))];

        (await AllowedAsync(new Approval(7, "", "carol", [Name("jane")], Now))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_label_in_another_case_is_the_same_label()
    {
        events = [new("labeled", "carol", "Gatehouse:Allow-Removals", Now)];

        (await AllowedAsync(new Approval(7, "", "carol", [Name("jane")], Now))).ShouldBe([Name("jane")]);
    }

    public Task<IReadOnlyList<TimelineEvent>> EventsAsync(int number, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<TimelineEvent>>(events);

    public void Dispose() => ledger.Dispose();

    private async Task<IReadOnlyList<UserName>> AllowedAsync(Approval approval)
    {
        branch.Merge("m7", 7, RegisterOf(Person("stays")));
        var approvals = new Approvals(ledger.Table, LedgerInMemory.Settings);
        await approvals.RecordAsync(approval, default);
        PlannedChange[] removals = [Planned(new QuarantineUser(Name("jane"), [])), Planned(new QuarantineUser(Name("bob"), [])), Planned(new QuarantineUser(Name("jane.other"), []), pullRequest: 8)];
        return [.. (await new Allowances(branch, this, approvals).OfAsync(removals, default)).Keys];
    }
}
