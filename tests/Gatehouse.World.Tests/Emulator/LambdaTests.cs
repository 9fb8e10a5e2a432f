using System.Net;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;

namespace Gatehouse.World.Tests.Emulator;

/// <summary>Lambda, the HTTP API and EventBridge as the world answers them itself.</summary>
[Collection(SharedWorld.Name)]
public sealed class LambdaTests(WorldFixture world) : IDisposable
{
    private readonly HttpClient http = new();
    private readonly AwsClients aws = new(world);

    public void Dispose()
    {
        http.Dispose();
        aws.Dispose();
    }

    [Fact]
    public async Task A_function_that_is_not_deployed_is_not_found()
    {
        using var answer = await aws.InvokeAsync("gatehouse-Nothing", "{}");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Headers.GetValues("x-amzn-ErrorType").Single().ShouldBe("ResourceNotFoundException");
    }

    [Fact]
    public async Task An_event_over_six_megabytes_is_refused()
    {
        using var answer = await aws.InvokeAsync("gatehouse-ReceiveWebhook", $"\"{new string('x', 6 * 1024 * 1024)}\"");

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task A_function_that_throws_answers_200_with_its_error_beside_it()
    {
        using var answer = await aws.InvokeAsync("gatehouse-ReceiveWebhook", "\"no event at all\"");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.GetValues("X-Amz-Function-Error").Single().ShouldBe("Unhandled");
        JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["errorType"].ShouldNotBeNull();
    }

    [Fact]
    public async Task A_function_that_is_killed_at_a_call_has_exited_and_the_next_event_finds_a_new_one()
    {
        const string Lock = """{"run":"arn:aws:states:eu-west-2:111122223333:execution:gatehouse-membership:emulator-test"}""";
        await world.KillAtAsync("dynamodb", "*");

        using var killed = await aws.InvokeAsync("gatehouse-LockMembership", Lock);
        ((string)JsonNode.Parse(await killed.Content.ReadAsStringAsync())!["errorType"]!).ShouldBe("Runtime.ExitError");

        using var next = await aws.InvokeAsync("gatehouse-LockMembership", Lock);
        next.Headers.Contains("X-Amz-Function-Error").ShouldBeFalse(await next.Content.ReadAsStringAsync());
        await aws.DynamoDb.DeleteItemAsync(new DeleteItemRequest { TableName = await aws.LedgerAsync(), Key = new() { ["pk"] = new("LOCK#membership"), ["sk"] = new("LOCK") } });
    }

    [Theory]
    [InlineData("GET", "/github/webhook")]
    [InlineData("POST", "/elsewhere")]
    public async Task The_http_api_has_the_deployed_routes_and_no_other(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(world.Where.Webhook, path));
        using var answer = await http.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).ShouldBe("""{"message":"Not Found"}""");
    }

    [Theory]
    [InlineData("more than the HTTP API takes", 10, "application/json")]
    [InlineData("more than Lambda takes once it is encoded", 5, "application/octet-stream")]
    public async Task A_body_is_too_large_when_it_is(string why, int megabytes, string contentType)
    {
        using var body = new ByteArrayContent(new byte[megabytes * 1024 * 1024 + 1]);
        body.Headers.ContentType = new(contentType);
        using var answer = await http.PostAsync(world.Where.Webhook, body);

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge, why);
    }

    [Fact]
    public async Task An_event_of_aws_itself_reaches_the_function_of_the_rule_that_it_matches()
    {
        var detail = """{"eventType":"Delivery","mail":{"messageId":"emulator-test","destination":["nobody@example.gov.uk"],"tags":{}},"delivery":{}}""";
        var entry = new JsonObject { ["Source"] = "aws.ses", ["DetailType"] = "Email Delivered", ["Detail"] = detail };

        var answer = await PutEventsAsync(new JsonObject { ["Entries"] = new JsonArray(entry) });

        ((int)answer["FailedEntryCount"]!).ShouldBe(0);
        await WorldViews.EventuallyAsync("the function says so", async () =>
            (await world.Web.GetStringAsync(new Uri("api/logs/gatehouse-RecordMailEvent", UriKind.Relative))).Contains("emulator-test", StringComparison.Ordinal) ? world : null, seconds: 30);
    }

    [Fact]
    public async Task An_event_without_a_detail_is_refused_beside_the_others()
    {
        var answer = await PutEventsAsync(new JsonObject { ["Entries"] = new JsonArray(new JsonObject { ["Source"] = "aws.ses", ["DetailType"] = "x", ["Detail"] = "not JSON" }) });

        ((int)answer["FailedEntryCount"]!).ShouldBe(1);
        ((string)answer["Entries"]![0]!["ErrorCode"]!).ShouldBe("MalformedDetail");
    }

    private async Task<JsonNode> PutEventsAsync(JsonObject entries) => JsonNode.Parse(await aws.JsonAsync("events", "AWSEvents.PutEvents", entries))!;
}
