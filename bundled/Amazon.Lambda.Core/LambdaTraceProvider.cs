namespace Amazon.Lambda.Core;

/// <summary>The trace that the invocation at hand belongs to.</summary>
public class LambdaTraceProvider
{
    public static string CurrentTraceId => Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID");
}
