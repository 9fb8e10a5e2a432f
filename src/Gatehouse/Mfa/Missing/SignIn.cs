namespace Gatehouse.Mfa.Missing;

/// <summary>How somebody can sign in, as IAM has it now.</summary>
/// <param name="HasDevice">Whether there is an MFA device.</param>
/// <param name="PasswordMade">When the console password was made; null where there is none, and where it was not asked because there is a device.</param>
public sealed record SignIn(bool HasDevice, DateTimeOffset? PasswordMade);
