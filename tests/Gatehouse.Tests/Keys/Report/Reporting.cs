using Gatehouse.Aws;
using Gatehouse.Keys;
using Gatehouse.Keys.Report;
using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Register;

namespace Gatehouse.Tests.Keys.Report;

/// <summary>Accounts, keys and reports in a few words, for tests that read as sentences.</summary>
internal static class Reporting
{
    public const string Home = "111122223333";

    public static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    public static readonly AccessKeyId Example = new("AKIAIOSFODNN7EXAMPLE");

    public static readonly KeyRule Rule = GivenKeys.Rule;

    public static DateTimeOffset Ago(double days) => Now.AddDays(-days);

    public static UserName Name(string user) => new(user);

    public static CredentialKey Key(double age, double? used = null, bool active = true) =>
        new(1, active, Ago(age), used is { } days ? Ago(days) : null) { Service = used is null ? null : "s3", Region = used is null ? null : "eu-west-2" };

    public static CredentialRow Row(string user, params CredentialKey[] keys) => new(user, true, null) { Keys = keys };

    public static SnapshotUser Person(string user) => new(Name(user), true, new HashSet<string>());

    public static SnapshotUser Machine(string user) => new(Name(user), false, new HashSet<string>()) { Machine = true };

    public static KeyRecord Record(string user, double age, AccessKeyId? key = null) => new(Home, Name(user), key ?? Example, Ago(age));

    public static SeenAccount Seen(IEnumerable<SnapshotUser> users, IEnumerable<CredentialRow> rows, params KeyRecord[] records) =>
        new(Home, new Snapshot(users.ToDictionary(user => user.Name), new HashSet<string>()), new CredentialReport(Now.AddHours(-3), [.. rows]), records);

    public static IReadOnlyList<ReportedKey> AllKeys(SeenAccount account, KeyFiles? files = null, KeyRule? rule = null) => [.. new ReportedKeys(account, files ?? KeyFiles.None, rule ?? Rule, Home, Now).All()];

    /// <summary>The one key of somebody who is a person of ours.</summary>
    public static ReportedKey Only(CredentialKey key, KeyRecord? record = null, KeyFiles? files = null, KeyRule? rule = null) =>
        AllKeys(Seen([Person("jane")], [Row("jane", key)], record is null ? [] : [record]), files, rule).ShouldHaveSingleItem();

    public static EveryonesKeys ReportOf(IReadOnlyList<ReportedKey> keys, IReadOnlyList<KeyDay>? days = null, KeyRule? rule = null) =>
        new(Now, rule ?? Rule, [new ReportedAccount(Home, Now.AddHours(-3))], keys, days ?? []);
}
