using Gatehouse.Membership;
using Gatehouse.Register;
using static Gatehouse.Tests.Membership.Given;

namespace Gatehouse.Tests.Membership;

public class MembershipGuardTests
{
    [Fact]
    public void An_empty_register_is_refused_whole_whatever_IAM_holds_and_whoever_allowed_it()
    {
        var empty = RegisterOf();
        var plan = Plan(empty, Known(Managed("jane.doe")));

        Should.Throw<PlanRefusedException>(() => MembershipGuard.Judge(plan, empty, Known(), Settings(), adopt: [], allowed: new HashSet<UserName> { Name("jane.doe") })).Message.ShouldContain("0 people");
    }

    [Theory]
    [InlineData("a space", "ja ne@digital.cabinet-office.gov.uk", "Name")]
    [InlineData("an apostrophe", "o'hara@digital.cabinet-office.gov.uk", "Name")]
    [InlineData("a letter outside ASCII", "zoë@digital.cabinet-office.gov.uk", "Name")]
    [InlineData("a line break at the end", "jane@digital.cabinet-office.gov.uk\n", "Name")]
    [InlineData("another domain", "jane@example.com", "Domain")]
    [InlineData("a domain that only ends the same", "jane@evil-digital.cabinet-office.gov.uk", "Domain")]
    [InlineData("an allowed domain before another", "jane@digital.cabinet-office.gov.uk@example.com", "Domain")]
    [InlineData("no domain", "@jane", "Domain")]
    public void A_name_is_refused_for(string what, string name, string rule)
    {
        var verdict = Judge(RegisterOf(Person(name), Person("fine")), Known());

        what.ShouldNotBeEmpty();
        verdict.Refused.ShouldHaveSingleItem().Rule.ShouldBe(rule);
        verdict.Refused[0].Why.ShouldStartWith("refused");
        verdict.Allowed.ShouldHaveSingleItem().Person.ShouldBe(Name("fine"));
    }

    [Fact]
    public void A_name_of_64_characters_goes_and_one_of_65_is_refused_with_its_arithmetic()
    {
        var domain = "@digital.cabinet-office.gov.uk";
        var fits = new string('a', 64 - domain.Length);

        var verdict = Judge(RegisterOf(Person(fits), Person(fits + "b")), Known());

        verdict.Allowed.ShouldHaveSingleItem().Person.Value.Length.ShouldBe(64);
        verdict.Refused.ShouldHaveSingleItem().Why.ShouldContain("65 characters");
    }

    [Fact]
    public void Eleven_groups_are_one_too_many()
    {
        string[] groups = [.. Enumerable.Range(1, 11).Select(number => $"group{number}")];

        Judge(RegisterOf(Person("jane.doe", groups)), Known()).Refused.ShouldHaveSingleItem().Rule.ShouldBe("Groups");
        Judge(RegisterOf(Person("jane.doe", groups[..10])), Known() with { Snapshot = Snapshot() with { Groups = groups.ToHashSet() }, Givable = groups }).Refused.ShouldBeEmpty();
    }

    [Fact]
    public void A_user_made_by_hand_is_adopted_by_an_explicit_line_and_never_because_the_name_matches()
    {
        var (register, known) = (RegisterOf(Person("admin", Group)), Known(HandMade("admin")));
        var plan = Plan(register, known);

        MembershipGuard.Judge(plan, register, known, Settings(), adopt: []).Refused.ShouldHaveSingleItem().Rule.ShouldBe("NotAdopted");
        MembershipGuard.Judge(plan, register, known, Settings(), adopt: [Name("ADMIN")]).Allowed.ShouldHaveSingleItem().ShouldBeOfType<AdoptUser>();
    }

    [Fact]
    public void A_group_that_the_account_lacks_is_refused_by_its_name_and_only_where_it_is_wanted()
    {
        var verdict = Judge(RegisterOf(Person("jane.doe", Group), Person("mover", "Auditors")), Known() with { Snapshot = Snapshot(Managed("mover", Group)) with { Groups = new HashSet<string> { Group } } });

        var refusal = verdict.Refused.ShouldHaveSingleItem();
        (refusal.Rule, refusal.Change).ShouldBe(("NoGroup", new AddToGroup(Name("mover"), "Auditors")));
        refusal.Why.ShouldContain("no group Auditors");
        verdict.Allowed.Count.ShouldBe(2);
    }

    [Fact]
    public void A_group_that_the_deployment_may_not_give_is_refused_by_its_name_before_anybody_merges()
    {
        var refusal = Judge(RegisterOf(Person("jane.doe", Group, "Auditors")), Known() with { Givable = [Group] }).Refused.ShouldHaveSingleItem();

        refusal.Rule.ShouldBe("NotOurs");
        refusal.Why.ShouldContain("may not put people into Auditors");
    }

    private static Verdict Judge(PeopleRegister register, Known known) =>
        MembershipGuard.Judge(Plan(register, known), register, known, Settings(), adopt: []);
}
