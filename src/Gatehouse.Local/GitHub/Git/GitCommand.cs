using System.Diagnostics;

namespace Gatehouse.Local.GitHub.Git;

/// <summary>Runs one git command in a bare repository, apart from any configuration of the machine.</summary>
public static class GitCommand
{
    /// <summary>Runs the command and returns what it wrote; any exit code that is not in <paramref name="accepted"/> is a <see cref="GitFailedException"/>.</summary>
    public static GitOutput Run(string directory, IReadOnlyCollection<string> arguments, params int[] accepted)
    {
        using var process = Process.Start(Describe(directory, arguments))!;
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0 && !accepted.Contains(process.ExitCode))
            throw new GitFailedException($"git {string.Join(' ', arguments)} ended with {process.ExitCode}: {errors.GetAwaiter().GetResult()}");
        return new GitOutput(process.ExitCode, output);
    }

    public static ProcessStartInfo Describe(string directory, IReadOnlyCollection<string> arguments)
    {
        var start = new ProcessStartInfo("git", ["--git-dir", directory, "-c", "core.quotePath=false", .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new System.Text.UTF8Encoding(false),
        };
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        start.Environment["LC_ALL"] = "C";
        return start;
    }
}

public sealed record GitOutput(int ExitCode, string Text)
{
    public string[] Lines => Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Git refused, or its repository is not what the stand-in left there.</summary>
public sealed class GitFailedException(string message) : Exception(message);
