using System.Text.Json;
using System.Text.Json.Nodes;
using Gatehouse.Local.Lambda;

namespace Gatehouse.Local.Queues;

/// <summary>The messages that one invocation gets.</summary>
public sealed class QueueBatch(QueueMapping mapping, IReadOnlyList<JsonNode> messages)
{
    public int Count => messages.Count;

    /// <summary>The event, as Lambda writes it.</summary>
    public byte[] Event() => JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["Records"] = new JsonArray([.. messages.Select(Record)]) });

    /// <summary>
    /// The messages that are done, as SQS wants to have them deleted; all others come again when their time is over. After an error none is done.
    /// Of a function that reports failures, a message is done unless it is named; an answer that Lambda cannot read, or that names a
    /// message which is not in the batch, makes none done.
    /// </summary>
    public JsonArray Done(InvocationResult result)
    {
        var failed = result.IsError ? null : mapping.ReportsFailures ? Failures(result.Payload) : [];
        return new JsonArray([.. failed is null ? [] : messages.Where(message => !failed.Contains((string)message["MessageId"]!)).Select(Deletion)]);
    }

    private static JsonNode Deletion(JsonNode message) => new JsonObject { ["Id"] = (string)message["MessageId"]!, ["ReceiptHandle"] = (string)message["ReceiptHandle"]! };

    private HashSet<string>? Failures(byte[] payload)
    {
        try
        {
            var named = (payload.Length == 0 ? null : JsonNode.Parse(payload))?["batchItemFailures"] is JsonArray failures ? failures.Select(failure => (string?)failure?["itemIdentifier"]).ToList() : [];
            var known = messages.Select(message => (string?)message["MessageId"]).ToHashSet();
            return named.All(known.Contains) ? [.. named.OfType<string>()] : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private JsonNode Record(JsonNode message) => new JsonObject
    {
        ["messageId"] = (string)message["MessageId"]!,
        ["receiptHandle"] = (string)message["ReceiptHandle"]!,
        ["body"] = (string)message["Body"]!,
        ["attributes"] = message["Attributes"]?.DeepClone() ?? new JsonObject(),
        ["messageAttributes"] = new JsonObject(),
        ["md5OfBody"] = (string?)message["MD5OfBody"],
        ["eventSource"] = "aws:sqs",
        ["eventSourceARN"] = mapping.Queue,
        ["awsRegion"] = mapping.Region,
    };
}
