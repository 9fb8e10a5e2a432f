using System.Text;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.TestUtilities;

/// <summary>Keeps what a function logs and shows it on the console.</summary>
public class TestLambdaLogger : ILambdaLogger
{
    public StringBuilder Buffer { get; } = new();

    public void Log(string message)
    {
        Buffer.Append(message);
        Console.Write(message);
    }

    public void LogLine(string message)
    {
        Buffer.AppendLine(message);
        Console.WriteLine(message);
    }

    public void Log(string level, string message) => LogLine($"{level}: {message}");

    public void Log(string level, string message, params object[] args) =>
        Log(level, args is { Length: > 0 } ? $"{message} [{string.Join(", ", args)}]" : message);

    public void Log(string level, Exception exception, string message, params object[] args)
    {
        Log(level, message, args);
        if (exception is not null) LogLine(exception.ToString());
    }
}
