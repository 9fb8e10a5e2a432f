namespace Gatehouse.GitHub;

/// <summary>Reads what happened to a pull request, as far as a label's story needs it.</summary>
public interface ITimeline
{
    /// <summary>Its labelings, unlabelings and forced pushes, oldest first.</summary>
    Task<IReadOnlyList<TimelineEvent>> EventsAsync(int number, CancellationToken cancellationToken);
}

/// <summary>One thing that happened.</summary>
/// <param name="Event"><c>labeled</c>, <c>unlabeled</c> or <c>head_ref_force_pushed</c>.</param>
/// <param name="By">The login of whoever did it; null when that account is gone.</param>
/// <param name="Label">The label's name; null for a push.</param>
/// <param name="At">When, to the second.</param>
public sealed record TimelineEvent(string Event, string? By, string? Label, DateTimeOffset At);

/// <inheritdoc/>
public sealed class GitHubTimeline(GitHubApi api) : ITimeline
{
    public async Task<IReadOnlyList<TimelineEvent>> EventsAsync(int number, CancellationToken cancellationToken) =>
        [.. (await api.PagesAsync($"{api.Root}/issues/{number}/timeline?", GitHubJson.Default.ListTimelineEventJson, Read, int.MaxValue, cancellationToken)).OfType<TimelineEvent>()];

    /// <summary>A timeline also holds commits, comments and reviews, whose shapes differ.</summary>
    private static TimelineEvent? Read(TimelineEventJson one) => one is { Event: "labeled" or "unlabeled" or "head_ref_force_pushed", CreatedAt: { } at }
        ? new(one.Event, one.Actor?.Login, one.Label?.Name, at)
        : null;
}
