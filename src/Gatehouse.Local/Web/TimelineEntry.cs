using Gatehouse.Local.Events;
using Gatehouse.Local.GitHub.Actions;

namespace Gatehouse.Local.Web;

/// <summary>One thing that happened, in words; <c>Kind</c> is where: <c>github</c>, <c>run</c>, <c>iam</c>, <c>event</c>, <c>mail</c> or <c>slack</c>.</summary>
public sealed record TimelineEntry(DateTimeOffset At, string Kind, string Text)
{
    public static IEnumerable<TimelineEntry> Of(PullView pull)
    {
        yield return new(pull.CreatedAt, "github", $"{pull.Author} opened #{pull.Number}: {pull.Title}");
        foreach (var review in pull.Approvals)
            yield return new(review.SubmittedAt, "github", $"{review.Author} approved #{pull.Number}");
        if (pull.MergedAt is { } merged)
            yield return new(merged, "github", $"{pull.MergedBy} merged #{pull.Number} as {pull.MergeCommit![..7]}");
        else if (pull.ClosedAt is { } closed)
            yield return new(closed, "github", $"#{pull.Number} was closed without merging");
        foreach (var comment in pull.Comments)
            yield return new(comment.UpdatedAt, "github", $"{comment.Author} commented on #{pull.Number}");
    }

    /// <summary>An event that was put, and where it ended.</summary>
    public static TimelineEntry Of(EventEntry occurred) => new(occurred.At, "event", $"{occurred.Text} → {(occurred.Ways.Count == 0 ? "no rule" : occurred.Ways[^1])}");

    /// <summary>When a repository's secrets were written last, and the runs of its workflow: never a value.</summary>
    public static IEnumerable<TimelineEntry> Of(DeployView deploys) =>
    [
        .. deploys.Secrets.Select(secret => new TimelineEntry(secret.WrittenAt, "github", $"Secret {secret.Name} of {deploys.Repository}{(secret.Environment.Length == 0 ? "" : $" ({secret.Environment})")} written")),
        .. deploys.Runs.Select(run => new TimelineEntry(run.CreatedAt, "github", $"Test workflow of {deploys.Repository}: {run.Conclusion ?? "under way"}")),
    ];

    public static IEnumerable<TimelineEntry> Of(Run run)
    {
        yield return new(run.StartedAt, "run", $"{run.Name} started");
        if (run.StoppedAt is { } stopped)
            yield return new(stopped, "run", run.Error is null ? $"{run.Name} {run.Status.ToLowerInvariant()}" : $"{run.Name} failed: {run.Error}");
    }
}
