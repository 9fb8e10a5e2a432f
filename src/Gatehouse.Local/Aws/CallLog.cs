using System.Collections.Concurrent;

namespace Gatehouse.Local.Aws;

/// <summary>Counts every call by <c>service:Action</c>, the service by its signing name.</summary>
public sealed class CallLog
{
    private readonly ConcurrentDictionary<string, long> counts = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, long> Counts => new SortedDictionary<string, long>(counts, StringComparer.Ordinal);

    public void Count(string service, string action) => counts.AddOrUpdate($"{service}:{action}", 1, (_, count) => count + 1);

    public void Clear() => counts.Clear();
}
