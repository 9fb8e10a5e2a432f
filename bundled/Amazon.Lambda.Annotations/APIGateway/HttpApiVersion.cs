namespace Amazon.Lambda.Annotations.APIGateway;

/// <summary>The payload format that an HTTP API exchanges with a function.</summary>
public enum HttpApiVersion
{
    V1,
    V2,
}
