using System.Text.Json.Nodes;

namespace Gatehouse.Local.Lambda;

/// <summary>The payloads that Lambda itself writes when a function could not answer.</summary>
public static class LambdaError
{
    /// <summary>Lambda takes and gives at most this much in one synchronous invocation.</summary>
    public const int LargestPayload = 6 * 1024 * 1024;

    public static InvocationResult TimedOut(string requestId, TimeSpan after) =>
        Error("Sandbox.Timedout", $"RequestId: {requestId} Error: Task timed out after {after.TotalSeconds:0.00} seconds");

    public static InvocationResult Exited(string requestId, int code) =>
        Error("Runtime.ExitError", $"RequestId: {requestId} Error: Runtime exited with error: {(code == 137 ? "signal: killed" : $"exit status {code}")}");

    public static InvocationResult TooLarge(long bytes) =>
        Error("Function.ResponseSizeTooLarge", $"Response payload size ({bytes} bytes) exceeded maximum allowed payload size ({LargestPayload} bytes).");

    private static InvocationResult Error(string type, string message) =>
        new(System.Text.Encoding.UTF8.GetBytes(new JsonObject { ["errorType"] = type, ["errorMessage"] = message }.ToJsonString()), IsError: true);
}
