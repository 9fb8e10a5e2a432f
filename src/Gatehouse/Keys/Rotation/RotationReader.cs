using Gatehouse.Aws;
using Gatehouse.GitHub;
using Gatehouse.Ledger;
using Gatehouse.Register;
using Gatehouse.Runtime;

namespace Gatehouse.Keys.Rotation;

/// <summary>Reads what the next step of a rotation depends on, live: the keys, each one's last use, the ledger, and GitHub where writes may have been lost.</summary>
public sealed class RotationReader(IAccessKeys keys, Rotations rotations, KeyRecords records, IActionsSecrets secrets, Settings settings, TimeProvider clock)
{
    public async Task<RotationSeen> ReadAsync(MachineUser machine, bool asked, CancellationToken cancellationToken)
    {
        var known = await rotations.FindAsync(machine.User, cancellationToken);
        var remembered = (await records.OfUserAsync(settings.HomeAccount, machine.User, cancellationToken)).ToDictionary(record => record.Key);
        var live = new List<DeployKey>();
        foreach (var key in await keys.OfAsync(machine.User, cancellationToken))
        {
            var record = remembered.GetValueOrDefault(key.Id);
            live.Add(new DeployKey(key.Id, key.Active, key.Created, (await keys.UseOfAsync(key.Id, cancellationToken) ?? throw new KeyUseUnknownException(key.Id)).At)
            {
                Retired = record?.Cause == KeyCause.Rotation ? record.Deactivated : null,
                Outgrown = record?.Cause is KeyCause.Age or KeyCause.Disuse ? record.Deactivated : null,
                Leaked = record?.Leaked is not null,
            });
        }

        return new RotationSeen(machine, live, known, clock.GetUtcNow(), settings.DeployKeyGraceDays) { Asked = asked, DeleteDays = settings.KeyDeleteDays };
    }

    /// <summary>The same, with what became of the secrets.</summary>
    public async Task<RotationSeen> WithSecretsAsync(RotationSeen seen, CancellationToken cancellationToken) =>
        seen.Known is { Writing: { } before } known && before.Place == seen.PlaceInWords
            ? seen with { Secrets = await SecretsAsync(seen.Rotation, known, cancellationToken) }
            : seen;

    /// <summary>What both secrets hold, told by when each was written last.</summary>
    public async Task<SecretsState> SecretsAsync(KeyRotation rotation, RotationRecord known, CancellationToken cancellationToken)
    {
        var now = await WrittenAsync(rotation, cancellationToken);
        return known.Written is { } written ? StateSince(written, now) : StateOf(known.Writing!, now);
    }

    /// <summary>When both secrets were written last.</summary>
    public async Task<SecretsWriting> WrittenAsync(KeyRotation rotation, CancellationToken cancellationToken)
    {
        var place = RotationSeen.PlaceOf(rotation);
        return new SecretsWriting(
            RotationSeen.WordsOf(rotation), await secrets.WrittenAsync(place, rotation.IdSecret, cancellationToken), await secrets.WrittenAsync(place, rotation.KeySecret, cancellationToken));
    }

    // No write of ours falls into the second of an earlier one (SecretsJustWrittenException), so that a time that did not change says that nothing was written.
    private static SecretsState StateOf(SecretsWriting before, SecretsWriting now) => (now.IdBefore != before.IdBefore, now.KeyBefore != before.KeyBefore) switch
    {
        (true, true) => SecretsState.Both,
        (false, false) => SecretsState.AsBefore,
        _ => SecretsState.Half,
    };

    // One that is not there any more was somebody's as well.
    private static SecretsState StateSince(DateTimeOffset written, SecretsWriting now) => (now.IdBefore <= written, now.KeyBefore <= written) switch
    {
        (true, true) => SecretsState.Both,
        (false, false) => SecretsState.Others,
        _ => SecretsState.Half,
    };
}
