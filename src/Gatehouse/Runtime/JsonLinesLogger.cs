using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Runtime;

/// <summary>
/// Writes each log sentence as one JSON line: <c>at</c>, <c>level</c>, <c>message</c>, the named values of the sentence, and those of the
/// scopes around it (<c>delivery</c>, <c>run</c>, <c>pullRequest</c>, <c>person</c>), so that CloudWatch Logs can be searched by any of them.
/// </summary>
public sealed class JsonLinesLogger(TextWriter output, TimeProvider clock) : ILoggerProvider, ISupportExternalScope
{
    /// <summary>Quotes and letters stay as they are: a log line is never part of a page.</summary>
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private IExternalScopeProvider scopes = new LoggerExternalScopeProvider();

    public ILogger CreateLogger(string categoryName) => new Category(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

    public void Dispose() => output.Flush();

    private void Write(string category, LogLevel level, string message, object? state, Exception? exception)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var line = new Utf8JsonWriter(buffer, Readable))
        {
            line.WriteStartObject();
            line.WriteString("at", clock.GetUtcNow());
            line.WriteString("level", level.ToString());
            line.WriteString("message", message);
            line.WriteString("source", category);
            var written = new HashSet<string>(StringComparer.Ordinal) { "at", "level", "message", "source", "{OriginalFormat}" };
            WriteValues(line, state, written);
            scopes.ForEachScope((scope, target) => WriteValues(target.line, scope, target.written), (line, written));
            if (exception is not null)
            {
                line.WriteString("exception", exception.ToString());
            }

            line.WriteEndObject();
        }

        lock (output)
        {
            output.WriteLine(Encoding.UTF8.GetString(buffer.WrittenSpan));
            output.Flush();
        }
    }

    private static void WriteValues(Utf8JsonWriter line, object? values, HashSet<string> written)
    {
        if (values is not IEnumerable<KeyValuePair<string, object?>> pairs)
        {
            return;
        }

        foreach (var (name, value) in pairs)
        {
            var key = JsonNamingPolicy.CamelCase.ConvertName(name);
            if (value is not null && !written.Contains(name) && written.Add(key))
            {
                line.WriteString(key, value.ToString());
            }
        }
    }

    private sealed class Category(JsonLinesLogger lines, string name) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => lines.scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                lines.Write(name, logLevel, formatter(state, exception), state, exception);
            }
        }
    }
}
