using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Register;
using static Gatehouse.Tests.Membership.Given;

namespace Gatehouse.Tests.Membership;

public class RemovalGuardTests
{
    [Theory]
    [InlineData("a quarter of forty", 40, 10, null)]
    [InlineData("thirty per cent of forty", 40, 12, "refused: 12 of 40 people would lose their access at once, and 30.00% is over 25.00% (12/40).")]
    [InlineData("a third of nine, too few for a share", 9, 3, null)]
    [InlineData("twenty of a thousand", 1000, 20, null)]
    [InlineData("twenty-one of a thousand", 1000, 21, "refused: 21 of 1000 people would lose their access at once, and 21 is over 20.")]
    public void Removing(string what, int managed, int leaving, string? refused)
    {
        var verdict = Judge(Crowd(managed, leaving), out var removed);

        what.ShouldNotBeEmpty();
        removed.ShouldBe(leaving);
        verdict.Refused.Count.ShouldBe(refused is null ? 0 : leaving);
        verdict.Refused.ShouldAllBe(refusal => refusal.Why.StartsWith(refused!, StringComparison.Ordinal) && refusal.Why.Contains("gatehouse:allow-removals"));
    }

    [Fact]
    public void Joins_in_the_same_register_go_ahead_while_removals_wait()
    {
        var (register, known) = Crowd(40, 12);

        var verdict = Judge((register with { People = [.. register.People, Person("new", Group)] }, known), out _);

        verdict.Allowed.ShouldHaveSingleItem().ShouldBeOfType<CreateUser>();
        verdict.Refused.Count.ShouldBe(12);
    }

    [Fact]
    public void The_label_lets_those_go_whom_it_was_put_on_for_and_the_rest_is_counted_by_itself()
    {
        var (register, known) = Crowd(40, 12);
        var allowed = Enumerable.Range(0, 11).Select(number => Name($"leaves{number}")).ToHashSet();

        Judge((register, known), out _, allowed: allowed).Refused.ShouldBeEmpty();
        Judge(Crowd(40, 23), out _, allowed: allowed).Refused.Count.ShouldBe(12);
    }

    [Fact]
    public void A_quarantine_that_has_begun_and_the_deletion_at_its_end_are_not_counted_again()
    {
        var (register, known) = Crowd(40, 12);
        var begun = known.Snapshot.Users.Values.Where(user => user.Name.Value.StartsWith("leaves", StringComparison.Ordinal)).ToList();

        var half = known with { Quarantines = [.. begun.Select(user => new Quarantine(user.Name, [], null))] };
        var whole = known with
        {
            Snapshot = known.Snapshot with { Users = known.Snapshot.Users.Values.Select(user => begun.Contains(user) ? user with { Denied = true } : user).ToDictionary(user => user.Name) },
            Quarantines = [.. begun.Select(user => new Quarantine(user.Name, [], Now.AddDays(-15)))],
        };

        Judge((register, half), out _).Allowed.Count.ShouldBe(12);
        Judge((register, whole), out _).Allowed.OfType<DeleteUser>().Count().ShouldBe(12);
    }

    [Fact]
    public void A_protected_person_stays_even_with_the_label()
    {
        var settings = Settings() with { Protected = [Name("BOSS")] };
        var known = Known(Managed("boss"), Managed("stays"));

        var verdict = Judge((RegisterOf(Person("stays")), known), out _, settings, [Name("boss")]);

        verdict.Refused.ShouldHaveSingleItem().Rule.ShouldBe("Protected");
    }

    [Fact]
    public void Taking_the_last_group_of_many_at_once_is_removing_them_and_of_a_protected_person_too()
    {
        var people = Enumerable.Range(0, 12).Select(number => $"p{number}").ToList();
        var known = Known([.. people.Select(name => Managed(name, Group))]);
        var emptied = RegisterOf([.. people.Select(name => Person(name))]);
        var moved = RegisterOf([.. people.Select(name => Person(name, "Auditors"))]);

        Judge((emptied, known), out _).Refused.Select(refusal => refusal.Rule).Distinct().ShouldBe(["Removals"]);
        Judge((emptied, known), out _, allowed: [.. people.Select(Name)]).Refused.ShouldBeEmpty();
        Judge((emptied, known), out _, Settings() with { Protected = [Name("p3")] }, [.. people.Select(Name)]).Refused.ShouldHaveSingleItem().Rule.ShouldBe("Protected");
        Judge((moved, known), out _).Refused.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("the only one, by a policy of their own", false)]
    [InlineData("one of two", true)]
    public void An_administrator_leaves(string which, bool another)
    {
        var known = Known(Managed("admin") with { Administrator = true }, Managed("stays"), HandMade("break-glass") with { Administrator = another });

        var verdict = Judge((RegisterOf(Person("stays")), known), out _, allowed: [Name("admin")]);

        which.ShouldNotBeEmpty();
        verdict.Refused.Select(refusal => refusal.Rule).ShouldBe(another ? [] : ["LastAdministrator"]);
    }

    [Theory]
    [InlineData("a group that carries the policy", true)]
    [InlineData("a group that the settings name", false)]
    public void The_last_administrator_does_not_leave(string what, bool byPolicy)
    {
        var known = Known(Managed("admin", "Auditors"), Managed("denied", "Auditors") with { Denied = true });
        known = known with { Snapshot = known.Snapshot with { AdministratorGroups = byPolicy ? new HashSet<string> { "Auditors" } : [] } };
        var settings = Settings() with { AdministratorGroups = byPolicy ? [] : ["auditors"] };

        var verdict = Judge((RegisterOf(Person("admin"), Person("denied")), known), out _, settings);

        what.ShouldNotBeEmpty();
        verdict.Refused.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            refusal => refusal.Rule.ShouldBe("LastAdministrator"), refusal => refusal.Change.ShouldBeOfType<RemoveFromGroup>());
    }

    [Fact]
    public void An_account_near_IAMs_limit_lets_nobody_new_in_and_says_its_arithmetic()
    {
        var settings = Settings() with { Users = new UserLimits(Limit: 10, Reserve: 2) };
        var known = Known([.. Enumerable.Range(0, 7).Select(number => Managed($"p{number}"))]);
        var people = Enumerable.Range(0, 7).Select(number => Person($"p{number}")).ToList();

        Judge((RegisterOf([.. people, Person("one")]), known), out _, settings).Refused.ShouldBeEmpty();
        var refused = Judge((RegisterOf([.. people, Person("one"), Person("two")]), known), out _, settings).Refused;
        refused.Select(refusal => refusal.Rule).ShouldBe(["UserLimit", "UserLimit"]);
        refused[0].Why.ShouldContain("7 IAM users and 2 join, which makes 9; 8 is the most");
    }

    private static (PeopleRegister Register, Known Known) Crowd(int managed, int leaving) => (
        RegisterOf([.. Enumerable.Range(0, managed - leaving).Select(number => Person($"stays{number}"))]),
        Known([.. Enumerable.Range(0, managed - leaving).Select(number => Managed($"stays{number}")), .. Enumerable.Range(0, leaving).Select(number => Managed($"leaves{number}"))]));

    private static Verdict Judge((PeopleRegister Register, Known Known) given, out int removed, RegisterSettings? settings = null, HashSet<UserName>? allowed = null)
    {
        var plan = Plan(given.Register, given.Known);
        removed = plan.Changes.OfType<QuarantineUser>().Count();
        return MembershipGuard.Judge(plan, given.Register, given.Known, settings ?? Settings(), adopt: [], allowed);
    }
}
