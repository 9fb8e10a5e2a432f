namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>What the assembly says about all its functions.</summary>
internal sealed record AssemblyFacts(bool GenerateMain, string? Serializer, bool IsExecutable, bool HasMain, bool HasServices, bool HasBootstrap);

/// <summary>The class that registers the functions' services.</summary>
internal sealed record Startup(string Class, Sequence<Problem> Problems);
