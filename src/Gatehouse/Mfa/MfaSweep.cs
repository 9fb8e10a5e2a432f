using Gatehouse.Membership;

namespace Gatehouse.Mfa;

public sealed class MfaSweep
{
    public Task<MfaSweepSummary> FindAsync(RunId run, MfaSweepInput input, CancellationToken cancellationToken) => throw new NotImplementedException();
}
