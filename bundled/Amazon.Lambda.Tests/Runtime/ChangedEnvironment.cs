namespace Amazon.Lambda.Tests.Runtime;

/// <summary>Sets environment variables of this process until it is disposed of.</summary>
internal sealed class ChangedEnvironment : IDisposable
{
    private readonly List<(string Name, string? Before)> _before;

    public ChangedEnvironment(params (string Name, string Value)[] variables)
    {
        _before = [.. variables.Select(variable => (variable.Name, Environment.GetEnvironmentVariable(variable.Name)))];
        foreach (var (name, value) in variables) Environment.SetEnvironmentVariable(name, value);
    }

    public void Dispose() => _before.ForEach(variable => Environment.SetEnvironmentVariable(variable.Name, variable.Before));
}
