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
            live.Add(new DeployKey(key.Id, key.Active, key.Created, (await keys.UseOfAsync(key.Id, cancellationToken))?.At)
            {
                Retired = record?.Cause == KeyCause.Rotation ? record.Deactivated : null,
                Leaked = record?.Leaked is not null,
            });
        }

        return new RotationSeen(machine, live, known, clock.GetUtcNow(), settings.DeployKeyGraceDays) { Asked = asked };
    }

    /// <summary>The same, with what became of writes whose answer nobody heard.</summary>
    public async Task<RotationSeen> WithSecretsAsync(RotationSeen seen, CancellationToken cancellationToken) =>
        seen.Known is { Written: null, Writing: { } before } && before.Place == seen.PlaceInWords
            ? seen with { Secrets = StateOf(before, await WrittenAsync(seen, cancellationToken)) }
            : seen;

    /// <summary>When both secrets were written last.</summary>
    public async Task<SecretsWriting> WrittenAsync(RotationSeen seen, CancellationToken cancellationToken) => new(
        seen.PlaceInWords,
        await secrets.WrittenAsync(seen.Place, seen.Rotation.IdSecret, cancellationToken),
        await secrets.WrittenAsync(seen.Place, seen.Rotation.KeySecret, cancellationToken));

    // No write of ours falls into the second of an earlier one (SecretsJustWrittenException), so that a time that did not change says that nothing was written.
    private static SecretsState StateOf(SecretsWriting before, SecretsWriting now) => (now.IdBefore != before.IdBefore, now.KeyBefore != before.KeyBefore) switch
    {
        (true, true) => SecretsState.Both,
        (false, false) => SecretsState.AsBefore,
        _ => SecretsState.Half,
    };
}
