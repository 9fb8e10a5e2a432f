using System.Text;
using Gatehouse.Local.Lambda;

namespace Gatehouse.Local.HttpApi;

/// <summary>The deployed HTTP API, with API Gateway's limits and its answers when a function does not give one.</summary>
public static class HttpApiEndpoints
{
    private const int LargestBody = 10 * 1024 * 1024;

    public static void MapHttpApi(this IEndpointRouteBuilder endpoints, World world) =>
        endpoints.Map("/{**path}", (Delegate)((HttpContext context) => HandleAsync(world, context)));

    private static async Task<IResult> HandleAsync(World world, HttpContext context)
    {
        var request = context.Request;
        var route = world.Routes.FirstOrDefault(candidate => candidate.Path == request.Path && (candidate.Method == request.Method || candidate.Method == "ANY"));
        if (route is null) return Says(404, "Not Found");

        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, context.RequestAborted);
        if (body.Length > LargestBody) return Says(413, "Request Entity Too Large");

        var occurred = Encoding.UTF8.GetBytes(ProxyRequest.For(route.Key, request, body.ToArray(), world.Clock.GetUtcNow()).ToJsonString());
        // Lambda's own limit: base64 makes a body a third larger.
        if (occurred.Length > LambdaError.LargestPayload) return Says(413, "Request Entity Too Large");

        var running = world.Pool.InvokeAsync(route.Function, occurred);
        if (await Task.WhenAny(running, Task.Delay(route.Timeout, context.RequestAborted)) != running) return Says(503, "Service Unavailable");

        var result = await running;
        return (result.IsError ? null : ProxyResponse.Read(result.Payload)) ?? Says(500, "Internal Server Error");
    }

    private static IResult Says(int status, string message) => Results.Json(new { message }, statusCode: status);
}
