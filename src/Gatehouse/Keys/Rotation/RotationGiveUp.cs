using Gatehouse.Aws;
using Gatehouse.Keys.Rotation.Mails;
using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Membership.Mails;
using Gatehouse.Register;
using Gatehouse.Runtime;

namespace Gatehouse.Keys.Rotation;

/// <summary>
/// Writes why a rotation did not come to its end, forgets one that changed nothing, and mails the owner where the repository needs them. What is left, the next
/// run takes up.
/// </summary>
public sealed class RotationGiveUp(Rotations rotations, RotationLock turn, RotationTrail trail, IMailer mailer, Told told, Metrics metrics, Settings settings)
{
    public async Task RecordAsync(RunId run, GiveUpRotationRequest request, CancellationToken cancellationToken)
    {
        if (request.Error.Error is nameof(LockHeldException) or nameof(RotationUnderWayException))
        {
            // The rotation is another run's, and so is everything that is remembered of it.
            await trail.FailedAsync(run, request.Item.Machine.User, request.Error.Message(), cancellationToken);
            return;
        }

        var (machine, known) = (request.Item.Machine, await rotations.FindAsync(request.Item.Machine.User, cancellationToken));
        if (known is { IsOpen: false, Making: null })
        {
            // Nothing of it is left: the next run decides afresh. Where a key may have been made that nobody heard of, the next run looks for it.
            await rotations.EndAsync(machine.User, cancellationToken);
        }

        await TellAsync(machine, known, request.Error, cancellationToken);
        await trail.FailedAsync(run, machine.User, $"{request.Error.Error}: {request.Error.Message()}", cancellationToken);
        metrics.Count((Metrics.ChangesFailed, 1));
        await turn.ReleaseAsync(machine.User, run, cancellationToken);
    }

    /// <summary>Each thing that needs the owner is mailed once for each new key.</summary>
    private async Task TellAsync(MachineUser machine, RotationRecord? known, RunError error, CancellationToken cancellationToken)
    {
        var (about, mail) = known switch
        {
            { Failure: { } failure } => ("test", DeployKeyMails.TestFailed(machine, known, failure, settings.Help)),
            { Written: null } when known.Broken || known.Writing is not null => ("half", DeployKeyMails.HalfWritten(machine, error.Message(), settings.Help)),
            _ when error.Error == nameof(RotationRefusedException) => ("refused", DeployKeyMails.Refused(machine.User, error.Message(), settings.Help)),
            _ => ("", null),
        };
        if (mail is null)
        {
            return;
        }

        var what = $"rotation:{about}:{machine.User.Value.ToLowerInvariant()}:{known?.Begun.UtcTicks}:{known?.New}";
        if (await told.ClaimAsync(what, by: null, cancellationToken))
        {
            await mailer.SendClaimedAsync(told, what, machine.Owner, mail, cancellationToken);
            await told.RecordAsync(what, cancellationToken);
        }
    }
}
