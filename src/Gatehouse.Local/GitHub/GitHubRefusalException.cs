namespace Gatehouse.Local.GitHub;

/// <summary>An answer that GitHub gives instead of doing what was asked, with GitHub's own status and words.</summary>
public sealed class GitHubRefusalException(int status, string message, params IReadOnlyList<object> errors) : Exception(message)
{
    public int Status { get; } = status;

    public IReadOnlyList<object> Errors { get; } = errors;

    public static GitHubRefusalException NotFound(string message = "Not Found") => new(404, message);

    /// <summary>GitHub's 422 for a field that is missing or makes no sense.</summary>
    public static GitHubRefusalException Invalid(string resource, string field, string code) =>
        new(422, "Validation Failed", [new { resource, field, code }]);

    public static GitHubRefusalException Custom(string resource, string message) =>
        new(422, "Validation Failed", [new { resource, code = "custom", message }]);
}
