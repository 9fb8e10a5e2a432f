using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Register;

namespace Gatehouse.Keys.Sweep;

/// <summary>
/// Says whose keys of an account are to be looked at, by what is known without asking IAM for each: the users, the credential report and the ledger.
/// It asks the same <see cref="KeyLadder"/> that decides in the end; the live look decides. Pure.
/// <list type="table">
/// <listheader><term>the report, and the ledger</term><description>what is taken for true</description></listheader>
/// <item><term>a key · a record of a key made in the same second</term><description>they are the same, and the key's id is known</description></item>
/// <item><term>active · made inactive by us since the report</term><description>inactive: the report is older than that</description></item>
/// <item><term>no key · made inactive by us</term><description>inactive: the report may leave out inactive keys</description></item>
/// <item><term>no key · anything else</term><description>gone: the record is forgotten</description></item>
/// <item><term>a key · a live look found it gone since</term><description>gone: the report is older than that</description></item>
/// </list>
/// A key's age does not go stale with the report, because the report says when it was made; and one used since is less due than it says.
/// </summary>
public sealed class KeyIndex
{
    /// <summary>The report names no ids.</summary>
    private static readonly AccessKeyId NotSaid = new("");

    private readonly KeysSeen seen;
    private readonly Dictionary<UserName, MachineUser> machines;
    private readonly Dictionary<UserName, CredentialRow> rows;
    private readonly ILookup<UserName, KeyRecord> records;
    private readonly ILookup<UserName, KeyRecord> gone;

    public KeyIndex(KeysSeen seen)
    {
        this.seen = seen;
        machines = seen.Register.MachinesOf(seen.Account, seen.IsBase).ToDictionary(machine => machine.User);
        rows = seen.Report.Rows.Where(row => !row.IsRoot).ToDictionary(row => new UserName(row.User));
        records = seen.Records.Where(record => record.Gone is null).ToLookup(record => record.User);
        gone = seen.Records.Where(record => record.Gone is not null).ToLookup(record => record.User);
        Watched = [.. seen.Users.Users.Values.Where(IsWatched).OrderBy(user => user.Name)];
        Keys = Watched.SelectMany(user => Standings(user.Name)).ToLookup(key => key.Person);
        People = [.. Watched.Where(user => RotationOf(user.Name) is null).Select(Candidate).OfType<KeyCandidate>()];
        Gone =
        [
            .. Watched.SelectMany(user => records[user.Name].Where(record => IsGone(record, Reported(record)))),
            .. seen.Records.Where(record => record.Gone < seen.Report.Generated || (record.Leaked is null && seen.Users.Find(record.User) is null)),
        ];
    }

    /// <summary>Users whose keys are watched: people of ours, and the register's machine users; nobody in quarantine.</summary>
    public IReadOnlyList<SnapshotUser> Watched { get; }

    /// <summary>The keys of those who are watched, as far as they are known.</summary>
    public ILookup<UserName, KeyStanding> Keys { get; }

    /// <summary>Whose keys are to be looked at, and which keys seem to be due to be made inactive.</summary>
    public IReadOnlyList<KeyCandidate> People { get; }

    /// <summary>Records of keys that are gone: they are forgotten.</summary>
    public IReadOnlyList<KeyRecord> Gone { get; }

    /// <summary>How the active keys stand.</summary>
    public KeyCounts Counts => Keys.SelectMany(one => one).Where(key => key.Key.Active).Select(CountsOf).Aggregate(new KeyCounts(), KeyCounts.Add);

    /// <summary>How the key of a machine user is rotated; null for everybody else.</summary>
    public KeyRotation? RotationOf(UserName user) => machines.GetValueOrDefault(user)?.Rotation;

    /// <summary>The machine users of this account.</summary>
    public IEnumerable<MachineUser> Machines => machines.Values;

    /// <summary>The keys that somebody has by the report, as if nobody had ever acted on them.</summary>
    public IEnumerable<KeyStanding> ReportedOf(UserName user) =>
        (rows.GetValueOrDefault(user)?.Keys ?? []).Where(key => key.Created is not null)
            .Select(key => new KeyStanding(seen.Account, user, new AccessKey(NotSaid, key.Active, key.Created!.Value)) { LastUsed = key.LastUsed })
            .Where(key => !gone[user].Any(record => IsSame(record, key)));

    private bool IsWatched(SnapshotUser user) => !user.Denied && (user.Managed || (user.Machine && machines.ContainsKey(user.Name)));

    private List<KeyStanding> Standings(UserName user)
    {
        var reported = ReportedOf(user).Select(key => Known(key, records[user].FirstOrDefault(record => IsSame(record, key))));
        var hidden = records[user].Where(record => record.Deactivated is not null && Reported(record) is null)
            .Select(record => Known(new KeyStanding(seen.Account, user, new AccessKey(record.Key, false, record.Created)), record));
        return [.. reported, .. hidden];
    }

    private KeyStanding Known(KeyStanding key, KeyRecord? record) => key with
    {
        Key = record is null ? key.Key : new AccessKey(record.Key, key.Key.Active && !(record.Deactivated >= seen.Report.Generated), record.Created),
        Record = record,
        Exemption = KeyStanding.ExemptionOf(seen.Register.Exemptions, seen.Account, key.Person, record?.Key ?? NotSaid, seen.Now),
    };

    private KeyStanding? Reported(KeyRecord record) => ReportedOf(record.User).FirstOrDefault(key => IsSame(record, key));

    /// <summary>The report says whole seconds.</summary>
    internal static bool IsSame(KeyRecord record, KeyStanding key) => record.Created.ToUnixTimeSeconds() == key.Key.Created.ToUnixTimeSeconds();

    private bool IsGone(KeyRecord record, KeyStanding? reported) =>
        reported is null && record is { Deactivated: null, Leaked: null } && !(record.ReactivatedUntil > seen.Now);

    private KeyCandidate? Candidate(SnapshotUser user)
    {
        var judged = Keys[user.Name].ToLookup(key => KeyLadder.Due(key, seen.Rule, seen.Now) is not null);
        if (!judged[true].Any())
        {
            return null;
        }

        var machine = machines.GetValueOrDefault(user.Name);
        return new KeyCandidate(seen.Account, user.Name)
        {
            Address = user.Managed ? seen.Register.AddressOf(user.Name, user.Groups) : machine!.Owner,
            Machine = !user.Managed,
            Exemptions = [.. seen.Register.Exemptions.Where(exemption => MayBeAbout(exemption, user.Name))],
            Spared = [.. judged[false].Select(key => key.Key.Created)],
            MayDeactivate = [.. judged[true].Where(key => key.Key.Active && KeyLadder.Due(key, seen.Rule, seen.Now) is DeactivateKey).Select(key => key.Key.Id)],
        };
    }

    /// <summary>An exemption of one key may be about anybody's, except where the ledger knows whose it is.</summary>
    private bool MayBeAbout(KeyExemption exemption, UserName user) =>
        exemption.HoldsAt(seen.Now)
        && (exemption.Account is null || exemption.Account == seen.Account)
        && (exemption.User == user || (exemption.Key is { } key && seen.Records.All(record => record.Key != key || record.User == user)));

    private KeyCounts CountsOf(KeyStanding key)
    {
        var (age, rule) = (key.AgeAt(seen.Now), seen.Rule);
        var over = rule.DeactivateDays > 0 && age >= rule.DeactivateDays;
        return new KeyCounts(
            Active: 1,
            Warned: !over && age >= rule.WarningDays[0] ? 1 : 0,
            Over: over ? 1 : 0,
            Unused: rule.UnusedAfter > 0 && key.IdleAt(seen.Now) >= rule.UnusedAfter ? 1 : 0,
            Exempt: key.Exemption is null ? 0 : 1);
    }
}
