using System.Text.Json.Nodes;
using Gatehouse.Local.Lambda;
using Microsoft.AspNetCore.Http.Features;

namespace Gatehouse.Local.Aws;

/// <summary>The one door to AWS: counts each call, lets it meet its fault, and takes it to the part of the world that answers it.</summary>
public sealed class Gateway(World world)
{
    private static readonly string[] NotForwarded = ["Host", "Connection", "Keep-Alive", "Transfer-Encoding", "Expect", "Proxy-Connection", "Upgrade"];
    private readonly InvokeApi invoke = new(world);

    public async Task<IResult> HandleAsync(HttpContext context)
    {
        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer, context.RequestAborted);
        var body = buffer.ToArray();
        var request = context.Request;
        var call = AwsCall.Recognise(
            request.Method, request.Path, request.QueryString.Value ?? "", request.Headers.Authorization, request.Headers["X-Amz-Target"], body);
        world.Calls.Count(call.Service, call.Action);

        if (world.Faults.Take(call.Service, call.Action) is not { } fault) return await DoAsync(call, context, body);
        if (fault.After) await DoAsync(call, context, body);
        if (fault.Kill && CallerProcess.Kill(context.Connection, world.Pool.Processes)) return Results.StatusCode(500);

        return AwsError.Of(call, fault.Code, fault.Status, $"The local world was told to answer {call.Action} with {fault.Code}.");
    }

    private async Task<IResult> DoAsync(AwsCall call, HttpContext context, byte[] body) => (call.Service, call.Action) switch
    {
        ("lambda", "Invoke") => await invoke.InvokeAsync(call, context, body),
        ("events", "PutEvents") => Results.Text((await world.Events.PutAsync(call.Account, call.Region, JsonNode.Parse(body)!, context.RequestAborted)).ToJsonString(), "application/x-amz-json-1.1"),
        ("ses", "SendEmail") => await SendEmailAsync(context, body),
        _ => await ForwardAsync(context, body),
    };

    private async Task<IResult> SendEmailAsync(HttpContext context, byte[] body)
    {
        var answer = await ForwardAsync(context, body);
        if (answer.Status == StatusCodes.Status200OK) world.Inbox.Receive(MailReader.Read(JsonNode.Parse(body)!, world.Clock.GetUtcNow()));

        return answer;
    }

    private async Task<Forwarded> ForwardAsync(HttpContext context, byte[] body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), $"{context.Request.PathBase}{RawTarget(context)}");
        request.Content = body.Length > 0 || context.Request.ContentType is not null ? new ByteArrayContent(body) : null;
        request.Headers.Host = context.Request.Host.Value;
        foreach (var (name, values) in context.Request.Headers)
        {
            if (NotForwarded.Contains(name, StringComparer.OrdinalIgnoreCase)) continue;
            if (!request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values)) request.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
        }

        using var answer = await world.Moto.ForwardAsync(request, context.RequestAborted);
        var headers = answer.Headers.Concat(answer.Content.Headers)
            .Where(header => !NotForwarded.Contains(header.Key, StringComparer.OrdinalIgnoreCase) && header.Key is not ("Content-Length" or "Server" or "Date"))
            .Select(header => (header.Key, header.Value.ToArray()))
            .ToList();
        return new Forwarded((int)answer.StatusCode, headers, await answer.Content.ReadAsByteArrayAsync(context.RequestAborted), answer.Content.Headers.ContentLength);
    }

    /// <summary>The path as it was sent: an object's key may hold escapes that decoding and encoding would change.</summary>
    private static string RawTarget(HttpContext context) =>
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;

    private sealed record Forwarded(int Status, IReadOnlyList<(string Name, string[] Values)> Headers, byte[] Body, long? Length) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = Status;
            foreach (var (name, values) in Headers) httpContext.Response.Headers[name] = values;
            if (httpContext.Request.Method == HttpMethods.Head)
            {
                httpContext.Response.ContentLength = Length;
                return;
            }

            if (Status is 204 or 304) return;

            httpContext.Response.ContentLength = Body.Length;
            await httpContext.Response.Body.WriteAsync(Body);
        }
    }
}
