namespace Gatehouse.Mfa;

/// <summary>Decides what is done about somebody without any MFA device. Pure.</summary>
public static class MissingMfaPlan
{
    public static IReadOnlyList<MfaChange> Of(MfaSituation situation) => situation.Missing is null ? [] : throw new NotImplementedException();
}

/// <summary>What is known of somebody without MFA.</summary>
public sealed record MissingMfa;
