using Amazon.Lambda.SQSEvents;

namespace Gatehouse.Mfa;

public sealed class MfaEventApply
{
    public Task<SQSBatchResponse> RecordAsync(SQSEvent messages, CancellationToken cancellationToken) => throw new NotImplementedException();
}
