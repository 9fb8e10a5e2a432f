using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Register;

namespace Gatehouse.Keys.Report;

/// <summary>
/// Puts together what is known of each key of an account, and what happens to it next. Pure.
/// <list type="table">
/// <listheader><term>user</term><description>next step</description></listheader>
/// <item><term>the root user, or one without our tags</term><description>none: named, and never touched</description></item>
/// <item><term>a leaver in quarantine</term><description>none: the leavers' run deletes the user</description></item>
/// <item><term>a machine user with a rotation</term><description>the rotation, when its active key is old enough</description></item>
/// <item><term>a person, or a machine user without a rotation</term><description>what the ladder says, see <see cref="NextSteps"/></description></item>
/// </list>
/// While the register's files cannot be read there is no next step at all: a sweep would do nothing.
/// </summary>
/// <param name="account">What was read of it.</param>
/// <param name="files">The exemptions and machine users.</param>
/// <param name="rule">The ladder.</param>
/// <param name="home">The base account, in which a machine user is that names none.</param>
/// <param name="now">The moment of the report.</param>
public sealed class ReportedKeys(SeenAccount account, KeyFiles files, KeyRule rule, string home, DateTimeOffset now)
{
    private readonly Dictionary<UserName, MachineUser> machines = files.Machines.Where(machine => (machine.Account ?? home) == account.Number).DistinctBy(machine => machine.User).ToDictionary(machine => machine.User);
    private readonly ILookup<UserName, KeyRecord> records = account.Records.ToLookup(record => record.User);

    public IEnumerable<ReportedKey> All() => account.Report.Rows.SelectMany(OfRow);

    private IEnumerable<ReportedKey> OfRow(CredentialRow row)
    {
        var user = new UserName(row.User);
        if (row.IsRoot || !account.Live.TryGetValue(user, out var live))
        {
            return row.Keys.Select(key => Key(row, Recorded(user, key.Created)?.Key, key.Active, key.Created, UseOf(key)));
        }

        return live.Select(one => Key(row, one.Key.Id, one.Key.Active, one.Key.Created, one.Use ?? UseOf(SameKey.MadeAt(row.Keys, key => key.Created, one.Key.Created))));
    }

    private ReportedKey Key(CredentialRow row, AccessKeyId? id, bool active, DateTimeOffset? created, ReportedUse? use)
    {
        var user = new UserName(row.User);
        var (found, machine) = (row.IsRoot ? null : account.Users.Find(user), machines.GetValueOrDefault(user));
        var key = new ReportedKey(account.Number, row.User, Whose(row, found, machine), id, active, created, use, null)
        {
            Record = Recorded(user, created),
            Rotation = found is { Machine: true } ? machine?.Rotation : null,
            Quarantined = found is { Denied: true },
            Exemption = KeyStanding.ExemptionOf(files.Exemptions, account.Number, user, id ?? NextSteps.Unknown, now),
        };
        return key with { Next = Next(key, user) };
    }

    private NextStep? Next(ReportedKey key, UserName user)
    {
        var isActedOn = key.Whose is KeyHolder.Person or KeyHolder.Machine && !key.Quarantined && files.Problems.Count == 0;
        return (isActedOn, key.Created, key.Rotation) switch
        {
            (false, _, _) or (_, null, _) => null,
            (_, { } created, { } rotation) => key.Active ? NextSteps.Rotation(created, rotation, now) : null,
            (_, { } created, null) => NextSteps.Of(
                new KeyStanding(key.Account, user, new AccessKey(key.Id ?? NextSteps.Unknown, key.Active, created)) { Record = key.Record, LastUsed = key.Use?.At }, files.Exemptions, rule, now),
        };
    }

    private KeyRecord? Recorded(UserName user, DateTimeOffset? created) => SameKey.MadeAt(records[user], record => record.Created, created);

    private static KeyHolder Whose(CredentialRow row, SnapshotUser? user, MachineUser? machine) => (row.IsRoot, user, machine) switch
    {
        (true, _, _) => KeyHolder.Root,
        (_, { Managed: true }, _) => KeyHolder.Person,
        (_, { Machine: true }, not null) => KeyHolder.Machine,
        _ => KeyHolder.Unmanaged,
    };

    private static ReportedUse? UseOf(CredentialKey? key) => key?.LastUsed is { } at ? new ReportedUse(at, key.Service, key.Region) : null;
}
