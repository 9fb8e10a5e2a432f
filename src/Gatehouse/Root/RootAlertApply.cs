using Amazon.Lambda.SQSEvents;

namespace Gatehouse.Root;

public sealed class RootAlertApply
{
    public Task<SQSBatchResponse> DeliverAsync(SQSEvent messages, CancellationToken cancellationToken) => throw new NotImplementedException();
}
