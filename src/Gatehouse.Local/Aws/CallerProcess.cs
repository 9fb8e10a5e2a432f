using System.Diagnostics;
using System.Globalization;

namespace Gatehouse.Local.Aws;

/// <summary>Finds which of our function processes is at the other end of a connection, as the kernel's tables tell it.</summary>
public static class CallerProcess
{
    private static readonly string[] Tables = ["/proc/net/tcp", "/proc/net/tcp6"];

    /// <summary>Ends the function's process that made this request, and says whether there was one: a caller from outside is left alone.</summary>
    public static bool Kill(ConnectionInfo connection, IEnumerable<Process> functions)
    {
        var socket = Socket(connection.RemotePort, connection.LocalPort);
        if (socket is null) return false;

        var caller = functions.FirstOrDefault(function => Holds(function.Id, socket));
        caller?.Kill();
        return caller is not null;
    }

    /// <summary>How <c>/proc/PID/fd</c> names the caller's end of the connection. Either table may have it: .NET's sockets are dual-stack.</summary>
    private static string? Socket(int callerPort, int ourPort)
    {
        var local = $":{callerPort.ToString("X4", CultureInfo.InvariantCulture)}";
        var remote = $":{ourPort.ToString("X4", CultureInfo.InvariantCulture)}";
        return Tables
            .SelectMany(table => File.ReadLines(table).Skip(1))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(row => row[1].EndsWith(local, StringComparison.Ordinal) && row[2].EndsWith(remote, StringComparison.Ordinal))
            .Select(row => $"socket:[{row[9]}]")
            .FirstOrDefault();
    }

    private static bool Holds(int process, string socket)
    {
        try
        {
            return new DirectoryInfo($"/proc/{process}/fd").EnumerateFileSystemInfos().Any(handle => handle.LinkTarget == socket);
        }
        catch (IOException)
        {
            // It ended while we looked.
            return false;
        }
    }
}
