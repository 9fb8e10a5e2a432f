using System.Text;
using System.Text.Json.Nodes;
using Gatehouse.Local.HttpApi;
using Microsoft.AspNetCore.Http;

namespace Gatehouse.Tests.Local.HttpApi;

public sealed class ProxyRequestTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 12, 19, 3, 58, TimeSpan.Zero);
    private readonly HttpRequest request = new DefaultHttpContext().Request;

    public ProxyRequestTests()
    {
        request.Method = "POST";
        request.Path = "/github/webhook";
        request.Protocol = "HTTP/1.1";
        request.ContentType = "application/json";
    }

    [Fact]
    public void Header_names_are_in_lower_case_and_repeated_ones_joined()
    {
        request.Headers["X-GitHub-Event"] = "pull_request";
        request.Headers["X-Twice"] = new[] { "one", "two" };

        var headers = Read("{}"u8.ToArray())["headers"]!;

        ((string)headers["x-github-event"]!).ShouldBe("pull_request");
        ((string)headers["x-twice"]!).ShouldBe("one,two");
    }

    [Fact]
    public void Cookies_have_a_place_of_their_own()
    {
        request.Headers.Cookie = "a=1; b=2";

        var occurred = Read([]);

        occurred["cookies"]!.AsArray().Select(cookie => (string)cookie!).ShouldBe(["a=1", "b=2"]);
        occurred["headers"]!.AsObject().ContainsKey("cookie").ShouldBeFalse();
    }

    [Theory]
    [InlineData("application/json", false)]
    [InlineData("application/json; charset=utf-8", false)]
    [InlineData("text/plain", false)]
    [InlineData("application/x-www-form-urlencoded", true)]
    [InlineData("application/octet-stream", true)]
    [InlineData(null, true)]
    public void A_body_that_is_no_text_goes_as_base64(string? contentType, bool encoded)
    {
        request.ContentType = contentType;

        var occurred = Read("Zoë"u8.ToArray());

        ((bool)occurred["isBase64Encoded"]!).ShouldBe(encoded);
        var body = (string)occurred["body"]!;
        (encoded ? Encoding.UTF8.GetString(Convert.FromBase64String(body)) : body).ShouldBe("Zoë");
    }

    [Fact]
    public void The_query_comes_raw_and_read()
    {
        request.QueryString = new QueryString("?a=1&a=2&b=x%20y");

        var occurred = Read([]);

        ((string)occurred["rawQueryString"]!).ShouldBe("a=1&a=2&b=x%20y");
        ((string)occurred["queryStringParameters"]!["a"]!).ShouldBe("1,2");
        ((string)occurred["queryStringParameters"]!["b"]!).ShouldBe("x y");
    }

    [Fact]
    public void The_context_tells_route_time_and_stage()
    {
        var context = Read([])["requestContext"]!;

        ((string)context["routeKey"]!).ShouldBe("POST /github/webhook");
        ((string)context["time"]!).ShouldBe("12/Mar/2026:19:03:58 +0000");
        ((long)context["timeEpoch"]!).ShouldBe(At.ToUnixTimeMilliseconds());
        ((string)context["stage"]!).ShouldBe("$default");
        ((string)context["http"]!["method"]!).ShouldBe("POST");
    }

    [Fact]
    public void A_request_without_a_body_has_none() => Read([]).ContainsKey("body").ShouldBeFalse();

    private JsonObject Read(byte[] body) => ProxyRequest.For("POST /github/webhook", request, body, At);
}
