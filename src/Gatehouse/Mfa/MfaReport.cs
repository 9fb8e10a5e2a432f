using Gatehouse.Membership;

namespace Gatehouse.Mfa;

public sealed class MfaReport
{
    public Task PublishAsync(RunId run, CancellationToken cancellationToken) => throw new NotImplementedException();
}
