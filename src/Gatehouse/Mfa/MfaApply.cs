using Gatehouse.Aws;
using Gatehouse.Register;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Mfa;

/// <summary>
/// Looks at one person's devices as IAM has them now, lets the plan decide, and does it: the one way for an event and for a sweep. Only users
/// of ours are changed; somebody else's wrong names are reported once.
/// </summary>
public sealed partial class MfaApply(MfaReader reader, DeviceApply devices, MfaTelling telling, ILogger<MfaApply> log)
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

        List<MfaChange> done = [.. await devices.FinishAsync(situation, because, cancellationToken)];
        var removing = false;
        foreach (var change in MfaPlan.Of(situation))
        {
            if (change is RemoveDevice && removing)
            {
                // Time has passed since the devices were read: what remains is looked at again before another goes.
                situation = await reader.WithDevicesAsync(situation, known, cancellationToken);
            }

            removing |= change is RemoveDevice;
            if (MfaPlan.Of(situation).Contains(change) && await DoAsync(situation, change, because, cancellationToken))
            {
                done.Add(change);
            }
        }

        return new MfaExamined(MfaStanding.Managed, done);
    }

    /// <returns>Whether it was done now, and not before.</returns>
    private async Task<bool> DoAsync(MfaSituation situation, MfaChange change, string because, CancellationToken cancellationToken)
    {
        switch (change)
        {
            case RemoveDevice remove:
                await devices.RemoveAsync(situation, remove, because, cancellationToken);
                return true;
            case AnnounceRemoval announce:
                return await devices.AnnounceAsync(situation, announce, because, cancellationToken);
            case AskForGoodDevice or TellVirtualNeeded:
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
