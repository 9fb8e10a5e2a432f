namespace Gatehouse.Aws;

/// <summary>
/// An MFA device, by its serial number.
/// <list type="table">
/// <listheader><term>kind</term><description>serial number</description></listheader>
/// <item><term>Virtual</term><description><c>arn:aws:iam::&lt;account&gt;:mfa/&lt;path/&gt;&lt;name&gt;</c></description></item>
/// <item><term>Fido</term><description><c>arn:aws:iam::&lt;account&gt;:u2f/user/&lt;path/&gt;&lt;user name&gt;/&lt;name&gt;-&lt;random&gt;</c>; AWS puts the user's name in</description></item>
/// <item><term>Hardware</term><description>anything else: <c>GAKT12345678</c></description></item>
/// </list>
/// </summary>
/// <param name="Serial">The serial number.</param>
/// <param name="Enabled">Since when it is somebody's; null where that was not read.</param>
public sealed record MfaDevice(string Serial, DateTimeOffset? Enabled = null)
{
    private readonly string[] path = Serial.Split(':', 6) is [_, _, "iam", _, _, var resource] ? resource.Split('/') : [];

    public MfaDeviceKind Kind => path switch
    {
        ["mfa", .., _] => MfaDeviceKind.Virtual,
        ["u2f", "user", _, .., _] => MfaDeviceKind.Fido,
        _ => MfaDeviceKind.Hardware,
    };

    /// <summary>Whether it is virtual: one that must be deleted as well, or its name blocks the person's return.</summary>
    public bool IsVirtual => Kind is MfaDeviceKind.Virtual;

    /// <summary>Whether it gives codes of six digits, as the command line asks for them.</summary>
    public bool GivesCodes => Kind is not MfaDeviceKind.Fido;

    /// <summary>What people call it: the last part of an ARN, or the whole serial number.</summary>
    public string Name => path.Length > 0 ? path[^1] : Serial;

    /// <summary>The user name that stands in the serial number of a FIDO device; null for another kind.</summary>
    public string? UserSegment => Kind is MfaDeviceKind.Fido ? path[^2] : null;

    public bool Equals(MfaDevice? other) => other is not null && other.Serial == Serial && other.Enabled == Enabled;

    public override int GetHashCode() => HashCode.Combine(Serial, Enabled);

    public override string ToString() => Serial;
}

/// <summary>The kinds of MFA device that IAM has.</summary>
public enum MfaDeviceKind
{
    Virtual,
    Fido,
    Hardware,
}
