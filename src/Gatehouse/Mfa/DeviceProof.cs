using Gatehouse.Aws;
using Gatehouse.Ledger;

namespace Gatehouse.Mfa;

/// <summary>
/// Says which good devices may not be their owner's doing. People may add a device without MFA, because their first cannot be added otherwise; so may
/// whoever has stolen their access key. Nothing else is removed because of such a device until somebody who had MFA has proved it. Pure.
/// <list type="table">
/// <listheader><term>good device</term><description>unproved when</description></listheader>
/// <item><term>its owner makes, enables or resyncs it without MFA, within the hour around which it became theirs, and they had another before</term><description>from then on</description></item>
/// <item><term>they do anything about their devices with MFA, once it is theirs</term><description>no longer</description></item>
/// <item><term>their first, or one that was added with MFA or by somebody else</term><description>never</description></item>
/// </list>
/// </summary>
public static class DeviceProof
{
    /// <summary>How long after it was made a device may still be enabled, so that the two belong together.</summary>
    private static readonly TimeSpan Together = TimeSpan.FromHours(1);

    /// <summary>By how much CloudTrail's time and IAM's may differ.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    /// <summary>Since when somebody has a device; before all others where IAM does not say it.</summary>
    public static DateTimeOffset Since(MfaDevice device) => device.Enabled ?? DateTimeOffset.UnixEpoch;

    public static bool IsUnproved(MfaDevice device, MfaSituation situation) => Mark(device, situation) is { } mark
        ? !mark.Proved && !Proves(mark, situation.Own)
        : situation.Own is { WithMfa: false } own && own.Serial == device.Serial && Since(device) > own.At - Together && situation.Devices.Any(other => Since(other) < Since(device));

    /// <summary>What the ledger does not know yet of a device that is unproved.</summary>
    public static IReadOnlyList<MfaDevice> ToMark(MfaSituation situation) => [.. situation.Unproved.Where(device => Mark(device, situation) is null)];

    /// <summary>The marks that are proved by what the person did.</summary>
    public static IReadOnlyList<UnprovedDevice> ToProve(MfaSituation situation) => [.. situation.Marks.Where(mark => !mark.Proved && Proves(mark, situation.Own))];

    /// <summary>The marks of devices that are gone; a young one may be of a device that IAM does not list yet.</summary>
    public static IReadOnlyList<UnprovedDevice> ToForget(MfaSituation situation) =>
        [.. situation.Marks.Where(mark => mark.Enabled < situation.Now - Together && !situation.Devices.Any(device => IsOf(mark, device)))];

    private static UnprovedDevice? Mark(MfaDevice device, MfaSituation situation) => situation.Marks.FirstOrDefault(mark => IsOf(mark, device));

    private static bool IsOf(UnprovedDevice mark, MfaDevice device) => mark.Serial == device.Serial && LedgerTable.Stamp(mark.Enabled) == LedgerTable.Stamp(Since(device));

    private static bool Proves(UnprovedDevice mark, OwnDoing? own) => own is { WithMfa: true } && own.At > mark.Enabled - Tolerance;
}

/// <summary>What somebody did about their own devices.</summary>
/// <param name="Serial">The device that it was about; null where the event does not say.</param>
/// <param name="At">When.</param>
/// <param name="WithMfa">Whether AWS says that they had signed in with MFA.</param>
public sealed record OwnDoing(string? Serial, DateTimeOffset At, bool WithMfa);
