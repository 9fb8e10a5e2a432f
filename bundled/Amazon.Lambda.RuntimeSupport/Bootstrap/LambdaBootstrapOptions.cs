namespace Amazon.Lambda.RuntimeSupport.Bootstrap;

/// <summary>Settings of the bootstrap.</summary>
public class LambdaBootstrapOptions
{
    /// <summary>Host and port of the Runtime API, perhaps with a path behind; AWS_LAMBDA_RUNTIME_API when unset.</summary>
    public string RuntimeApiEndpoint { get; set; }
}
