using Amazon.Lambda.Annotations;
using Amazon.Lambda.SQSEvents;
using Gatehouse.Runtime;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Mfa;

/// <summary>Hears, through the queue of MFA events, what people did with MFA devices.</summary>
public sealed class MfaEventFunctions(ILogger<MfaEventFunctions> log)
{
    /// <returns>The messages that must come again; all others are done.</returns>
    [LambdaFunction]
    public async Task<SQSBatchResponse> RecordMfaEvents(SQSEvent messages, [FromServices] MfaEventApply apply)
    {
        using var about = log.About(delivery: messages.Records[0].MessageId);
        return await apply.RecordAsync(messages, CancellationToken.None);
    }
}
