namespace Gatehouse.GitHub;

/// <summary>GitHub cannot answer now: it is down, slow, or limits our rate. Asking again later may help.</summary>
public sealed class GitHubUnavailableException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>GitHub refused: asking again does not help until somebody changes what the message names.</summary>
public sealed class GitHubRefusedException(int status, string message) : Exception(message)
{
    public int Status { get; } = status;
}
