namespace Gatehouse.Local.Lambda;

/// <summary>What a function answered: its payload, and whether that is an error.</summary>
public sealed record InvocationResult(byte[] Payload, bool IsError = false);

/// <summary>One event on its way through a function.</summary>
public sealed class Invocation(string requestId, byte[] payload)
{
    private readonly TaskCompletionSource<InvocationResult> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string RequestId { get; } = requestId;

    public byte[] Payload { get; } = payload;

    public Task<InvocationResult> Result => completion.Task;

    /// <summary>Settles the invocation; false when it already was, as when an answer comes after its deadline.</summary>
    public bool Complete(InvocationResult result) => completion.TrySetResult(result);
}
