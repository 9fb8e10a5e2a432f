using System.Collections.Concurrent;

namespace Gatehouse.Local.Lambda;

/// <summary>What the functions write to their output, one file for each function.</summary>
public sealed class FunctionLogs(string folder) : IDisposable
{
    private readonly ConcurrentDictionary<string, StreamWriter> writers = new(StringComparer.Ordinal);

    public IEnumerable<string> Names => Directory.EnumerateFiles(folder, "*.log").Select(Path.GetFileNameWithoutExtension).OfType<string>().Order(StringComparer.Ordinal);

    public void Write(string function, string line)
    {
        var writer = writers.GetOrAdd(function, name => new StreamWriter(new FileStream(PathOf(name), FileMode.Append, FileAccess.Write, FileShare.ReadWrite)) { AutoFlush = true });
        lock (writer) writer.WriteLine(line);
    }

    /// <summary>The lines of one function, oldest first; none when it has not run.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync(string function, CancellationToken cancellation)
    {
        if (!Names.Contains(function, StringComparer.Ordinal)) return [];

        using var reader = new StreamReader(new FileStream(PathOf(function), FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return (await reader.ReadToEndAsync(cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    public void Dispose()
    {
        foreach (var writer in writers.Values) writer.Dispose();
    }

    private string PathOf(string function) => Path.Combine(folder, $"{function}.log");
}
