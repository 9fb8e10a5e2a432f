using Gatehouse.Aws;
using Gatehouse.Keys.Sweep;
using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Register;
using static Gatehouse.Tests.Keys.GivenKeys;

namespace Gatehouse.Tests.Keys.Sweep;

public class KeyIndexTests
{
    private static readonly DateTimeOffset Reported = Ago(0.16);

    public static TheoryData<string, CredentialKey[], KeyRecord[], bool, int> Reports => new()
    {
        { "no key at all", [], [], false, 0 },
        { "a young key in use", [Listed(1, 20, 1)], [], false, 0 },
        { "a key that was never used, five minutes old", [Listed(1, 0.003, null)], [], false, 0 },
        { "an old key", [Listed(1, 76, 1)], [], true, 0 },
        { "an old key that was warned about", [Listed(1, 76, 1)], [Record(76) with { Warned = 76, FirstWarned = Ago(0.5) }], false, 0 },
        { "an unused key", [Listed(1, 60, 45)], [], true, 0 },
        { "an unused key that was told", [Listed(1, 60, 46)], [Record(60) with { WarnedOfDisuse = Ago(1) }], false, 0 },
        { "one old and one young key", [Listed(1, 20, 1), Listed(2, 76, 1)], [], true, 0 },
        { "a key whose time is up", [Listed(1, 90, 1)], [Record(90) with { Warned = 89, FirstWarned = Ago(14) }], true, 1 },
        { "a key that we made inactive since the report", [Listed(1, 91, 1)], [Record(91) with { Deactivated = Ago(0.1), DeactivationTold = Ago(0.1), Cause = KeyCause.Age }], false, 0 },
        { "a key that we made inactive, and the report has it as active since", [Listed(1, 91, 1)], [Record(91) with { Deactivated = Ago(1), DeactivationTold = Ago(1), Cause = KeyCause.Age }], true, 1 },
        { "a key that we made inactive 30 days ago, and the report says nothing of it", [], [Record(120) with { Deactivated = Ago(30), DeactivationTold = Ago(30), Cause = KeyCause.Age }], true, 0 },
        { "a key that we made inactive 29 days ago, and the report says nothing of it", [], [Record(119) with { Deactivated = Ago(29), DeactivationTold = Ago(29), Cause = KeyCause.Age }], false, 0 },
        { "an old key that a live look found gone since the report", [Listed(1, 76, 1)], [Record(76) with { Gone = Ago(0.1) }], false, 0 },
        { "a key that we made inactive, and did not tell yet", [Listed(1, 91, 1, active: false)], [Record(91) with { Deactivated = Ago(1), Cause = KeyCause.Age }], true, 0 },
        { "a key that is inactive, and not by us", [Listed(1, 400, 1, active: false)], [], false, 0 },
        { "a key whose 24 hours are over", [Listed(1, 92, 1)], [Record(92) with { Warned = 89, FirstWarned = Ago(16), ReactivatedUntil = Ago(0.1) }], true, 1 },
    };

    [Theory]
    [MemberData(nameof(Reports))]
    public void Who_is_looked_at(string report, CredentialKey[] keys, KeyRecord[] records, bool lookedAt, int mayDeactivate)
    {
        var index = new KeyIndex(Seen(keys, records));

        index.People.Count.ShouldBe(lookedAt ? 1 : 0, report);
        index.People.Sum(person => person.MayDeactivate.Count).ShouldBe(mayDeactivate, report);
    }

    [Fact]
    public void Keys_of_the_same_person_that_nothing_is_due_for_are_spared_a_call()
    {
        var index = new KeyIndex(Seen([Listed(1, 50, 1), Listed(2, 76, 1)]));

        index.People.ShouldHaveSingleItem().Spared.ShouldBe([Ago(50)]);
    }

    [Fact]
    public void Records_of_keys_that_are_gone_and_of_users_that_are_gone_are_forgotten_and_what_is_still_to_be_done_is_not()
    {
        KeyRecord[] records =
        [
            Record(100) with { Warned = 76 },
            Record(101) with { Key = new("AKIAINACTIVE00EXAMPL"), Deactivated = Ago(5), DeactivationTold = Ago(5), Cause = KeyCause.Age },
            Record(102) with { Key = new("AKIALEAKED0000EXAMPL"), Leaked = Ago(5) },
            Record(103) with { Key = new("AKIAGIVENBACK0EXAMPL"), ReactivatedUntil = Ago(-0.5) },
            Record(104) with { Key = new("AKIAGONEBEFORE0EXAMP"), Deactivated = Ago(31), DeactivationTold = Ago(31), Cause = KeyCause.Age, Gone = Ago(1) },
            Record(105) with { Key = new("AKIAGONESINCE00EXAMP"), Deactivated = Ago(30), DeactivationTold = Ago(30), Cause = KeyCause.Age, Gone = Ago(0.1) },
            new KeyRecord(GivenKeys.Account, new UserName("gone@x.gov.uk"), new("AKIAGONE000000EXAMPL"), Ago(100)),
        ];

        new KeyIndex(Seen([], records)).Gone.Select(record => record.Key.Value).ShouldBe([Id.Value, "AKIAGONEBEFORE0EXAMP", "AKIAGONE000000EXAMPL"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("a person of ours", true, false, false, "", true)]
    [InlineData("a person in quarantine", true, false, true, "", false)]
    [InlineData("somebody made by hand", false, false, false, "", false)]
    [InlineData("a machine user of the register", false, true, false, "listed", true)]
    [InlineData("a machine user whom the register does not list", false, true, false, "", false)]
    [InlineData("a machine user of another account", false, true, false, "elsewhere", false)]
    [InlineData("a user whom the register lists as a machine, without the tag", false, false, false, "listed", false)]
    [InlineData("a machine user whose key is rotated", false, true, false, "rotated", false)]
    public void Whose_keys_are_looked_at(string who, bool managed, bool machine, bool denied, string register, bool lookedAt)
    {
        MachineUser[] machines = register switch
        {
            "listed" => [new(Jane, "lead@x.gov.uk")],
            "elsewhere" => [new(Jane, "lead@x.gov.uk") { Account = "222233334444" }],
            "rotated" => [new(Jane, "lead@x.gov.uk") { Rotation = new KeyRotation("o/r", "ID", "KEY", 90) }],
            _ => [],
        };
        var seen = Seen([Listed(1, 400, 1)], user: new SnapshotUser(Jane, managed, new HashSet<string>()) { Machine = machine, Denied = denied });

        var people = new KeyIndex(seen with { Register = new KeyRegister([], machines, new Dictionary<string, string>()) }).People;

        people.Select(person => person.Address).ShouldBe(lookedAt ? [managed ? Jane.Value : "lead@x.gov.uk"] : Array.Empty<string>(), who);
    }

    [Theory]
    [InlineData("nobody", false, false)]
    [InlineData("this user", true, true)]
    [InlineData("this key, which the ledger knows", true, true)]
    [InlineData("this key, in another account", true, false)]
    [InlineData("this user, until yesterday", true, false)]
    public void Who_is_exempt_is_not_looked_at(string exempt, bool known, bool spared)
    {
        var today = DateOnly.FromDateTime(Now.UtcDateTime);
        KeyExemption[] exemptions = exempt switch
        {
            "nobody" => [],
            "this user" => [new(Jane, null, "", "lead@x.gov.uk", today.AddDays(60))],
            "this user, until yesterday" => [new(Jane, null, "", "lead@x.gov.uk", today.AddDays(-1))],
            "this key, in another account" => [new(null, Id, "", "lead@x.gov.uk", today.AddDays(60)) { Account = "222233334444" }],
            _ => [new(null, Id, "", "lead@x.gov.uk", today.AddDays(60))],
        };

        var index = new KeyIndex(Seen([Listed(1, 400, 1)], known ? [Record(400)] : []) with { Register = new KeyRegister(exemptions, [], new Dictionary<string, string>()) });

        index.People.Count.ShouldBe(spared ? 0 : 1, exempt);
        index.Counts.Exempt.ShouldBe(spared ? 1 : 0, exempt);
    }

    [Fact]
    public void Active_keys_are_counted_as_they_stand()
    {
        new KeyIndex(Seen([Listed(1, 80, 50), Listed(2, 400, 1)])).Counts.ShouldBe(new KeyCounts(Active: 2, Warned: 1, Over: 1, Unused: 1));
        new KeyIndex(Seen([Listed(1, 80, 50, active: false)])).Counts.ShouldBe(new KeyCounts());
    }

    [Fact]
    public void Five_thousand_people_are_judged_at_once()
    {
        var users = Enumerable.Range(0, 5_000).Select(number => new UserName($"person{number:0000}@x.gov.uk")).ToList();
        var seen = Seen([]) with
        {
            Users = new Snapshot(users.ToDictionary(user => user, user => new SnapshotUser(user, true, new HashSet<string>())), new HashSet<string>()),
            Report = new CredentialReport(Reported, [.. users.Select(user => new CredentialRow(user.Value, true, null) { Keys = [Listed(1, 76, 1)] })]),
        };

        new KeyIndex(seen).People.Count.ShouldBe(5_000);
    }

    internal static CredentialKey Listed(int number, double age, double? used, bool active = true) => new(number, active, Ago(age), used is { } ago ? Ago(ago) : null);

    internal static KeyRecord Record(double age) => new(GivenKeys.Account, Jane, Id, Ago(age));

    internal static KeysSeen Seen(CredentialKey[] keys, KeyRecord[]? records = null, SnapshotUser? user = null)
    {
        var jane = user ?? new SnapshotUser(Jane, true, new HashSet<string>());
        return new KeysSeen(
            GivenKeys.Account,
            new Snapshot(new Dictionary<UserName, SnapshotUser> { [jane.Name] = jane }, new HashSet<string>()),
            new CredentialReport(Reported, [new(CredentialRow.RootAccount, null, null), new(jane.Name.Value, true, null) { Keys = keys }]),
            records ?? [],
            Now)
        {
            Register = KeyRegister.Empty,
            Rule = Rule,
            IsBase = true,
        };
    }
}
