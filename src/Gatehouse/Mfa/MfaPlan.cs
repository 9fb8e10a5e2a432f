namespace Gatehouse.Mfa;

/// <summary>
/// Decides what is done about one person's MFA devices: by their names (<see cref="DevicePlan"/>), and nothing for somebody on the way out. For a
/// user who is not ours it says what would be done; whoever does it leaves them alone. That somebody has no device at all is the sweep's to find
/// (<see cref="Missing.MissingMfaPlan"/>). Pure.
/// </summary>
public static class MfaPlan
{
    public static IReadOnlyList<MfaChange> Of(MfaSituation situation) => situation.Leaving ? [] : DevicePlan.Of(situation);
}
