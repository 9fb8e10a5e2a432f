namespace Amazon.Lambda.RuntimeSupport.Client;

/// <summary>What the Runtime API sent: the input and what its headers say; a header that is missing is null.</summary>
internal sealed class Invocation
{
    public string RequestId { get; init; }

    public DateTimeOffset Deadline { get; init; }

    public string FunctionArn { get; init; }

    public string TraceId { get; init; }

    public string ClientContext { get; init; }

    public string CognitoIdentity { get; init; }

    public string TenantId { get; init; }

    public Stream Input { get; init; }
}
