using Gatehouse.Aws;

namespace Gatehouse.Tests.Intake;

/// <summary>Remembers the runs that were started, and lets a test say how each ended.</summary>
internal sealed class FakeExecutions : IExecutions
{
    private readonly Dictionary<string, bool> failedByName = [];

    public List<(string Name, string Input)> Started { get; } = [];

    public Exception? Fails { get; set; }

    public void Has(string name, bool failed) => failedByName[name] = failed;

    public Task<bool> StartAsync(string name, string input, CancellationToken cancellationToken)
    {
        if (Fails is not null)
        {
            throw Fails;
        }

        var isNew = failedByName.TryAdd(name, false);
        if (isNew)
        {
            Started.Add((name, input));
        }

        return Task.FromResult(isNew);
    }

    public Task<bool> HasFailedAsync(string name, CancellationToken cancellationToken) => Task.FromResult(failedByName[name]);
}
