namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Prepares before the first invocation; false ends the process without asking for one.</summary>
public delegate Task<bool> LambdaBootstrapInitializer();
