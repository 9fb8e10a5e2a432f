namespace Gatehouse.Local.Lambda;

/// <summary>The Runtime API, one for each instance, under its id.</summary>
public static class RuntimeEndpoints
{
    public static void MapRuntimeApi(this IEndpointRouteBuilder endpoints, World world)
    {
        var runtime = endpoints.MapGroup("/{instance}/2018-06-01/runtime");
        runtime.MapGet("/invocation/next", (string instance, HttpContext context) => NextAsync(world, instance, context));
        runtime.MapPost("/invocation/{id}/response", (string instance, string id, HttpContext context) => AnswerAsync(world, instance, id, context, isError: false));
        runtime.MapPost("/invocation/{id}/error", (string instance, string id, HttpContext context) => AnswerAsync(world, instance, id, context, isError: true));
        runtime.MapPost("/init/error", (string instance, HttpContext context) => AnswerAsync(world, instance, null, context, isError: true));
    }

    private static async Task NextAsync(World world, string id, HttpContext context)
    {
        if (world.Pool.Find(id) is not { } instance)
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        var invocation = await instance.NextAsync(context.RequestAborted);
        // Deadlines are real: moving the world's clock leaves no invocation without time.
        var deadline = world.Clock.GetUtcNow() - world.Clock.Advanced + instance.Function.Timeout;
        var headers = context.Response.Headers;
        headers["Lambda-Runtime-Aws-Request-Id"] = invocation.RequestId;
        headers["Lambda-Runtime-Deadline-Ms"] = $"{deadline.ToUnixTimeMilliseconds()}";
        headers["Lambda-Runtime-Invoked-Function-Arn"] = instance.Function.Arn;
        headers["Lambda-Runtime-Trace-Id"] = $"Root=1-{deadline.ToUnixTimeSeconds():x8}-{Randomness.Hex(12)};Parent={Randomness.Hex(8)};Sampled=0";
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = invocation.Payload.Length;
        await context.Response.Body.WriteAsync(invocation.Payload, context.RequestAborted);
    }

    private static async Task<IResult> AnswerAsync(World world, string id, string? requestId, HttpContext context, bool isError)
    {
        var invocation = world.Pool.Find(id)?.Current;
        if (invocation is null || (requestId is not null && invocation.RequestId != requestId))
            return Results.Json(new { errorType = "InvalidRequestID", errorMessage = "Invalid request ID" }, statusCode: StatusCodes.Status400BadRequest);

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        if (body.Length > LambdaError.LargestPayload)
        {
            invocation.Complete(LambdaError.TooLarge(body.Length));
            return Results.Json(new { errorType = "RequestEntityTooLarge", errorMessage = "Exceeded maximum allowed payload size" }, statusCode: StatusCodes.Status413PayloadTooLarge);
        }

        invocation.Complete(new InvocationResult(body.ToArray(), isError));
        return Results.Json(new { status = "OK" }, statusCode: StatusCodes.Status202Accepted);
    }
}
