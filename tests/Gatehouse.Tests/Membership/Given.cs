using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Register;

namespace Gatehouse.Tests.Membership;

/// <summary>Registers, snapshots and changes in a few words, for tests that read as sentences.</summary>
internal static class Given
{
    public const string Group = "CrossAccountAccess";
    public const string Head = "1111111111111111111111111111111111111111";
    public const string Before = "0000000000000000000000000000000000000000";

    public static readonly RunId Run = new("arn:aws:states:eu-west-2:111122223333:execution:gatehouse-membership:merge-7-1111");

    public static UserName Name(string local) => new(local.Contains('@') ? local : $"{local}@digital.cabinet-office.gov.uk");

    public static RegisteredPerson Person(string local, params string[] groups) =>
        new(Name(local), local.Replace('.', '_'), new FilePlace(RegisterFiles.Users, 1), groups);

    public static PeopleRegister RegisterOf(params RegisteredPerson[] people) => new(people, [Group, "Auditors"]);

    public static SnapshotUser Managed(string local, params string[] groups) => new(Name(local), true, groups.ToHashSet(StringComparer.OrdinalIgnoreCase));

    public static SnapshotUser HandMade(string local, params string[] groups) => Managed(local, groups) with { Managed = false };

    public static Snapshot Snapshot(params SnapshotUser[] users) => new(users.ToDictionary(user => user.Name), new HashSet<string> { Group, "Auditors" });

    public static RegisterSettings Settings(params string[] adopt) => new(
        ["digital.cabinet-office.gov.uk"], [], [.. adopt.Select(Name)], new RemovalLimits(), new Dictionary<string, string>(), new Dictionary<UserName, UserName>(), [], new UserLimits());

    public static readonly DateTimeOffset Now = DateTimeOffset.Parse("2026-07-01T12:00:00Z", System.Globalization.CultureInfo.InvariantCulture);

    public static Known Known(params SnapshotUser[] users) => new(Snapshot(users), Now, GraceDays: 14) { Givable = [Group, "Auditors"] };

    public static Quarantine Left(string local, double days, params string[] groups) => new(Name(local), groups, Now.AddDays(-days));

    public static MembershipPlan Plan(PeopleRegister register, Known known) => MembershipPlan.Between(register, Settings(), known);

    public static PlannedChange Planned(MembershipChange change, int? pullRequest = 7) => new(change, new Attribution(Head, pullRequest, "bob", "alice"));
}
