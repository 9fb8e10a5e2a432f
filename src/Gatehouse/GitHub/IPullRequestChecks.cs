namespace Gatehouse.GitHub;

/// <summary>Says on a pull request's head whether it passes: as a check run where we come as an App, as a commit status where we come with a token.</summary>
public interface IPullRequestChecks
{
    /// <summary>Keeps one check of that name current on a commit, however often it is called.</summary>
    Task PublishAsync(string head, Check check, CancellationToken cancellationToken);
}

/// <summary>A check, finished. What is longer than GitHub takes is cut.</summary>
/// <param name="Name">By which people know it, and may require it before a merge.</param>
/// <param name="Passed">Whether it is green.</param>
/// <param name="Title">One line; all that a commit status shows of it, which is 140 characters.</param>
/// <param name="Summary">A paragraph of Markdown.</param>
/// <param name="Text">The details, in Markdown.</param>
/// <param name="Url">Where more is to be read.</param>
public sealed record Check(string Name, bool Passed, string Title, string Summary, string Text, string Url)
{
    /// <summary>What is wrong with a line of a file, shown beside that line; a commit status shows none.</summary>
    public IReadOnlyList<CheckAnnotation> Annotations { get; init; } = [];
}

/// <summary>Something wrong with a line, counted from 1.</summary>
public sealed record CheckAnnotation(string Path, int Line, string Title, string Message);

/// <inheritdoc/>
public sealed class GitHubChecks(CheckRuns runs, CommitStatuses statuses, GitHubApi api) : IPullRequestChecks
{
    public async Task PublishAsync(string head, Check check, CancellationToken cancellationToken) =>
        await (await api.AppIdAsync(cancellationToken) is { } app
            ? runs.PublishAsync(app, head, check, cancellationToken)
            : statuses.PublishAsync(head, check, cancellationToken));
}
