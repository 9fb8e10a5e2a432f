using System.Text;
using Gatehouse.Local.HttpApi;

namespace Gatehouse.Tests.Local.HttpApi;

public sealed class ProxyResponseTests
{
    [Fact]
    public void A_function_names_status_headers_and_body()
    {
        var response = Read("""{"statusCode":202,"headers":{"Content-Type":"application/json"},"body":"{}","cookies":["a=1"]}""")!;

        response.Status.ShouldBe(202);
        response.Headers["content-type"].ShouldBe("application/json");
        response.Cookies.ShouldBe(["a=1"]);
        Encoding.UTF8.GetString(response.Body).ShouldBe("{}");
    }

    [Fact]
    public void An_encoded_body_is_decoded() =>
        Read("""{"statusCode":200,"isBase64Encoded":true,"body":"aGk="}""")!.Body.ShouldBe("hi"u8.ToArray());

    [Fact]
    public void An_answer_without_a_status_is_the_body_itself()
    {
        var response = Read("""{"hello":"there"}""")!;

        response.Status.ShouldBe(200);
        Encoding.UTF8.GetString(response.Body).ShouldBe("""{"hello":"there"}""");
    }

    [Theory]
    [InlineData("not JSON")]
    [InlineData("""{"statusCode":"soon"}""")]
    public void An_answer_that_the_api_cannot_read_is_none(string payload) => Read(payload).ShouldBeNull();

    private static ProxyResponse? Read(string payload) => ProxyResponse.Read(Encoding.UTF8.GetBytes(payload));
}
