using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.APIGateway;
using Amazon.Lambda.APIGatewayEvents;

namespace Amazon.Lambda.Tests.Functions;

/// <summary>Functions behind an HTTP API, of every shape.</summary>
public sealed class HttpFunctions(Greeter greeter)
{
    [LambdaFunction]
    [HttpApi(LambdaHttpMethod.Post, "/guests/{name}")]
    public async Task<IHttpResult> Welcome(
        string name, [FromHeader(Name = "X-Times")] int times, [FromQuery] bool? loud, [FromBody] Guest guest, [FromServices] Visit visit)
    {
        await Task.Yield();
        var greeting = string.Join(' ', Enumerable.Repeat(greeter.Greet(name), times));
        return HttpResults.Created($"/guests/{guest.Name}", loud == true ? greeting.ToUpperInvariant() : greeting).AddHeader("x-visit", $"{visit.Number}");
    }

    [LambdaFunction]
    [HttpApi(LambdaHttpMethod.Get, "/guests")]
    public Greeting Last([FromQuery] IEnumerable<int> of) => new(greeter.Greet("everyone"), of?.Sum() ?? 0, "http");

    [LambdaFunction]
    [HttpApi(LambdaHttpMethod.Any, "/echo")]
    public static APIGatewayHttpApiV2ProxyResponse Echo(APIGatewayHttpApiV2ProxyRequest request) => new() { StatusCode = 418, Body = request.Body };
}
