using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Register;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Mfa;

/// <summary>
/// Looks at one person's devices as IAM has them now, lets the plan decide, and does it: the one way for an event and for a sweep. Only users
/// of ours are changed; somebody else's wrong names are reported once.
/// </summary>
public sealed partial class MfaApply(MfaReader reader, DeviceApply devices, UnprovedDevices unproved, MfaTelling telling, ILogger<MfaApply> log)
{
    /// <param name="person">Whose devices.</param>
    /// <param name="because">What led here: a run's name, or <c>event-</c> and CloudTrail's event id.</param>
    /// <param name="known">What the caller knows already.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>Who they are to us, and what was done.</returns>
    /// <exception cref="DeviceAssignedException">IAM does not let a deactivated device go yet: examined again, it is finished.</exception>
    /// <exception cref="MailNotAcceptedException">SES refused a mail; what was done to devices is done.</exception>
    public async Task<MfaExamined> ExamineAsync(UserName person, string because, MfaKnown known, CancellationToken cancellationToken)
    {
        var situation = await reader.ReadAsync(person, known, cancellationToken);
        if (situation is null)
        {
            Log.Gone(log, person);
            await devices.FinishGoneAsync(person, cancellationToken);
            return new MfaExamined(MfaStanding.Gone, []);
        }

        return await ActAsync(situation, because, known, cancellationToken);
    }

    private async Task<MfaExamined> ActAsync(MfaSituation situation, string because, MfaKnown known, CancellationToken cancellationToken)
    {
        if (!situation.User.Managed)
        {
            await devices.ForgetAsync(situation, cancellationToken);
            await telling.ReportUnmanagedAsync(situation.User, situation.Wrong, cancellationToken);
            return new MfaExamined(MfaStanding.NotManaged, []);
        }

        if (situation.Leaving)
        {
            Log.Leaving(log, situation.User.Name);
            return new MfaExamined(MfaStanding.Leaving, []);
        }

        await MarkAsync(situation, cancellationToken);
        List<MfaChange> done = [.. await devices.FinishAsync(situation, because, cancellationToken)];
        var justRead = situation.JustRead && situation.Graces.Count == 0;
        foreach (var change in MfaPlan.Of(situation))
        {
            if (MfaPlan.Of(situation).Contains(change) && await DoAsync(situation, change, LatestAsync, because, cancellationToken))
            {
                done.Add(change);
            }
        }

        return new MfaExamined(MfaStanding.Managed, done);

        // Time has passed since the devices were read: what remains is looked at again right before one goes.
        async Task<MfaSituation> LatestAsync()
        {
            (situation, justRead) = (justRead ? situation : await reader.WithDevicesAsync(situation, known, cancellationToken), false);
            return situation;
        }
    }

    /// <summary>Writes which devices are not proved, before anything is decided by it again.</summary>
    private async Task MarkAsync(MfaSituation situation, CancellationToken cancellationToken)
    {
        var person = situation.User.Name;
        foreach (var device in DeviceProof.ToMark(situation))
        {
            await unproved.MarkAsync(person, device.Serial, DeviceProof.Since(device), cancellationToken);
        }

        foreach (var mark in DeviceProof.ToProve(situation))
        {
            await unproved.ProveAsync(person, mark, cancellationToken);
        }

        foreach (var mark in DeviceProof.ToForget(situation))
        {
            await unproved.ForgetAsync(person, mark, cancellationToken);
        }
    }

    /// <returns>Whether it was done now, and not before.</returns>
    private async Task<bool> DoAsync(MfaSituation situation, MfaChange change, Func<Task<MfaSituation>> latestAsync, string because, CancellationToken cancellationToken)
    {
        switch (change)
        {
            case RemoveDevice remove:
                return await devices.RemoveAsync(remove, latestAsync, because, cancellationToken);
            case AnnounceRemoval announce:
                return await devices.AnnounceAsync(situation, announce, because, cancellationToken);
            case AskForGoodDevice or TellUnproved or TellVirtualNeeded:
                return await telling.TellAsync(situation, change, because, cancellationToken);
            default:
                throw new UnknownMfaChangeException(change);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "IAM has no user {Person} any more: nothing to do.")]
        public static partial void Gone(ILogger log, UserName person);

        [LoggerMessage(2, LogLevel.Information, "{Person} is in quarantine: nothing is done about their devices, and nobody is told.")]
        public static partial void Leaving(ILogger log, UserName person);
    }
}

/// <summary>How an examination ended.</summary>
/// <param name="Standing">Who the person is to us.</param>
/// <param name="Changes">What was done now, what an interrupted attempt had left included.</param>
public sealed record MfaExamined(MfaStanding Standing, IReadOnlyList<MfaChange> Changes);

/// <summary>Who somebody is to us.</summary>
public enum MfaStanding
{
    Managed,

    /// <summary>A user without our tag: reported only.</summary>
    NotManaged,

    /// <summary>In quarantine.</summary>
    Leaving,

    /// <summary>IAM has no such user.</summary>
    Gone,
}

/// <summary>Somebody added a change to the vocabulary and not to this place.</summary>
public sealed class UnknownMfaChangeException(MfaChange change) : Exception($"No way is known to handle {change.GetType().Name}. Add it to the switch that threw this.");
