using Env = System.Environment;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>What Lambda tells a function through environment variables; null where it says nothing.</summary>
public class LambdaEnvironment
{
    public string FunctionMemorySize { get; } = Env.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_MEMORY_SIZE");

    public string FunctionName { get; } = Env.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_NAME");

    public string FunctionVersion { get; } = Env.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_VERSION");

    public string LogGroupName { get; } = Env.GetEnvironmentVariable("AWS_LAMBDA_LOG_GROUP_NAME");

    public string LogStreamName { get; } = Env.GetEnvironmentVariable("AWS_LAMBDA_LOG_STREAM_NAME");

    public string RuntimeServerHostAndPort { get; } = Env.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API");

    public string Handler { get; } = Env.GetEnvironmentVariable("_HANDLER");

    /// <summary>The trace of the invocation at hand; it changes with each.</summary>
#pragma warning disable CA1822 // The released package has it as an instance member.
    public string XAmznTraceId => Env.GetEnvironmentVariable("_X_AMZN_TRACE_ID");
#pragma warning restore CA1822

    public string ExecutionEnvironment { get; } = Env.GetEnvironmentVariable("AWS_EXECUTION_ENV");
}
