using System.Text;
using System.Text.Json.Nodes;
using Gatehouse.Local.Lambda;
using Gatehouse.Local.Queues;
using Gatehouse.Runtime;

namespace Gatehouse.Tests.Local.Queues;

/// <summary>Which messages of a batch are done, as Lambda decides it.</summary>
public sealed class QueueBatchTests
{
    private static readonly QueueMapping Reporting = new("arn:aws:sqs:eu-west-2:111122223333:gatehouse-mfa-events", "gatehouse-RecordMfaEvents", 10, 5, ReportsFailures: true);

    [Theory]
    [InlineData("an answer without failures", """{"batchItemFailures":[]}""", "one two")]
    [InlineData("no answer", "", "one two")]
    [InlineData("null", "null", "one two")]
    [InlineData("an answer about something else", """{"done":true}""", "one two")]
    [InlineData("one failure", """{"batchItemFailures":[{"itemIdentifier":"one"}]}""", "two")]
    [InlineData("all failed", """{"batchItemFailures":[{"itemIdentifier":"one"},{"itemIdentifier":"two"}]}""", "")]
    [InlineData("a message that is not in the batch", """{"batchItemFailures":[{"itemIdentifier":"three"}]}""", "")]
    [InlineData("an empty name", """{"batchItemFailures":[{"itemIdentifier":""}]}""", "")]
    [InlineData("no name", """{"batchItemFailures":[{}]}""", "")]
    [InlineData("an answer that is no JSON", "done", "")]
    public void Of_a_function_that_reports_failures_these_are_done(string answered, string answer, string done) => Done(Reporting, answer).ShouldBe(done, answered);

    [Fact]
    public void After_an_error_none_is_done() => Done(Reporting, """{"batchItemFailures":[]}""", isError: true).ShouldBe("");

    [Fact]
    public void Of_a_function_that_reports_none_all_are_done_whatever_it_answers() =>
        Done(Reporting with { ReportsFailures = false }, """{"batchItemFailures":[{"itemIdentifier":"one"}]}""").ShouldBe("one two");

    [Fact]
    public void The_event_is_read_as_the_functions_read_it()
    {
        var read = System.Text.Json.JsonSerializer.Deserialize(Batch(Reporting).Event(), GatehouseJson.Default.SQSEvent)!;

        read.Records.Select(record => (record.MessageId, record.Body, record.EventSource, record.AwsRegion)).ShouldBe([("one", "body of one", "aws:sqs", "eu-west-2"), ("two", "body of two", "aws:sqs", "eu-west-2")]);
        read.Records[0].Attributes["ApproximateReceiveCount"].ShouldBe("3");
        read.Records[0].EventSourceArn.ShouldBe(Reporting.Queue);
    }

    [Fact]
    public void A_queue_is_known_by_name_region_and_address()
    {
        Reporting.QueueName.ShouldBe("gatehouse-mfa-events");
        Reporting.Url.ShouldBe("https://sqs.eu-west-2.amazonaws.com/111122223333/gatehouse-mfa-events");
    }

    private static string Done(QueueMapping mapping, string answer, bool isError = false) =>
        string.Join(' ', Batch(mapping).Done(new InvocationResult(Encoding.UTF8.GetBytes(answer), isError)).Select(done => (string)done!["Id"]!));

    private static QueueBatch Batch(QueueMapping mapping) => new(mapping, [Message("one"), Message("two")]);

    private static JsonObject Message(string id) => new()
    {
        ["MessageId"] = id,
        ["ReceiptHandle"] = $"handle of {id}",
        ["Body"] = $"body of {id}",
        ["MD5OfBody"] = "0",
        ["Attributes"] = new JsonObject { ["ApproximateReceiveCount"] = "3" },
    };
}
