namespace Gatehouse.Cli;

/// <summary>What a command answers to the shell.</summary>
internal static class ExitCode
{
    public const int Fine = 0;

    /// <summary>It could not be done, or not all of it.</summary>
    public const int Error = 1;

    /// <summary>It was refused, or problems were found.</summary>
    public const int Refused = 2;
}

/// <summary>The command refuses, with what to do instead; nothing was done.</summary>
internal sealed class RefusedException(string message) : Exception(message);
