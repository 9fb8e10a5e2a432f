namespace Gatehouse.Mfa;

/// <summary>Does what is decided about somebody without any MFA device.</summary>
public sealed class MissingMfaApply
{
    public Task<bool> DoAsync(MfaSituation situation, MfaChange change, string because, CancellationToken cancellationToken) => throw new NotImplementedException();
}
