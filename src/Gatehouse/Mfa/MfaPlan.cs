namespace Gatehouse.Mfa;

/// <summary>
/// Decides what is done about one person's MFA: their devices' names (<see cref="DevicePlan"/>), and that they have one at all
/// (<see cref="MissingMfaPlan"/>). Nothing for somebody on the way out. For a user who is not ours it says what would be done; whoever does
/// it leaves them alone. Pure.
/// </summary>
public static class MfaPlan
{
    public static IReadOnlyList<MfaChange> Of(MfaSituation situation) =>
        situation.Leaving ? [] : [.. DevicePlan.Of(situation), .. MissingMfaPlan.Of(situation)];
}
