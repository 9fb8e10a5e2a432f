using Amazon.Lambda.SQSEvents;

namespace Gatehouse.Aws;

/// <summary>What a message tells of the queue that it came from.</summary>
internal static class QueueMessage
{
    /// <summary>The account of the queue, which is ours; null where the message names no queue.</summary>
    public static string? QueueAccount(this SQSEvent.SQSMessage message) => message.EventSourceArn?.Split(':') is [_, _, "sqs", _, var account, _] ? account : null;
}
