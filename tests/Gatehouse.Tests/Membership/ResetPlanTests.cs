using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Register;
using static Gatehouse.Tests.Membership.Given;

namespace Gatehouse.Tests.Membership;

public class ResetPlanTests
{
    [Fact]
    public void A_managed_person_gets_the_reset_that_was_asked_for_in_IAMs_spelling()
    {
        var plan = Reset(Known(Managed("jane")), new(Name("JANE"), Head, Mfa: false), new(Name("jane"), Head, Mfa: true), new(Name("jane"), Head, Mfa: false));

        plan.Changes.ShouldBe([new ResetPassword(Name("jane"), Head), new ResetMfa(Name("jane"), Head)]);
        plan.Changes[0].Person.Value.ShouldStartWith("jane");
        plan.Findings.ShouldBeEmpty();
    }

    [Fact]
    public void The_same_line_in_two_merges_is_two_resets() =>
        Reset(Known(Managed("jane")), new(Name("jane"), Head, Mfa: false), new(Name("jane"), Before, Mfa: false)).Changes.Select(change => change.Key).Distinct().Count().ShouldBe(2);

    [Theory]
    [InlineData("nobody", "has no user")]
    [InlineData("by.hand", "is not managed")]
    [InlineData("denied", "is in quarantine")]
    [InlineData("leaving", "is in quarantine")]
    [InlineData("revoked", "was revoked by hand")]
    public void Nobody_comes_back_by_a_reset(string local, string why)
    {
        var known = Known(Managed("jane"), HandMade("by.hand"), Managed("denied") with { Denied = true }, Managed("leaving"), Managed("revoked")) with
        {
            Holds = [new Hold(Name("revoked"), "ops", "lost", Now)],
        };

        var plan = Reset(known, new AskedReset(Name(local), Head, Mfa: false));

        plan.Changes.ShouldBeEmpty();
        plan.Findings.ShouldHaveSingleItem().What.ShouldContain(why);
    }

    [Fact]
    public async Task Only_the_lines_that_a_merge_added_are_asked_for_and_each_merge_asks_by_itself()
    {
        var branch = new BranchInMemory();
        branch.Push("base000000", RegisterOf(Person("jane")), Passwords("old"));
        branch.Merge("m100000000", 1, RegisterOf(Person("jane")), resets: Passwords("jane"));
        branch.Merge("m200000000", 2, RegisterOf(Person("jane")), resets: Passwords("jane", "jane"));
        branch.Merge("m300000000", 3, RegisterOf(Person("jane")), resets: new([Name("jane")], [Name("jane")]));

        var asked = await Asked(branch, applied: "base000000");

        asked.ShouldBe([new(Name("jane"), "m100000000", false), new(Name("jane"), "m200000000", false), new(Name("jane"), "m300000000", true)]);
    }

    [Fact]
    public async Task A_file_that_could_not_be_read_for_one_merge_asks_nothing_twice()
    {
        var branch = new BranchInMemory();
        branch.Push("base000000", RegisterOf(), Passwords("old"));
        branch.Merge("m100000000", 1, register: null);
        branch.Merge("m200000000", 2, RegisterOf(), resets: Passwords("old", "jane"));

        (await Asked(branch, applied: "base000000")).ShouldBe([new(Name("jane"), "m200000000", false)]);
    }

    private static async Task<IReadOnlyList<AskedReset>> Asked(BranchInMemory branch, string applied)
    {
        using var ledger = new Tests.Ledger.LedgerInMemory();
        var merges = await new MergeHistory(branch).SinceAsync(branch.Tip, applied, CancellationToken.None);
        return await new AskedResets(branch, new Welcomes(ledger.Table, new House.FakeClock())).OfAsync(merges, CancellationToken.None);
    }

    private static ResetFiles Passwords(params string[] names) => new([.. names.Select(Name)], []);

    private static ResetPlan Reset(Known known, params AskedReset[] asked) => ResetPlan.Of(asked, RegisterOf(Person("jane"), Person("denied"), Person("revoked"), Person("by.hand")), known);
}
