using System.Text.Json;
using Amazon.Lambda.Tests.Runtime;

namespace Amazon.Lambda.Tests.Sample;

/// <summary>Functions behind an HTTP API, with payload 2.0 in and out.</summary>
[Collection(RuntimeCollection.Name)]
public class HttpSampleTests
{
    [Fact]
    public async Task Route_header_query_body_and_services_are_bound_and_the_result_is_an_answer()
    {
        var answer = await AskAsync("Welcome", """
            {"version":"2.0","pathParameters":{"name":"Ada"},"headers":{"x-times":"2"},"queryStringParameters":{"loud":"true"},"body":"{\"name\":\"Grace\"}"}
            """);

        answer.GetProperty("statusCode").GetInt32().ShouldBe(201);
        answer.GetProperty("body").GetString().ShouldBe("HELLO, ADA HELLO, ADA");
        answer.GetProperty("headers").GetProperty("location").GetString().ShouldBe("/guests/Grace");
        answer.GetProperty("headers").GetProperty("content-type").GetString().ShouldBe("text/plain");
        answer.GetProperty("headers").GetProperty("x-visit").GetString().ShouldBe("1");
    }

    [Fact]
    public async Task What_the_request_lacks_is_the_types_default()
    {
        var answer = await AskAsync("Welcome", """{"pathParameters":{"name":"Ada"},"body":"{\"name\":\"Grace\"}"}""");

        answer.GetProperty("statusCode").GetInt32().ShouldBe(201);
        answer.GetProperty("body").GetString().ShouldBe(string.Empty);
    }

    [Theory]
    [InlineData("""{"pathParameters":{"name":"Ada"},"headers":{"X-Times":"many"},"body":"{}"}""", "Value many at 'X-Times'")]
    [InlineData("""{"pathParameters":{"name":"Ada"},"queryStringParameters":{"loud":"perhaps"},"body":"{}"}""", "Value perhaps at 'loud'")]
    [InlineData("""{"pathParameters":{"name":"Ada"},"body":"{\"name\""}""", "at 'body'")]
    [InlineData("""{"pathParameters":{"name":"Ada"}}""", "at 'body'")]
    public async Task What_does_not_fit_its_parameter_is_answered_with_400(string request, string reason)
    {
        var answer = await AskAsync("Welcome", request);

        answer.GetProperty("statusCode").GetInt32().ShouldBe(400);
        answer.GetProperty("headers").GetProperty("x-amzn-errortype").GetString().ShouldBe("ValidationException");
        JsonDocument.Parse(answer.GetProperty("body").GetString()!).RootElement.GetProperty("message").GetString()!.ShouldContain(reason);
    }

    [Fact]
    public async Task A_plain_result_is_the_body_as_JSON()
    {
        var answer = await AskAsync("Last", """{"queryStringParameters":{"of":"1,2,3"}}""");

        answer.GetProperty("statusCode").GetInt32().ShouldBe(200);
        answer.GetProperty("headers").GetProperty("Content-Type").GetString().ShouldBe("application/json");
        answer.GetProperty("body").GetString().ShouldBe("""{"Text":"Hello, everyone","Number":6,"RequestId":"http"}""");
    }

    [Fact]
    public async Task A_plain_result_is_400_where_an_element_of_a_list_does_not_fit()
    {
        var answer = await AskAsync("Last", """{"queryStringParameters":{"of":"1,two"}}""");

        answer.GetProperty("statusCode").GetInt32().ShouldBe(400);
        answer.GetProperty("headers").GetProperty("x-amzn-ErrorType").GetString().ShouldBe("ValidationException");
    }

    [Fact]
    public async Task A_response_that_the_function_made_itself_is_left_as_it_is()
    {
        var answer = await AskAsync("Echo", """{"body":"aGVsbG8=","isBase64Encoded":true}""");

        answer.GetProperty("statusCode").GetInt32().ShouldBe(418);
        answer.GetProperty("body").GetString().ShouldBe("aGVsbG8=");
    }

    private static async Task<JsonElement> AskAsync(string handler, string request)
    {
        using var api = new FakeRuntimeApi();
        using var sample = SampleProcess.Start(handler, api);
        var answer = await api.InvokeAsync(request);
        answer.Path.ShouldBe("invocation/request-1/response", answer.Text);
        return answer.Json;
    }
}
