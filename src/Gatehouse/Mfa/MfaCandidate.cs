using Gatehouse.Register;

namespace Gatehouse.Mfa;

/// <summary>Somebody whom a sweep found worth a look, and one item of the state machine's Map. What was found is looked at again, live, before anything is done.</summary>
/// <param name="Person">Whom to look at.</param>
/// <param name="Devices">Whether their devices are to be looked at: a name, an announced removal, or FIDO alone beside an access key.</param>
/// <param name="Missing">Whether it is to be looked at if they have MFA at all.</param>
public sealed record MfaCandidate(UserName Person, bool Devices, bool Missing)
{
    /// <summary>The users that there are whose longer names may own one of the devices; null where nobody knows, and IAM is asked.</summary>
    public IReadOnlyList<UserName>? LongerNames { get; init; }

    /// <summary>Whether their console password may be taken away in this sweep.</summary>
    public bool MaySuspend { get; init; }

    /// <summary>Whether the register protects them, so that no mail says that their password ends.</summary>
    public bool Protected { get; init; }
}
