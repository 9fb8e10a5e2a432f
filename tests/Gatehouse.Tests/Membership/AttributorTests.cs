using Gatehouse.Membership;
using Gatehouse.Register;
using static Gatehouse.Tests.Membership.Given;

namespace Gatehouse.Tests.Membership;

public class AttributorTests
{
    private readonly BranchInMemory branch = new();

    [Fact]
    public async Task A_change_is_credited_to_the_merge_that_added_its_line()
    {
        branch.Push("base", RegisterOf(Person("old")));
        branch.Merge("m1", 1, RegisterOf(Person("old"), Person("jane")));

        var planned = (await Credit(new CreateUser(Name("jane"), []))).ShouldHaveSingleItem();

        planned.Because.ShouldBe(new Attribution("m1", 1, "merger-of-1", "author-of-1"));
    }

    [Fact]
    public async Task Two_merges_close_together_are_not_credited_to_one()
    {
        branch.Push("base", RegisterOf(Person("old")));
        branch.Merge("m1", 1, RegisterOf(Person("old"), Person("jane")));
        branch.Merge("m2", 2, RegisterOf(Person("old"), Person("jane"), Person("bob", Group)));

        var planned = await Credit(new CreateUser(Name("jane"), []), new CreateUser(Name("bob"), [Group]));

        planned.Select(one => one.Because.PullRequest).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task A_group_is_credited_to_the_merge_that_gave_it_and_not_to_the_one_that_named_the_person()
    {
        branch.Push("base", RegisterOf(Person("old")));
        branch.Merge("m1", 1, RegisterOf(Person("jane")));
        branch.Merge("m2", 2, RegisterOf(Person("jane", Group)));

        (await Credit(new AddToGroup(Name("jane"), Group))).ShouldHaveSingleItem().Because.PullRequest.ShouldBe(2);
    }

    [Fact]
    public async Task A_commit_pushed_without_a_pull_request_is_credited_as_a_commit()
    {
        branch.Push("base", RegisterOf(Person("old")));
        branch.Push("p1", RegisterOf(Person("jane")));

        (await Credit(new CreateUser(Name("jane"), []))).ShouldHaveSingleItem().Because.ShouldBe(new Attribution("p1"));
    }

    [Fact]
    public async Task What_is_older_than_the_commit_last_applied_is_credited_to_the_head_alone()
    {
        branch.Push("base", RegisterOf(Person("old")));
        branch.Merge("m1", 1, RegisterOf(Person("jane")));
        branch.Merge("m2", 2, RegisterOf(Person("jane"), Person("bob")));

        (await Credit("m1", new CreateUser(Name("jane"), []))).ShouldHaveSingleItem().Because.ShouldBe(new Attribution("m2"));
    }

    [Fact]
    public async Task A_commit_whose_register_could_not_be_read_is_passed_over()
    {
        branch.Push("base", RegisterOf(Person("old")));
        branch.Merge("m1", 1, register: null);
        branch.Merge("m2", 2, RegisterOf(Person("jane")));

        (await Credit(new CreateUser(Name("jane"), []))).ShouldHaveSingleItem().Because.PullRequest.ShouldBe(2);
    }

    [Fact]
    public async Task A_plan_without_changes_at_the_commit_last_applied_asks_GitHub_nothing()
    {
        branch.Push("base", RegisterOf(Person("old")));

        (await Credit("base")).ShouldBeEmpty();
        branch.Asked.ShouldBe(0);
    }

    [Fact]
    public async Task A_change_that_waited_keeps_the_merge_that_it_was_credited_to_first()
    {
        branch.Push("base", RegisterOf(Person("old")));
        branch.Merge("m1", 1, RegisterOf(Person("jane")));
        branch.Merge("m2", 2, RegisterOf(Person("jane"), Person("bob")));
        var waiting = new CreateUser(Name("jane"), []);

        var planned = await CreditAsync([waiting], "m1", new() { [waiting.Key] = new Attribution("m1", 1) });

        planned.ShouldHaveSingleItem().Because.ShouldBe(new Attribution("m1", 1));
    }

    [Fact]
    public async Task A_reset_is_credited_to_the_merge_that_asked_for_it_and_to_who_asked_in_the_form()
    {
        branch.Push("base", RegisterOf(Person("jane")));
        branch.Merge("m1", 1, RegisterOf(Person("jane")), body: "Requested using form.example.gov.uk by boss@example.gov.uk");
        branch.Merge("m2", 2, RegisterOf(Person("jane")));

        (await Credit(new ResetPassword(Name("jane"), "m1"))).ShouldHaveSingleItem().Because.ShouldBe(new Attribution("m1", 1, "merger-of-1", "author-of-1", "boss@example.gov.uk"));
    }

    private Task<IReadOnlyList<PlannedChange>> Credit(params MembershipChange[] changes) => Credit(null, changes);

    private Task<IReadOnlyList<PlannedChange>> Credit(string? applied, params MembershipChange[] changes) =>
        CreditAsync(changes, applied, new Dictionary<string, Attribution>());

    private async Task<IReadOnlyList<PlannedChange>> CreditAsync(IReadOnlyList<MembershipChange> changes, string? applied, Dictionary<string, Attribution> remembered) =>
        await new Attributor(branch, branch).CreditAsync(
            changes, new RegisterAt(branch.Tip, branch.RegisterAtTip), await new MergeHistory(branch).SinceAsync(branch.Tip, applied, CancellationToken.None), remembered, CancellationToken.None);
}
