using Amazon.Lambda.Annotations;
using Amazon.Lambda.CloudWatchEvents;
using Gatehouse.Membership.Welcome;
using Gatehouse.Runtime;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Membership;

/// <summary>Hears from SES, through EventBridge, what became of a mail after it was accepted.</summary>
public sealed class MailEventFunctions(ILogger<MailEventFunctions> log)
{
    [LambdaFunction]
    public async Task RecordMailEvent(CloudWatchEvent<MailEvent> mailEvent, [FromServices] MailEventApply apply)
    {
        using var about = log.About(delivery: mailEvent.Id);
        await apply.RecordAsync(mailEvent.Detail, CancellationToken.None);
    }
}
