using Gatehouse.Local.Aws;

namespace Gatehouse.Local.Lambda;

/// <summary>Lambda's Invoke: <c>RequestResponse</c> answers what the function did, <c>Event</c> runs it later with two more tries, <c>DryRun</c> only looks.</summary>
public sealed class InvokeApi(World world)
{
    private const int LargestEvent = 1024 * 1024;
    private const int Tries = 3;

    /// <summary>AWS waits one and two minutes between the tries of an event; nobody at a desk does.</summary>
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(1);

    public async Task<IResult> InvokeAsync(AwsCall call, HttpContext context, byte[] payload)
    {
        var reference = Uri.UnescapeDataString(context.Request.Path.Value!.Split('/')[3]);
        if (world.Functions.Find(reference, call.Region) is not { } function)
            return AwsError.Of(call, "ResourceNotFoundException", 404, $"Function not found: {reference}");

        var type = context.Request.Headers["X-Amz-Invocation-Type"].ToString();
        if (payload.Length > (type == "Event" ? LargestEvent : LambdaError.LargestPayload))
            return AwsError.Of(call, "RequestTooLargeException", 413, $"Request must be smaller than {LambdaError.LargestPayload} bytes for the InvokeFunction operation");

        var body = payload.Length == 0 ? "{}"u8.ToArray() : payload;
        switch (type)
        {
            case "DryRun":
                return Results.StatusCode(204);
            case "Event":
                InBackground(function, body);
                return Results.StatusCode(202);
            default:
                return Answer(context, await world.Pool.InvokeAsync(function, body));
        }
    }

    /// <summary>What an event source does: no answer is awaited, and an error is tried again twice.</summary>
    public void InBackground(FunctionConfiguration function, byte[] payload) => _ = Task.Run(async () =>
    {
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            if (!(await world.Pool.InvokeAsync(function, payload)).IsError) return;

            await Task.Delay(BetweenTries);
        }
    });

    private static IResult Answer(HttpContext context, InvocationResult result)
    {
        context.Response.Headers["X-Amz-Executed-Version"] = "$LATEST";
        if (result.IsError) context.Response.Headers["X-Amz-Function-Error"] = "Unhandled";
        return Results.Bytes(result.Payload, "application/json");
    }
}
