using System.Globalization;
using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Register;
using Gatehouse.Runtime;

namespace Gatehouse.Keys.Rotation;

/// <summary>
/// Finds keys that a rotation replaced and that nobody deletes, because the register stopped naming a repository for their user within the grace: they are named
/// and not deleted, for whoever edited the register has taken the user out of our hands.
/// </summary>
public sealed class LeftKeys(IMachineUsers machines, IAccessKeys keys, KeyRecords records, Settings settings)
{
    /// <param name="rotated">Whose keys are rotated: theirs are deleted.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    public async Task<IReadOnlyList<RotationFinding>> FindAsync(IReadOnlyList<UserName> rotated, CancellationToken cancellationToken)
    {
        var retired = (await records.OfAccountAsync(settings.HomeAccount, cancellationToken)).Where(record => record is { Cause: KeyCause.Rotation, Deactivated: not null } && !rotated.Contains(record.User));
        var found = new List<RotationFinding>();
        foreach (var user in retired.GroupBy(record => record.User).OrderBy(user => user.Key))
        {
            found.AddRange((await StillThereAsync(user.Key, [.. user], cancellationToken)).Select(Leftover));
        }

        return found;
    }

    /// <summary>Of a user without the tag IAM does not let us see the keys: all are named.</summary>
    private async Task<IEnumerable<KeyRecord>> StillThereAsync(UserName user, IReadOnlyList<KeyRecord> retired, CancellationToken cancellationToken)
    {
        switch (await machines.StandingAsync(user, cancellationToken))
        {
            case MachineStanding.Missing:
                return [];
            case MachineStanding.Ours:
                var live = await keys.OfAsync(user, cancellationToken);
                return retired.Where(record => live.Any(key => key.Id == record.Key && !key.Active));
            default:
                return retired;
        }
    }

    private static RotationFinding Leftover(KeyRecord key) => new(
        RotationFindingKind.Leftover, key.User, string.Create(CultureInfo.InvariantCulture, $"{key.Key}, inactive since {key.Deactivated!.Value.UtcDateTime:yyyy-MM-dd}"));
}
