using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Register;
using static Gatehouse.Tests.Membership.Given;

namespace Gatehouse.Tests.Membership;

/// <summary>For any register, account and ledger, made by a generator with a fixed seed.</summary>
public class PlanPropertyTests
{
    private static readonly string[] Groups = [Group, "Auditors", "NotOurs"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 300)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Applying_a_plan_and_planning_again_gives_an_empty_plan(int seed)
    {
        var (register, known) = Any(new Random(seed));

        var plan = Plan(register, known);

        Plan(register, After(plan, known, register)).Changes.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void No_plan_that_the_guard_lets_through_touches_a_user_made_by_hand(int seed)
    {
        var (register, known) = Any(new Random(seed));
        var plan = Plan(register, known);

        var allowed = register.People.Count == 0 ? [] : MembershipGuard.Judge(plan, register, known, Settings(), adopt: []).Allowed;

        allowed.ShouldAllBe(change => known.Snapshot.Find(change.Person) == null || known.Snapshot.Find(change.Person)!.Managed);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_order_of_lines_never_matters(int seed)
    {
        var random = new Random(seed);
        var (register, known) = Any(random);
        var people = register.People.ToArray();
        random.Shuffle(people);
        var shuffled = known with
        {
            Snapshot = Snapshot([.. known.Snapshot.Users.Values.Reverse()]),
            Quarantines = [.. known.Quarantines.Reverse()],
            Owed = [.. known.Owed.Reverse()],
        };

        Told(Plan(new PeopleRegister(people, [.. register.Groups.Reverse()]), shuffled)).ShouldBe(Told(Plan(register, known)));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Nobody_whom_the_register_lists_is_deleted_and_nobody_else_is_given_anything(int seed)
    {
        var (register, known) = Any(new Random(seed));
        var listed = register.People.Select(person => person.Name).ToHashSet();

        var plan = Plan(register, known);

        plan.Changes.Where(change => listed.Contains(change.Person)).ShouldAllBe(change => !(change is DeleteUser));
        plan.Changes.Where(change => !listed.Contains(change.Person)).ShouldAllBe(change => change is QuarantineUser || change is DeleteUser);
    }

    private static List<string> Told(MembershipPlan plan) =>
        [.. plan.Changes.Select(change => $"{change.Key} {string.Join(' ', change.What.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Order())}").Concat(plan.Findings.Select(finding => finding.Key))];

    private static (PeopleRegister Register, Known Known) Any(Random random)
    {
        var names = Enumerable.Range(0, 14).Select(number => $"person{number}").ToList();
        var people = names.Where(_ => random.Next(3) > 0).Select(name => Person(name, Some(random, Groups[..2]))).ToArray();
        var users = names.Where(_ => random.Next(3) > 0).Select(name => AnyUser(name, random)).ToArray();
        return (RegisterOf(people), Known(users) with
        {
            Quarantines = [.. users.Where(user => user.Denied && random.Next(5) > 0).Select(user => new Quarantine(user.Name, Some(random, Groups), random.Next(4) == 0 ? null : Now.AddDays(-random.Next(30))))],
            Holds = [.. users.Where(user => user.Managed && random.Next(8) == 0).Select(user => new Hold(user.Name, "ops", "a reason", Now))],
            Applied = random.Next(2) == 0 ? null : RegisterOf([.. names.Where(_ => random.Next(3) > 0).Select(name => Person(name, Some(random, Groups[..2])))]),
            RevertDrift = random.Next(2) == 0,
            GraceDays = random.Next(3) * 7,
        });
    }

    private static SnapshotUser AnyUser(string name, Random random) => random.Next(5) switch
    {
        0 => HandMade(name, Some(random, Groups)),
        1 => Managed(name) with { Denied = true },
        _ => Managed(name, Some(random, Groups)),
    };

    private static string[] Some(Random random, string[] groups) => [.. groups.Where(_ => random.Next(2) == 0)];

    private static Known After(MembershipPlan plan, Known known, PeopleRegister register)
    {
        var users = known.Snapshot.Users.ToDictionary();
        var quarantines = known.Quarantines.ToDictionary(quarantine => quarantine.Person);
        foreach (var change in plan.Changes)
        {
            Apply(change, users, quarantines);
        }

        // What waits for a hand is still as it was; everything else of this register was applied now.
        return known with { Snapshot = new Snapshot(users, known.Snapshot.Groups), Quarantines = [.. quarantines.Values], Applied = known.Applied is null ? null : register };
    }

    private static void Apply(MembershipChange change, Dictionary<UserName, SnapshotUser> users, Dictionary<UserName, Quarantine> quarantines)
    {
        var user = users.GetValueOrDefault(change.Person) ?? new SnapshotUser(change.Person, false, new HashSet<string>());
        switch (change)
        {
            case CreateUser create:
                users[user.Name] = user with { Managed = true, Groups = create.Groups.ToHashSet() };
                quarantines.Remove(user.Name);
                break;
            case AdoptUser adopt:
                users[user.Name] = user with { Managed = true, Groups = user.Groups.Union(adopt.Groups).Except(adopt.Leaves).ToHashSet() };
                break;
            case AddToGroup add:
                users[user.Name] = user with { Groups = user.Groups.Append(add.Group).ToHashSet() };
                break;
            case RemoveFromGroup remove:
                users[user.Name] = user with { Groups = user.Groups.Where(group => group != remove.Group).ToHashSet() };
                break;
            case RestoreUser restore:
                users[user.Name] = user with { Denied = false, Groups = user.Groups.Union(restore.Groups).Except(Groups[..2].Except(restore.Groups)).ToHashSet() };
                quarantines.Remove(user.Name);
                break;
            case QuarantineUser { AtOnce: true } or DeleteUser:
                users.Remove(user.Name);
                quarantines.Remove(user.Name);
                break;
            case QuarantineUser:
                users[user.Name] = user with { Denied = true, Groups = new HashSet<string>() };
                quarantines[user.Name] = new Quarantine(user.Name, [.. user.Groups], quarantines.GetValueOrDefault(user.Name)?.Complete ?? Now);
                break;
            default:
                throw new UnknownChangeException(change);
        }
    }
}
