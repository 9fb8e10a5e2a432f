using Gatehouse.Aws;

namespace Gatehouse.Tests.Aws;

/// <summary>Secrets in memory. A value changed by <see cref="Rotate"/> is seen only by who asks for a fresh one, as from a cache.</summary>
internal sealed class FakeSecrets(string? value) : ISecrets
{
    private string? cached = value;
    private string? current = value;

    public List<TimeSpan> Reads { get; } = [];

    public void Rotate(string to) => current = to;

    public Task<string> ReadAsync(string id, TimeSpan maxAge, CancellationToken cancellationToken)
    {
        Reads.Add(maxAge);
        cached = maxAge <= TimeSpan.FromSeconds(10) ? current : cached;
        return string.IsNullOrEmpty(cached) ? throw new SecretNotSetException(id) : Task.FromResult(cached);
    }
}
