using System.Text;
using System.Text.Json;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Client;

namespace Amazon.Lambda.RuntimeSupport.Context;

/// <summary>Writes the function's log to standard output: plain lines as they are, lines with a level as JSON.</summary>
internal sealed class FunctionLog(string requestId) : ILambdaLogger
{
    public void Log(string message) => Console.Out.Write(message);

    public void LogLine(string message) => Console.Out.WriteLine(message);

    public void Log(string level, string message) => WriteLine(level, requestId, writer => writer.WriteString("message", message));

    /// <summary>Records what a handler threw, never what it was given.</summary>
    public static void WriteUnhandled(Exception exception, string requestId) =>
        WriteLine(nameof(LogLevel.Error), requestId, writer => ErrorBody.Write(writer, exception));

    private static void WriteLine(string level, string requestId, Action<Utf8JsonWriter> members)
    {
        using var line = new MemoryStream();
        using (var writer = new Utf8JsonWriter(line))
        {
            writer.WriteStartObject();
            writer.WriteString("timestamp", DateTimeOffset.UtcNow);
            writer.WriteString("level", level);
            if (requestId is not null) writer.WriteString("requestId", requestId);
            members(writer);
            writer.WriteEndObject();
        }

        Console.Out.WriteLine(Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length));
    }
}
