using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Register;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Mfa;

/// <summary>
/// Does what follows from an event. What somebody's devices are is never taken from the event, which may be late or out of order: they are read
/// as they are now. Only a device that nobody has yet, and a refusal, are known by their event alone.
/// </summary>
public sealed partial class MfaEventResponse(MfaApply examination, MfaReader reader, DeviceApply devices, MfaTelling telling, TimeProvider clock, ILogger<MfaEventResponse> log)
{
    /// <summary>How long somebody may be at setting up a device.</summary>
    private static readonly TimeSpan Setup = TimeSpan.FromMinutes(10);

    /// <summary>After that the device may be of another attempt; the sweep names it.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromHours(1);

    /// <summary>How the trail and the claims name an event.</summary>
    public static string Because(CloudTrailEvent seen) => $"event-{seen.EventID}";

    public static UserName PersonOf(MfaSighting sighting) => sighting switch
    {
        DevicesTouched touched => touched.Person,
        DeviceMade made => made.Person,
        NameRefused refused => refused.Person,
        NameTaken taken => taken.Person,
        _ => throw new UnknownMfaSightingException(sighting),
    };

    public async Task<MfaExamined> ToAsync(MfaSighting sighting, CloudTrailEvent seen, CancellationToken cancellationToken)
    {
        if (sighting is DevicesTouched touched)
        {
            return await ExamineAsync(touched.Person, seen, cancellationToken);
        }

        if (sighting is NameTaken && !IsTimeFor(seen))
        {
            return new MfaExamined(MfaStanding.Managed, []);
        }

        var serial = sighting switch { DeviceMade made => made.Serial, NameTaken taken => taken.Serial, _ => null };
        var known = new MfaKnown { DeviceName = serial is null ? null : new MfaDevice(serial).Name };
        var person = PersonOf(sighting);
        if (await reader.ReadAsync(person, known, cancellationToken) is not { } situation)
        {
            Log.Gone(log, person);
            return new MfaExamined(MfaStanding.Gone, []);
        }

        var standing = !situation.User.Managed ? MfaStanding.NotManaged : situation.Leaving ? MfaStanding.Leaving : MfaStanding.Managed;
        return sighting switch
        {
            DeviceMade made => await OfMadeAsync(situation, standing, made, seen, cancellationToken),
            NameRefused when standing is MfaStanding.Managed => await OfRefusedAsync(situation, seen, cancellationToken),
            NameTaken taken when standing is MfaStanding.Managed => await OfTakenAsync(situation, taken, seen, cancellationToken),
            NameRefused or NameTaken => new MfaExamined(standing, []),
            _ => throw new UnknownMfaSightingException(sighting),
        };
    }

    /// <summary>Whoever tries twice in a row has the first device in their hands: one that was refused is looked at when that can no longer be, and not for ever.</summary>
    /// <exception cref="NameTakenTooEarlyException">Not now: it comes again.</exception>
    private bool IsTimeFor(CloudTrailEvent seen)
    {
        var age = clock.GetUtcNow() - seen.EventTime;
        if (age < Setup)
        {
            throw new NameTakenTooEarlyException();
        }

        if (age <= Late)
        {
            return true;
        }

        Log.TooLate(log, seen.EventID);
        return false;
    }

    private Task<MfaExamined> ExamineAsync(UserName person, CloudTrailEvent seen, CancellationToken cancellationToken)
    {
        var serial = seen.Requested("serialNumber") ?? seen.Answered("virtualMFADevice", "serialNumber");
        var isTheirOwn = seen.UserIdentity is { IsUser: true, UserName: { } actor } && string.Equals(actor, person.Value, StringComparison.OrdinalIgnoreCase);
        var known = new MfaKnown
        {
            Gone = serial is not null && seen.EventName is ("DeactivateMFADevice" or "DeleteVirtualMFADevice") ? new DeviceGone(serial, seen.EventTime) : null,
            // A long-term key has no session, and so no MFA.
            Own = isTheirOwn ? new OwnDoing(serial, seen.EventTime, seen.UserIdentity.SessionContext?.Attributes?.MfaAuthenticated == "true") : null,
        };
        return examination.ExamineAsync(person, Because(seen), known, cancellationToken);
    }

    private async Task<MfaExamined> OfMadeAsync(MfaSituation situation, MfaStanding standing, DeviceMade made, CloudTrailEvent seen, CancellationToken cancellationToken)
    {
        var device = new MfaDevice(made.Serial);
        // One that was theirs and is on its way out is finished as such.
        if (situation.Devices.Any(theirs => theirs.Serial == made.Serial) || situation.Graces.Any(going => going.Serial == made.Serial && going is { Begun: true, Enabled: not null }))
        {
            return await ExamineAsync(made.Person, seen, cancellationToken);
        }

        if (situation.Names.IsGood(device) || await IsForAnotherAsync(situation, device, cancellationToken))
        {
            return new MfaExamined(standing, []);
        }

        switch (standing)
        {
            case MfaStanding.Managed:
                return await DeleteAsync(situation, new DeleteDevice(situation.User.Name, made.Serial, seen.EventTime), seen, cancellationToken);
            case MfaStanding.NotManaged:
                await telling.ReportUnmanagedAsync(situation.User, [device], cancellationToken);
                break;
        }

        return new MfaExamined(standing, []);
    }

    /// <summary>An administrator makes devices for others. A name that begins with the maker's own is never meant for another: it would keep theirs from them.</summary>
    private async Task<bool> IsForAnotherAsync(MfaSituation situation, MfaDevice device, CancellationToken cancellationToken)
    {
        if (device.Name.StartsWith(situation.User.Name.Value, StringComparison.OrdinalIgnoreCase) || await reader.OwnerAsync(device.Name, cancellationToken) is not { } owner)
        {
            return false;
        }

        Log.ForAnother(log, situation.User.Name, device.Serial, owner);
        return true;
    }

    private async Task<MfaExamined> OfRefusedAsync(MfaSituation situation, CloudTrailEvent seen, CancellationToken cancellationToken)
    {
        var tell = new TellName(situation.User.Name, LedgerTable.Stamp(seen.EventTime)[.."yyyy-MM-dd".Length]);
        return new MfaExamined(MfaStanding.Managed, await telling.TellAsync(situation, tell, Because(seen), cancellationToken) ? [tell] : []);
    }

    private async Task<MfaExamined> OfTakenAsync(MfaSituation situation, NameTaken taken, CloudTrailEvent seen, CancellationToken cancellationToken) =>
        situation.Names.IsGood(new MfaDevice(taken.Serial)) && situation.Devices.All(theirs => theirs.Serial != taken.Serial)
            ? await DeleteAsync(situation, new FreeName(situation.User.Name, taken.Serial, seen.EventTime), seen, cancellationToken)
            : new MfaExamined(MfaStanding.Managed, []);

    private async Task<MfaExamined> DeleteAsync(MfaSituation situation, MfaChange change, CloudTrailEvent seen, CancellationToken cancellationToken) =>
        await devices.DeleteUnassignedAsync(situation, change, Because(seen), cancellationToken) switch
        {
            DeviceDeletion.Deleted => new MfaExamined(MfaStanding.Managed, [change]),
            // Somebody enabled it in between. Where it was its maker, it is theirs now, and judged as such.
            DeviceDeletion.Assigned => await ExamineAsync(situation.User.Name, seen, cancellationToken),
            _ => new MfaExamined(MfaStanding.Managed, []),
        };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "IAM has no user {Person} any more: nothing to do.")]
        public static partial void Gone(ILogger log, UserName person);

        [LoggerMessage(2, LogLevel.Information, "{Person} made the MFA device {Serial}, whose name is {Owner}'s: it is meant for them, and judged once somebody has it.")]
        public static partial void ForAnother(ILogger log, UserName person, string serial, UserName owner);

        [LoggerMessage(3, LogLevel.Information, "{EventId} tells of a taken name more than an hour late: the daily sweep names the device if nobody has it.")]
        public static partial void TooLate(ILogger log, string eventId);
    }
}

/// <summary>Not now: a name was refused a moment ago, and its device may be the one that the same person is setting up. The event comes again.</summary>
public sealed class NameTakenTooEarlyException() : Exception("A name was refused less than ten minutes ago; its device may be in the middle of being set up.");

/// <summary>Somebody added a sighting and not to this place.</summary>
public sealed class UnknownMfaSightingException(MfaSighting sighting) : Exception($"No way is known to handle {sighting.GetType().Name}. Add it to the switch that threw this.");
