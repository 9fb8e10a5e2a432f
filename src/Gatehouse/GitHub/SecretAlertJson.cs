namespace Gatehouse.GitHub;

/// <summary>An alert without its secret: what a field is not read into cannot be let slip.</summary>
internal sealed record SecretAlertJson(int Number, string SecretType, string HtmlUrl)
{
    public SecretAlert Read() => new(Number, SecretType, HtmlUrl);
}

/// <summary>An alert about the id of a key, shown.</summary>
internal sealed record ShownKeyIdJson(string SecretType, string? Secret)
{
    /// <summary>Whoever prints it prints no secret, whatever GitHub sent.</summary>
    public override string ToString() => $"{nameof(ShownKeyIdJson)} {{ {nameof(SecretType)} = {SecretType} }}";
}

/// <summary>A place where a secret was found: a file of a commit, or the text of an issue, a comment or a pull request.</summary>
internal sealed record SecretLocationJson(string? Type, SecretPlaceJson? Details)
{
    /// <summary>A word for the place; null for a kind of place that is not known.</summary>
    public string? Word() => Details switch
    {
        { Path: { } path, BlobSha: { } blob } => $"{path}@{blob}",
        { } text => text.Urls.FirstOrDefault(url => url is not null),
        null => null,
    };
}

internal sealed record SecretPlaceJson(
    string? Path, string? BlobSha, string? IssueTitleUrl, string? IssueBodyUrl, string? IssueCommentUrl, string? DiscussionTitleUrl, string? DiscussionBodyUrl, string? DiscussionCommentUrl,
    string? PullRequestTitleUrl, string? PullRequestBodyUrl, string? PullRequestCommentUrl, string? PullRequestReviewUrl, string? PullRequestReviewCommentUrl)
{
    public IEnumerable<string?> Urls =>
    [
        IssueTitleUrl, IssueBodyUrl, IssueCommentUrl, DiscussionTitleUrl, DiscussionBodyUrl, DiscussionCommentUrl,
        PullRequestTitleUrl, PullRequestBodyUrl, PullRequestCommentUrl, PullRequestReviewUrl, PullRequestReviewCommentUrl,
    ];
}
