namespace Gatehouse.Local.GitHub;

/// <summary>Makes the answers: an object as JSON, nothing as 204, and GitHub's error body.</summary>
public static class GitHubAnswer
{
    /// <summary>What an endpoint answers when the status is not its usual one.</summary>
    public sealed record WithStatus(int Status, object? Value);

    public static IResult Of(object? value, int status) => value switch
    {
        IResult ready => ready,
        WithStatus other => Of(other.Value, other.Status),
        null => Results.StatusCode(status),
        _ => Results.Json(value, GitHubJson.Options, "application/json; charset=utf-8", status),
    };

    public static IResult Error(int status, string message, params IReadOnlyList<object> errors)
    {
        var body = new Dictionary<string, object> { ["message"] = message };
        if (errors.Count > 0)
            body["errors"] = errors;
        body["documentation_url"] = "https://docs.github.com/rest";
        body["status"] = status.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Results.Json(body, GitHubJson.Options, "application/json; charset=utf-8", status);
    }
}
