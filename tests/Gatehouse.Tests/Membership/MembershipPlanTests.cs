using Gatehouse.Membership;
using Gatehouse.Register;
using static Gatehouse.Tests.Membership.Given;

namespace Gatehouse.Tests.Membership;

public class MembershipPlanTests
{
    [Fact]
    public void A_person_who_is_not_in_IAM_is_created_with_the_groups_of_the_register()
    {
        var plan = Plan(RegisterOf(Person("jane.doe", Group)), Known());

        var create = plan.Changes.ShouldHaveSingleItem().ShouldBeOfType<CreateUser>();
        create.Person.ShouldBe(Name("jane.doe"));
        create.Groups.ShouldBe([Group]);
        create.Owed.ShouldBeNull();
    }

    [Fact]
    public void A_person_who_stands_as_the_register_says_needs_nothing() =>
        Plan(RegisterOf(Person("jane.doe", Group)), Known(Managed("jane.doe", Group))).Changes.ShouldBeEmpty();

    [Fact]
    public void Names_are_compared_without_case_and_IAMs_spelling_is_kept()
    {
        var plan = Plan(RegisterOf(Person("Jane.Doe", Group)), Known(Managed("jane.doe")));

        plan.Changes.ShouldHaveSingleItem().ShouldBe(new AddToGroup(Name("jane.doe"), Group));
        plan.Changes[0].Person.Value.ShouldStartWith("jane");
    }

    [Fact]
    public void A_managed_person_leaves_a_group_that_the_register_names_and_does_not_give() =>
        Plan(RegisterOf(Person("jane.doe")), Known(Managed("jane.doe", Group))).Changes
            .ShouldHaveSingleItem().ShouldBe(new RemoveFromGroup(Name("jane.doe"), Group));

    [Fact]
    public void A_group_that_the_register_does_not_name_is_not_ours() =>
        Plan(RegisterOf(Person("jane.doe", Group)), Known(Managed("jane.doe", Group, "PayrollAdmins"))).Changes.ShouldBeEmpty();

    [Fact]
    public void A_user_made_by_hand_is_adopted_and_never_created()
    {
        var adopt = Plan(RegisterOf(Person("jane.doe", Group)), Known(HandMade("jane.doe", "Auditors"))).Changes.ShouldHaveSingleItem().ShouldBeOfType<AdoptUser>();

        adopt.Groups.ShouldBe([Group]);
        adopt.Leaves.ShouldBe(["Auditors"]);
        Planned(adopt).WelcomeIn(Run).ShouldBeNull();
    }

    [Fact]
    public void Somebody_whom_the_register_does_not_list_is_quarantined_when_managed_and_only_named_when_made_by_hand()
    {
        var plan = Plan(RegisterOf(Person("jane.doe")), Known(Managed("jane.doe"), Managed("gone"), HandMade("root.helper")));

        plan.Changes.ShouldHaveSingleItem().ShouldBeOfType<QuarantineUser>().Person.ShouldBe(Name("gone"));
        plan.Findings.ShouldHaveSingleItem().ShouldBe(new Finding(FindingKind.NotManaged, Name("root.helper").Value));
    }

    [Fact]
    public void A_welcome_that_is_owed_is_sent_and_a_missing_password_alone_brings_none()
    {
        var register = RegisterOf(Person("jane.doe"), Person("bob"));
        var plan = Plan(register, Known(Managed("jane.doe"), Managed("bob")) with { Owed = [new OwedWelcome(Name("jane.doe"), "w1")] });

        plan.Changes.ShouldHaveSingleItem().ShouldBe(new SendWelcome(Name("jane.doe"), "w1"));
    }

    [Fact]
    public void A_welcome_owed_to_somebody_whose_user_was_never_made_is_taken_up_by_its_creation()
    {
        var plan = Plan(RegisterOf(Person("jane.doe")), Known() with { Owed = [new OwedWelcome(Name("jane.doe"), "w1")] });

        Planned(plan.Changes.ShouldHaveSingleItem()).WelcomeIn(Run).ShouldBe("w1");
    }

    [Fact]
    public void A_welcome_owed_to_somebody_whose_user_was_then_made_by_hand_is_named_to_be_taken_back()
    {
        var plan = Plan(RegisterOf(Person("jane.doe")), Known(HandMade("jane.doe")) with { Owed = [new OwedWelcome(Name("jane.doe"), "w1")] });

        plan.Changes.ShouldHaveSingleItem().ShouldBeOfType<AdoptUser>().Owed.ShouldBe("w1");
    }

    [Fact]
    public void A_welcome_owed_to_somebody_who_left_the_register_is_called_off_with_the_rest() =>
        Plan(RegisterOf(Person("bob")), Known(Managed("jane.doe"), Managed("bob")) with { Owed = [new OwedWelcome(Name("jane.doe"), "w1")] }).Changes
            .ShouldHaveSingleItem().ShouldBeOfType<QuarantineUser>().Open.ShouldBe(["w1"]);

    [Fact]
    public void The_order_of_lines_never_matters()
    {
        RegisteredPerson[] people = [Person("c", Group), Person("a", Group, "Auditors"), Person("b"), Person("d", "Auditors")];
        SnapshotUser[] users = [Managed("d", Group), Managed("b", "Auditors"), HandMade("c")];

        var forwards = Plan(RegisterOf(people), Known(users));
        var backwards = Plan(RegisterOf([.. people.Reverse()]), Known([.. users.Reverse()]));

        backwards.Changes.Select(change => $"{change.Key} {change.What}").ShouldBe(forwards.Changes.Select(change => $"{change.Key} {change.What}"));
        forwards.Changes.Count.ShouldBe(5);
    }
}
