using Gatehouse.Aws;
using Gatehouse.Keys;
using Gatehouse.Keys.Sweep;
using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Register;
using static Gatehouse.Tests.Keys.GivenKeys;
using static Gatehouse.Tests.Keys.Sweep.KeyIndexTests;

namespace Gatehouse.Tests.Keys.Sweep;

public class KeyFindingsTests
{
    private static readonly KeyRotation Rotation = new("example-org/deploy-me", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", 90);

    [Fact]
    public void A_key_of_the_root_user_is_named()
    {
        var seen = Seen([]);

        Of(seen with { Report = seen.Report with { Rows = [new(CredentialRow.RootAccount, null, null) { Keys = [Listed(1, 3, null)] }] } }).ShouldBe(["RootKey 111122223333"]);
    }

    [Theory]
    [InlineData("old", 90, 1d, true)]
    [InlineData("unused", 50, 45d, true)]
    [InlineData("young and used", 50, 1d, false)]
    public void A_user_without_our_tags_is_only_named(string key, double age, double used, bool named) =>
        Of(Seen([Listed(1, age, used)], user: new SnapshotUser(Jane, false, new HashSet<string>()))).ShouldBe(named ? [$"Unmanaged {Jane}"] : Array.Empty<string>(), key);

    [Fact]
    public void Two_old_keys_and_inactive_keys_that_are_not_our_doing_are_named()
    {
        Of(Seen([Listed(1, 90, 1), Listed(2, 91, 1)])).ShouldBe([$"TwoOldKeys {Jane}"]);
        Of(Seen([Listed(1, 90, 1), Listed(2, 89, 1)])).ShouldBeEmpty();
        Of(Seen([Listed(1, 50, 1, active: false)])).ShouldBe([$"InactiveByOthers {Jane} a key made on 2026-10-02"]);
        Of(Seen([Listed(1, 50, 1, active: false)], [Record(50) with { Deactivated = Ago(1), Cause = KeyCause.Leak }])).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("told, and not stopped", true, -1d, true)]
    [InlineData("stopped, and active again in a report that is younger", true, 3d, true)]
    [InlineData("stopped since the report", true, 0d, false)]
    [InlineData("inactive", false, 3d, false)]
    public void A_key_that_was_found_in_public_and_can_be_used_is_named_each_day(string what, bool active, double stopped, bool named)
    {
        var record = Record(50) with { Leaked = Ago(4), Deactivated = stopped < 0 ? null : Ago(stopped), Cause = stopped < 0 ? null : KeyCause.Leak };

        Of(Seen([Listed(1, 50, 1, active: active)], [record])).ShouldBe(named ? [$"LeakedAndActive {Jane} {record.Key}"] : Array.Empty<string>(), what);
        new KeyFinding(KeyFindingKind.LeakedAndActive, GivenKeys.Account, Jane.Value).EachDay.ShouldBeTrue();
    }

    [Theory]
    [InlineData("on its day", 90, true, "")]
    [InlineData("a day late", 91, true, "RotationOverdue")]
    [InlineData("the tag is missing", 10, false, "MachineUntagged")]
    public void A_machine_user_whose_key_is_rotated_is_only_named(string what, double age, bool tagged, string named)
    {
        var seen = Seen([Listed(1, age, 1)], user: new SnapshotUser(Jane, false, new HashSet<string>()) { Machine = tagged }) with
        {
            Register = new KeyRegister([], [new MachineUser(Jane, "lead@x.gov.uk") { Rotation = Rotation }], new Dictionary<string, string>()),
        };

        Of(seen).Select(finding => finding.Split(' ')[0]).ShouldBe(named.Length == 0 ? [] : [named], what);
        new KeyIndex(seen).People.ShouldBeEmpty(what);
    }

    [Fact]
    public void Machine_users_that_stand_on_one_side_alone_are_named()
    {
        Of(Seen([], user: new SnapshotUser(Jane, false, new HashSet<string>()) { Machine = true })).ShouldBe([$"MachineUnlisted {Jane}"]);
        Of(Seen([]) with { Register = new KeyRegister([], [new MachineUser(new UserName("deploy"), "lead@x.gov.uk")], new Dictionary<string, string>()) }).ShouldBe(["MachineUntagged deploy does not exist"]);
    }

    [Fact]
    public void Exemptions_that_match_nothing_are_named_once_every_account_was_looked_at()
    {
        var until = DateOnly.FromDateTime(Now.UtcDateTime).AddDays(5);
        var register = new KeyRegister([new(new UserName("nobody@x.gov.uk"), null, "", "lead@x.gov.uk", until), new(Jane, null, "", "lead@x.gov.uk", until)], [], new Dictionary<string, string>());
        var assessed = new AccountAssessed(GivenKeys.Account, [], [], new KeyCounts(), [Jane]);

        new KeysPlan("run", Rule, register, [assessed], Complete: true, Now).Judge(new HashSet<AccessKeyId>()).Found.Findings.ShouldHaveSingleItem().Subject.ShouldBe("nobody@x.gov.uk");
        new KeysPlan("run", Rule, register, [assessed], Complete: false, Now).Judge(new HashSet<AccessKeyId>()).Found.Findings.ShouldBeEmpty();
        Of(Seen([]) with { Unknown = [Id] }).ShouldBe([$"ExemptionWithoutKey {Id}"]);
    }

    private static IEnumerable<string> Of(KeysSeen seen) => new KeyFindings(seen, new KeyIndex(seen)).All.Select(finding => $"{finding.Kind} {finding.Subject} {finding.What}".TrimEnd());
}
