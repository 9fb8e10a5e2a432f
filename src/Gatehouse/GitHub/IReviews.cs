namespace Gatehouse.GitHub;

/// <summary>Reads what was said of a pull request by those who reviewed it.</summary>
public interface IReviews
{
    /// <summary>Every review, oldest first.</summary>
    Task<IReadOnlyList<Review>> ReviewsAsync(int number, CancellationToken cancellationToken);
}

/// <summary>One review.</summary>
/// <param name="By">The reviewer's login; null when that account is gone.</param>
/// <param name="State"><c>APPROVED</c>, <c>CHANGES_REQUESTED</c>, <c>DISMISSED</c> (whatever it was before), <c>COMMENTED</c> or <c>PENDING</c>.</param>
public sealed record Review(string? By, string State);

/// <inheritdoc/>
public sealed class GitHubReviews(GitHubApi api) : IReviews
{
    public Task<IReadOnlyList<Review>> ReviewsAsync(int number, CancellationToken cancellationToken) => api.PagesAsync(
        $"{api.Root}/pulls/{number}/reviews?", GitHubJson.Default.ListReviewJson, review => new Review(review.User?.Login, review.State), int.MaxValue, cancellationToken);
}
