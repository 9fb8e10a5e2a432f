using Gatehouse.Membership;
using Gatehouse.Register;
using static Gatehouse.Tests.Membership.Given;

namespace Gatehouse.Tests.Membership;

/// <summary>For any register and snapshot, made by a generator with a fixed seed.</summary>
public class PlanPropertyTests
{
    private static readonly string[] Groups = [Group, "Auditors", "NotOurs"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 200)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Applying_a_plan_and_planning_again_gives_an_empty_plan(int seed)
    {
        var (register, snapshot) = Any(new Random(seed));

        var plan = MembershipPlan.Between(register, snapshot, []);

        MembershipPlan.Between(register, After(plan, snapshot), []).Changes.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void No_plan_that_the_guard_lets_through_touches_a_user_made_by_hand(int seed)
    {
        var (register, snapshot) = Any(new Random(seed));
        var plan = MembershipPlan.Between(register, snapshot, []);

        var allowed = register.People.Count == 0 ? [] : MembershipGuard.Judge(plan, register, snapshot, Settings(), adopt: []).Allowed;

        allowed.ShouldAllBe(change => snapshot.Find(change.Person) == null || snapshot.Find(change.Person)!.Managed);
    }

    private static (PeopleRegister Register, Snapshot Snapshot) Any(Random random)
    {
        var names = Enumerable.Range(0, 12).Select(number => $"person{number}").ToList();
        var people = names.Where(_ => random.Next(3) > 0).Select(name => Person(name, Some(random, Groups[..2])));
        var users = names.Where(_ => random.Next(3) > 0).Select(name => random.Next(4) == 0 ? HandMade(name, Some(random, Groups)) : Managed(name, Some(random, Groups)));
        return (RegisterOf([.. people]), Snapshot([.. users]));
    }

    private static string[] Some(Random random, string[] groups) => [.. groups.Where(_ => random.Next(2) == 0)];

    private static Snapshot After(MembershipPlan plan, Snapshot snapshot)
    {
        var users = snapshot.Users.ToDictionary();
        foreach (var change in plan.Changes)
        {
            var user = users.GetValueOrDefault(change.Person) ?? new SnapshotUser(change.Person, false, new HashSet<string>());
            users[change.Person] = change switch
            {
                CreateUser create => user with { Managed = true, Groups = create.Groups.ToHashSet() },
                AdoptUser adopt => user with { Managed = true, Groups = user.Groups.Union(adopt.Groups).Except(adopt.Leaves).ToHashSet() },
                AddToGroup add => user with { Groups = user.Groups.Append(add.Group).ToHashSet() },
                RemoveFromGroup remove => user with { Groups = user.Groups.Where(group => group != remove.Group).ToHashSet() },
                _ => throw new UnknownChangeException(change),
            };
        }

        return new Snapshot(users, snapshot.Groups);
    }
}
