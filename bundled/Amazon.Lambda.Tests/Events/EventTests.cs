using System.Text;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.CloudWatchEvents;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;
using Amazon.Lambda.SQSEvents;
using Amazon.Lambda.TestUtilities;

namespace Amazon.Lambda.Tests.Events;

public class EventTests
{
    [Fact]
    public void A_request_of_an_HTTP_API_is_read()
    {
        var request = Read<APIGatewayHttpApiV2ProxyRequest>("""
            {"version":"2.0","routeKey":"POST /github/webhook","rawPath":"/github/webhook","headers":{"x-github-event":"ping"},
             "requestContext":{"http":{"method":"POST","sourceIp":"192.0.2.1"},"requestId":"id","timeEpoch":1709208000000,
             "authorizer":{"jwt":{"claims":{"sub":"ada"},"scopes":["read"]}}},"body":"e30=","isBase64Encoded":true}
            """);

        request.Headers["x-github-event"].ShouldBe("ping");
        request.RequestContext.Http.Method.ShouldBe("POST");
        request.RequestContext.TimeEpoch.ShouldBe(1709208000000);
        request.RequestContext.Authorizer.Jwt.Claims["sub"].ShouldBe("ada");
        request.IsBase64Encoded.ShouldBeTrue();
    }

    [Fact]
    public void An_event_of_EventBridge_is_read_with_its_detail_type()
    {
        var @event = Read<CloudWatchEvent<Dictionary<string, string>>>("""
            {"id":"1","detail-type":"Email Bounced","source":"aws.ses","time":"2024-02-29T12:00:00Z","resources":["arn:aws:ses:::x"],"detail":{"eventType":"Bounce"}}
            """);

        (@event.DetailType, @event.Source, @event.Detail["eventType"], @event.Resources.Single())
            .ShouldBe(("Email Bounced", "aws.ses", "Bounce", "arn:aws:ses:::x"));
    }

    [Fact]
    public void The_messages_of_a_queue_are_read()
    {
        var message = Read<SQSEvent>(File.ReadAllText(Path.Combine(Places.RepositoryRoot, "events", "sqs", "RecordMfaEvents", "once-more.json"))).Records.ShouldHaveSingleItem();

        (message.EventSource, message.AwsRegion, message.EventSourceArn).ShouldBe(("aws:sqs", "eu-west-2", "arn:aws:sqs:eu-west-2:111122223333:gatehouse-mfa-events"));
        (message.MessageId.Length, message.ReceiptHandle[..4], message.Md5OfBody.Length).ShouldBe((36, "AQEB", 32));
        message.Attributes["ApproximateReceiveCount"].ShouldBe("2");
        message.MessageAttributes.ShouldBeEmpty();
        Read<CloudWatchEvent<Dictionary<string, object>>>(message.Body).Source.ShouldBe("aws.iam");
    }

    [Fact]
    public void An_attribute_of_a_message_is_read() =>
        Read<SQSEvent>("""{"Records":[{"messageId":"1","messageAttributes":{"kind":{"stringValue":"root","binaryValue":"AQID","stringListValues":[],"binaryListValues":[],"dataType":"String"}}}]}""")
            .Records[0].MessageAttributes["kind"].ShouldSatisfyAllConditions(
                attribute => attribute.StringValue.ShouldBe("root"), attribute => attribute.BinaryValue.ToArray().ShouldBe([1, 2, 3]), attribute => attribute.DataType.ShouldBe("String"));

    [Fact]
    public void What_must_come_again_is_named_as_Lambda_reads_it()
    {
        Written(new SQSBatchResponse()).ShouldBe("""{"batchItemFailures":[]}""");
        Written(new SQSBatchResponse([new SQSBatchResponse.BatchItemFailure { ItemIdentifier = "1" }])).ShouldBe("""{"batchItemFailures":[{"itemIdentifier":"1"}]}""");
    }

    [Fact]
    public void A_header_is_set_anew_or_appended_to()
    {
        var response = new APIGatewayHttpApiV2ProxyResponse();

        response.SetHeaderValues("vary", "a", false);
        response.SetHeaderValues("vary", ["b", "c"], true);
        response.Headers["vary"].ShouldBe("a,b,c");
        response.SetHeaderValues("vary", "d", false);
        response.Headers["vary"].ShouldBe("d");
    }

    [Fact]
    public void A_tests_context_keeps_what_is_logged()
    {
        var context = new TestLambdaContext { FunctionName = "sample" };

        ((ILambdaContext)context).Logger.LogError("{Guest} is unknown", "Ada");

        ((TestLambdaLogger)context.Logger).Buffer.ToString().ShouldContain("Error");
        ((TestLambdaLogger)context.Logger).Buffer.ToString().ShouldContain("Ada");
    }

    private static string Written<T>(T value)
    {
        using var stream = new MemoryStream();
        new DefaultLambdaJsonSerializer().Serialize(value, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static T Read<T>(string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return new DefaultLambdaJsonSerializer().Deserialize<T>(stream);
    }
}
