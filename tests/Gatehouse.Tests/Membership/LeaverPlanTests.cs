using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Register;
using static Gatehouse.Tests.Membership.Given;

namespace Gatehouse.Tests.Membership;

/// <summary>Who goes, who waits, who comes back.</summary>
public class LeaverPlanTests
{
    private static readonly PeopleRegister Others = RegisterOf(Person("stays"));

    [Theory]
    [InlineData("a quarantine that is complete and within the grace time waits", true, 13.9, nameof(Nothing))]
    [InlineData("one that is past it is deleted", true, 14.0, nameof(DeleteUser))]
    [InlineData("one whose policy somebody took off is put back", false, 20.0, nameof(QuarantineUser))]
    public void A_leaver_with(string what, bool denied, double days, string change)
    {
        var plan = Plan(Others, Known(Managed("stays"), Managed("gone") with { Denied = denied }) with { Quarantines = [Left("gone", days)] });

        what.ShouldNotBeEmpty();
        plan.Changes.Select(one => one.GetType().Name).SingleOrDefault(nameof(Nothing)).ShouldBe(change);
    }

    [Theory]
    [InlineData(14)]
    [InlineData(0)]
    public void A_leaver_whom_AWS_quarantined_for_a_leaked_key_is_never_deleted_and_named_instead(int graceDays)
    {
        var gone = Managed("gone") with { Denied = true, Policies = ["arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV3"] };
        var known = Known(Managed("stays"), gone) with { GraceDays = graceDays };

        var plan = Plan(Others, known with { Quarantines = [Left("gone", 20)] });

        plan.Changes.ShouldBeEmpty();
        plan.Findings.ShouldHaveSingleItem().ShouldBe(new Finding(FindingKind.QuarantinedByAws, Name("gone").Value, "has left, and is not deleted"));
        Plan(Others, known).Changes.ShouldHaveSingleItem().ShouldBeOfType<QuarantineUser>().AtOnce.ShouldBeFalse();
    }

    [Fact]
    public void A_quarantine_that_was_interrupted_is_done_again()
    {
        var begun = new Quarantine(Name("gone"), [Group], Complete: null);

        Plan(Others, Known(Managed("stays"), Managed("gone") with { Denied = true }) with { Quarantines = [begun] }).Changes
            .ShouldHaveSingleItem().ShouldBeOfType<QuarantineUser>();
    }

    [Fact]
    public void Without_a_grace_time_a_leaver_is_deleted_in_the_same_breath() =>
        Plan(Others, Known(Managed("stays"), Managed("gone")) with { GraceDays = 0 }).Changes
            .ShouldHaveSingleItem().ShouldBeOfType<QuarantineUser>().AtOnce.ShouldBeTrue();

    [Fact]
    public void A_deletion_that_was_interrupted_after_the_user_was_gone_is_finished() =>
        Plan(Others, Known(Managed("stays")) with { Quarantines = [Left("gone", 20)] }).Changes.ShouldHaveSingleItem().ShouldBeOfType<DeleteUser>();

    [Fact]
    public void Somebody_made_anew_under_the_name_of_a_leaver_starts_afresh() =>
        Plan(RegisterOf(Person("gone")), Known() with { Quarantines = [Left("gone", 20)] }).Changes
            .ShouldHaveSingleItem().ShouldBeOfType<CreateUser>().Afresh.ShouldBeTrue();

    [Fact]
    public void A_leaver_whose_line_comes_back_gets_the_groups_of_the_register_and_the_remembered_ones_that_may_be_given()
    {
        var known = Known(Managed("back") with { Denied = true }) with { Quarantines = [Left("back", 3, Group, "Auditors", "Billing", "Root")], Givable = [Group, "Billing"] };

        var restore = Plan(RegisterOf(Person("back", Group)), known with { Snapshot = known.Snapshot with { Groups = new HashSet<string> { Group, "Auditors", "Billing", "Root" } } }).Changes
            .ShouldHaveSingleItem().ShouldBeOfType<RestoreUser>();

        restore.Groups.ShouldBe([Group, "Billing"]);
        restore.Lost.ShouldBe(["Root"]);
        Planned(restore).WelcomeIn(Run).ShouldNotBeNull();
    }

    [Fact]
    public void Of_two_people_who_share_a_label_the_one_whose_address_is_gone_leaves()
    {
        var register = RegisterOf(Person("jane.doe@gpa.gov.uk"));

        var plan = Plan(register, Known(Managed("jane.doe@gpa.gov.uk"), Managed("jane.doe@cabinetoffice.gov.uk")));

        plan.Changes.ShouldHaveSingleItem().ShouldBeOfType<QuarantineUser>().Person.ShouldBe(Name("jane.doe@cabinetoffice.gov.uk"));
    }

    [Fact]
    public void A_new_address_is_a_leaver_and_a_joiner_unless_the_register_says_who_it_was()
    {
        var (register, known) = (RegisterOf(Person("jane@new.uk")), Known(Managed("jane@old.uk")));
        var named = Settings() with { PreviousNames = new Dictionary<UserName, UserName> { [new("jane@new.uk")] = new("Jane@Old.uk") } };

        Plan(register, known).Changes.Select(change => change.What).ShouldBe(["create the user, in no group", "quarantine the user"]);
        var told = MembershipPlan.Between(register, named, known).Changes.Select(change => change.What).ToList();
        told[0].ShouldContain("previously Jane@Old.uk, whose keys and MFA are not carried over");
        told[1].ShouldBe("quarantine the user, who is jane@new.uk now");
    }

    [Fact]
    public void The_contact_of_the_team_is_part_of_the_change()
    {
        var settings = Settings() with { Contacts = new Dictionary<string, string> { [Group] = "leads@x.uk" } };

        MembershipPlan.Between(Others, settings, Known(Managed("stays"), Managed("gone", Group))).Changes
            .ShouldHaveSingleItem().ShouldBeOfType<QuarantineUser>().Contact.ShouldBe("leads@x.uk");
    }

    [Fact]
    public void Somebody_revoked_by_hand_stays_out_although_the_register_lists_them()
    {
        var hold = new Hold(Name("out"), "arn:aws:iam::111122223333:user/ops", "laptop stolen", Now);

        var half = Plan(RegisterOf(Person("out", Group)), Known(Managed("out", Group)) with { Holds = [hold] });
        var whole = Plan(RegisterOf(Person("out", Group)), Known(Managed("out") with { Denied = true }) with { Holds = [hold], Quarantines = [Left("out", 30, Group)] });

        half.Changes.ShouldHaveSingleItem().ShouldBeOfType<QuarantineUser>();
        whole.Changes.ShouldBeEmpty();
        whole.Findings.ShouldHaveSingleItem().Kind.ShouldBe(FindingKind.Held);
        Plan(RegisterOf(Person("out")), Known() with { Holds = [hold] }).Changes.ShouldBeEmpty();
    }

    [Fact]
    public void An_unused_first_password_ends_after_its_days_and_that_of_a_leaver_goes_with_them()
    {
        OpenPassword Mailed(string local, double days) => new(Name(local), $"w-{local}", Now.AddDays(-days), new Attribution(Head));

        var plan = Plan(RegisterOf(Person("late"), Person("fresh")), Known(Managed("late"), Managed("fresh"), Managed("gone")) with { Passwords = [Mailed("late", 7), Mailed("fresh", 6.9), Mailed("gone", 8)] });

        plan.Changes.OfType<ExpireFirstPassword>().ShouldHaveSingleItem().Person.ShouldBe(Name("late"));
        plan.Changes.OfType<QuarantineUser>().ShouldHaveSingleItem().Open.ShouldBe(["w-gone"]);
    }

    [Fact]
    public void An_old_first_password_does_not_end_together_with_a_reset_or_a_return_that_brings_a_new_one()
    {
        var old = new OpenPassword(Name("jane"), "w", Now.AddDays(-8), new Attribution(Head));
        var (register, back) = (RegisterOf(Person("jane")), Managed("jane") with { Denied = true });

        MembershipPlan.Between(register, Settings(), Known(Managed("jane")) with { Passwords = [old] }, [new AskedReset(Name("jane"), Head, Mfa: false)]).Changes
            .ShouldHaveSingleItem().ShouldBeOfType<ResetPassword>();
        Plan(register, Known(back) with { Passwords = [old], Quarantines = [Left("jane", 1)] }).Changes.ShouldHaveSingleItem().ShouldBeOfType<RestoreUser>();
    }

    private sealed record Nothing;
}
