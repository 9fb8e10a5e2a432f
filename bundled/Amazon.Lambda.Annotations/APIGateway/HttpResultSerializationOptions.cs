using Amazon.Lambda.Core;

namespace Amazon.Lambda.Annotations.APIGateway;

/// <summary>Which form an HTTP answer is written in, and by which serializer its body is.</summary>
public class HttpResultSerializationOptions
{
    public ProtocolFormat Format { get; set; }

    public ProtocolVersion Version { get; set; }

    public ILambdaSerializer Serializer { get; set; }

    /// <summary>The kind of API in front of the function.</summary>
    public enum ProtocolFormat
    {
        RestApi,
        HttpApi,
    }

    /// <summary>The version of its payload.</summary>
    public enum ProtocolVersion
    {
        V1,
        V2,
    }
}
