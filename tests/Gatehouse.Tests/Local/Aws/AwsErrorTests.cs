using Gatehouse.Local.Aws;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Gatehouse.Tests.Local.Aws;

public sealed class AwsErrorTests
{
    [Theory]
    [InlineData(AwsProtocol.Query, "iam", "<Code>Throttling</Code>")]
    [InlineData(AwsProtocol.RestXml, "s3", "<Error><RequestId>")]
    [InlineData(AwsProtocol.Json, "dynamodb", "\"__type\":\"Throttling\"")]
    [InlineData(AwsProtocol.RestJson, "ses", "\"message\":\"slower\"")]
    public async Task An_error_is_written_as_its_service_writes_its_own(AwsProtocol protocol, string service, string part)
    {
        var (status, body, _) = await AnswerAsync(new AwsCall(service, "eu-west-2", "Any", protocol));

        status.ShouldBe(429);
        body.ShouldContain(part);
    }

    [Fact]
    public async Task A_rest_service_names_the_error_in_a_header()
    {
        var (_, _, headers) = await AnswerAsync(new AwsCall("ses", "eu-west-2", "SendEmail", AwsProtocol.RestJson));

        headers["x-amzn-ErrorType"].ToString().ShouldBe("Throttling");
    }

    private static async Task<(int Status, string Body, IHeaderDictionary Headers)> AnswerAsync(AwsCall call)
    {
        var body = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = new ServiceCollection().BuildServiceProvider(), Response = { Body = body } };
        await AwsError.Of(call, "Throttling", 429, "slower").ExecuteAsync(context);
        return (context.Response.StatusCode, System.Text.Encoding.UTF8.GetString(body.ToArray()), context.Response.Headers);
    }
}
