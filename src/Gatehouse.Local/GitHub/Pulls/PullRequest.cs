namespace Gatehouse.Local.GitHub.Pulls;

/// <summary>A pull request with all that is said about it.</summary>
public sealed class PullRequest
{
    public required int Number { get; init; }

    public required string Title { get; set; }

    public string? Body { get; set; }

    public required string Author { get; init; }

    public required string HeadBranch { get; init; }

    public required string HeadSha { get; set; }

    public required string BaseBranch { get; set; }

    public required string BaseSha { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    public string State { get; set; } = "open";

    public bool Draft { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    public DateTimeOffset? MergedAt { get; set; }

    public string? MergedBy { get; set; }

    /// <summary>The merge's commit; before the merge GitHub's trial of one, which stays when the pull request is closed without merging.</summary>
    public string? MergeCommitSha { get; set; }

    public List<string> Labels { get; set; } = [];

    public List<string> RequestedReviewers { get; set; } = [];

    public List<PullRequestEvent> Events { get; set; } = [];

    public List<Comment> Comments { get; set; } = [];

    public List<Review> Reviews { get; set; } = [];

    public bool Merged => MergedAt is not null;
}

/// <summary>Something that happened to a pull request; <c>Detail</c> is the label's name, or the commit.</summary>
public sealed record PullRequestEvent(long Id, string Event, string Actor, DateTimeOffset At, string? Detail = null);

public sealed record Comment(long Id, string Author, string Body, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);

public sealed record Review(long Id, string Author, string State, string Body, string CommitId, DateTimeOffset SubmittedAt);
