namespace Gatehouse.GitHub;

/// <summary>Reads GitHub's own clock: what came before and after a write is told by that alone, never by ours.</summary>
internal static class AnswerTime
{
    /// <exception cref="GitHubUnavailableException">The answer does not say when it was made.</exception>
    public static DateTimeOffset AnsweredAt(this HttpResponseMessage answer) =>
        answer.Headers.Date ?? throw new GitHubUnavailableException($"GitHub answered {answer.RequestMessage?.RequestUri?.AbsolutePath} without saying when.");
}
