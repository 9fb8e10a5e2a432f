namespace Amazon.Lambda.Tests.Runtime;

/// <summary>Tests that change this process's environment or console run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class RuntimeCollection
{
    public const string Name = "process-wide";
}
