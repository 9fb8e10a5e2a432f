using System.Globalization;
using System.Text.Json.Nodes;

namespace Gatehouse.Cli.Deployments.Questions;

/// <summary>What is asked of SQS.</summary>
internal sealed class QueueQuestions(SignedCall call, string region)
{
    private const string Length = "ApproximateNumberOfMessages";

    /// <summary>How many messages wait in a queue, about; null where there is no such queue.</summary>
    public async Task<int?> LengthAsync(string queue, CancellationToken cancellationToken)
    {
        if (await call.AskAsync(Of("GetQueueUrl", new JsonObject { ["QueueName"] = queue }), cancellationToken) is not { } found)
        {
            return null;
        }

        var attributes = new JsonObject { ["QueueUrl"] = found.GetProperty("QueueUrl").GetString()!, ["AttributeNames"] = new JsonArray(Length) };
        var answer = await call.AskAsync(Of("GetQueueAttributes", attributes), cancellationToken);
        return answer is { } there ? int.Parse(there.GetProperty("Attributes").GetProperty(Length).GetString()!, CultureInfo.InvariantCulture) : null;
    }

    private Question Of(string operation, JsonObject fields) => new("sqs", region, $"AmazonSQS.{operation}") { Json = "1.0", Fields = fields };
}
