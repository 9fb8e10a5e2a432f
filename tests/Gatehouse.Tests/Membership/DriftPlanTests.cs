using Gatehouse.Membership;
using static Gatehouse.Tests.Membership.Given;

namespace Gatehouse.Tests.Membership;

public class DriftPlanTests
{
    private static readonly Known Applied = Known(Managed("jane", Group)) with { Applied = RegisterOf(Person("jane", Group)) };

    [Fact]
    public void A_group_that_somebody_gave_by_hand_is_named_and_left()
    {
        var plan = Plan(RegisterOf(Person("jane", Group)), Applied with { Snapshot = Snapshot(Managed("jane", Group, "Auditors")) });

        plan.Changes.ShouldBeEmpty();
        plan.Findings.ShouldHaveSingleItem().ShouldBe(new Finding(FindingKind.ChangedByHand, Name("jane").Value, "was put into Auditors"));
    }

    [Fact]
    public void A_group_that_a_merge_takes_away_is_no_drift() =>
        Plan(RegisterOf(Person("jane")), Applied).Changes.ShouldHaveSingleItem().ShouldBe(new RemoveFromGroup(Name("jane"), Group));

    [Fact]
    public void A_group_that_somebody_took_away_by_hand_is_named_and_a_refused_one_still_waits_to_be_given()
    {
        var known = Applied with { Snapshot = Snapshot(Managed("jane")) };
        var waiting = known with { Waiting = new HashSet<string> { new AddToGroup(Name("jane"), Group).Key } };

        Plan(RegisterOf(Person("jane", Group)), known).Findings.ShouldHaveSingleItem().What.ShouldBe("was taken out of CrossAccountAccess");
        Plan(RegisterOf(Person("jane", Group)), waiting).Changes.ShouldHaveSingleItem().ShouldBeOfType<AddToGroup>();
    }

    [Fact]
    public void What_a_run_gave_that_left_something_else_undone_is_taken_away_again_by_the_next_merge()
    {
        var given = RegisterOf(Person("jane", Group, "Auditors"));
        var known = Applied with { Seen = given, Snapshot = Snapshot(Managed("jane", Group, "Auditors")) };

        Plan(RegisterOf(Person("jane", Group)), known).Changes.ShouldHaveSingleItem().ShouldBe(new RemoveFromGroup(Name("jane"), "Auditors"));
    }

    [Fact]
    public void What_such_a_run_took_away_is_given_again_and_whom_it_removed_is_made_anew()
    {
        var gone = Applied with { Seen = RegisterOf(Person("other")), Snapshot = Snapshot(Managed("jane")) };

        Plan(RegisterOf(Person("jane", Group)), gone).Changes.ShouldHaveSingleItem().ShouldBe(new AddToGroup(Name("jane"), Group));
        Plan(RegisterOf(Person("jane", Group)), gone with { Snapshot = Snapshot() }).Changes.ShouldHaveSingleItem().ShouldBeOfType<CreateUser>();
    }

    [Fact]
    public void A_user_whom_somebody_deleted_is_named_and_made_again_only_where_drift_is_undone()
    {
        var known = Applied with { Snapshot = Snapshot() };

        var (named, undone) = (Plan(RegisterOf(Person("jane", Group)), known), Plan(RegisterOf(Person("jane", Group)), known with { RevertDrift = true }));

        named.Changes.ShouldBeEmpty();
        named.Findings.ShouldHaveSingleItem().Kind.ShouldBe(FindingKind.Missing);
        undone.Changes.ShouldHaveSingleItem().ShouldBeOfType<CreateUser>();
        undone.Findings.ShouldBeEmpty();
    }

    [Fact]
    public void A_person_who_was_refused_before_is_new_once_the_refusal_ends()
    {
        var known = Applied with { Snapshot = Snapshot(), Waiting = new HashSet<string> { new CreateUser(Name("jane"), []).Key } };

        Plan(RegisterOf(Person("jane", Group)), known).Changes.ShouldHaveSingleItem().ShouldBeOfType<CreateUser>();
    }

    [Fact]
    public void A_policy_of_ones_own_and_a_group_beyond_the_register_are_named()
    {
        var jane = Managed("jane", Group, "Administrators") with { Policies = ["arn:aws:iam::aws:policy/IAMFullAccess"] };

        Plan(RegisterOf(Person("jane", Group)), Applied with { Snapshot = Snapshot(jane) }).Findings.Select(finding => finding.What).ShouldBe(
            ["has the policy arn:aws:iam::aws:policy/IAMFullAccess", "is in Administrators, which the register does not name"]);
    }

    [Fact]
    public void AWSs_quarantine_of_a_leaked_key_is_named_as_such_and_not_as_a_change_to_undo()
    {
        var jane = Managed("jane", Group) with { Policies = ["arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV3"] };

        Plan(RegisterOf(Person("jane", Group)), Applied with { Snapshot = Snapshot(jane) }).Findings.ShouldHaveSingleItem().ShouldBe(new Finding(FindingKind.QuarantinedByAws, Name("jane").Value));
    }

    [Fact]
    public void Before_anything_was_applied_nothing_is_taken_for_a_change_by_hand() =>
        Plan(RegisterOf(Person("jane", Group), Person("bob")), Known(Managed("jane", "Auditors"))).Changes.Select(change => change.GetType().Name)
            .ShouldBe([nameof(CreateUser), nameof(AddToGroup), nameof(RemoveFromGroup)]);
}
