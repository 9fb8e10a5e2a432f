using System.Net;
using System.Text.Json;
using Amazon.Lambda.Annotations.APIGateway;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace Amazon.Lambda.Tests.Events;

public class HttpResultsTests
{
    [Theory]
    [InlineData(false, false, 302)]
    [InlineData(true, false, 301)]
    [InlineData(false, true, 307)]
    [InlineData(true, true, 308)]
    public void A_redirect_says_how_long_it_holds_and_whether_the_method_stays(bool permanent, bool preserveMethod, int expected)
    {
        var result = HttpResults.Redirect("/there", permanent, preserveMethod);

        ((int)result.StatusCode).ShouldBe(expected);
        Answer(result).GetProperty("headers").GetProperty("location").GetString().ShouldBe("/there");
    }

    [Fact]
    public void Every_result_has_the_status_of_its_name()
    {
        IHttpResult[] results =
        [
            HttpResults.Ok(), HttpResults.Created(), HttpResults.Accepted(), HttpResults.BadRequest(), HttpResults.Unauthorized(), HttpResults.Forbid(), HttpResults.NotFound(),
            HttpResults.Conflict(), HttpResults.InternalServerError(), HttpResults.BadGateway(), HttpResults.ServiceUnavailable(), HttpResults.NewResult(HttpStatusCode.RequestEntityTooLarge),
        ];

        results.Select(result => (int)result.StatusCode).ShouldBe([200, 201, 202, 400, 401, 403, 404, 409, 500, 502, 503, 413]);
    }

    [Fact]
    public void A_text_is_sent_as_it_is() => Said(HttpResults.Ok("Hello, \"Ada\"")).ShouldBe(("Hello, \"Ada\"", false, "text/plain"));

    [Fact]
    public void Bytes_are_sent_in_base64()
    {
        using var stream = new MemoryStream([1, 2, 3]);

        Said(HttpResults.Ok(new byte[] { 1, 2, 3 })).ShouldBe(("AQID", true, "application/octet-stream"));
        Said(HttpResults.Ok(new List<byte> { 1, 2, 3 })).ShouldBe(("AQID", true, "application/octet-stream"));
        Said(HttpResults.Ok(stream)).ShouldBe(("AQID", true, "application/octet-stream"));
    }

    [Fact]
    public void Anything_else_is_sent_as_the_serializer_writes_it() =>
        Said(HttpResults.Ok(new { Name = "Ada" })).ShouldBe(("""{"Name":"Ada"}""", false, "application/json"));

    [Fact]
    public void A_content_type_that_is_set_stays() => Said(HttpResults.Ok("<p>").AddHeader("Content-Type", "text/html")).ContentType.ShouldBe("text/html");

    [Fact]
    public void Nothing_is_sent_without_a_content_type() => Answer(HttpResults.Ok()).TryGetProperty("headers", out _).ShouldBeFalse();

    [Fact]
    public void A_header_that_is_added_twice_has_both_values()
    {
        var result = HttpResults.Ok().AddHeader("Vary", "a").AddHeader("vary", "b");

        Answer(result).GetProperty("headers").GetProperty("vary").GetString().ShouldBe("a,b");
        Answer(result, HttpResultSerializationOptions.ProtocolVersion.V1).GetProperty("multiValueHeaders").GetProperty("vary").GetRawText()
            .ShouldBe("""["a","b"]""");
    }

    [Fact]
    public void A_delay_is_said_in_seconds() =>
        Answer(HttpResults.ServiceUnavailable(30)).GetProperty("headers").GetProperty("retry-after").GetString().ShouldBe("30");

    private static (string? Body, bool IsBase64Encoded, string? ContentType) Said(IHttpResult result)
    {
        var answer = Answer(result);
        var contentType = answer.GetProperty("headers").GetProperty("content-type").GetString();
        return (answer.GetProperty("body").GetString(), answer.GetProperty("isBase64Encoded").GetBoolean(), contentType);
    }

    private static JsonElement Answer(
        IHttpResult result, HttpResultSerializationOptions.ProtocolVersion version = HttpResultSerializationOptions.ProtocolVersion.V2) =>
        JsonDocument.Parse(result.Serialize(new HttpResultSerializationOptions
        {
            Format = HttpResultSerializationOptions.ProtocolFormat.HttpApi,
            Version = version,
            Serializer = new DefaultLambdaJsonSerializer(),
        })).RootElement;
}
