using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Gatehouse.GitHub;

/// <summary>
/// Says what an answer that is no success means. Pure.
/// <list type="table">
/// <listheader><term>answer</term><description>exception</description></listheader>
/// <item><term>5xx, 429, or 403 with <c>retry-after</c>, no calls remaining, or words about a rate limit</term><description><see cref="GitHubUnavailableException"/>: later</description></item>
/// <item><term>401, 403, 404, a redirection, any other</term><description><see cref="GitHubRefusedException"/> with what to check</description></item>
/// </list>
/// </summary>
internal static class GitHubRefusal
{
    private const int MostWords = 300;

    public static Exception Explain(HttpResponseMessage response, string body, string request)
    {
        var status = (int)response.StatusCode;
        var said = $"GitHub answered {request} with {status}{Words(body)}.";
        return IsForNow(response, body)
            ? new GitHubUnavailableException($"{said}{Until(response)}")
            : new GitHubRefusedException(status, $"{said} {Check(response.StatusCode, request)}");
    }

    private static bool IsForNow(HttpResponseMessage response, string body) => response.StatusCode switch
    {
        >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests => true,
        HttpStatusCode.Forbidden => response.Headers.RetryAfter is not null
            || Header(response, "x-ratelimit-remaining") == "0"
            || body.Contains("rate limit", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    private static string Check(HttpStatusCode status, string request) => status switch
    {
        HttpStatusCode.Forbidden or HttpStatusCode.NotFound when IsOfActions(request) =>
            "Check that the App is installed on that repository, and what it may do there: write secrets, environments (for an environment's secrets) and actions (for a test workflow); and the names in mgmt/machine-users.json.",
        HttpStatusCode.Unauthorized => "Check the GitHub secret: its token is wrong, expired or revoked, or the App's key or number is.",
        HttpStatusCode.Forbidden => "Check what the token or App may do: it needs to read contents, to read and write pull requests, to write checks (an App) or commit statuses (a token), and to read secret scanning alerts.",
        HttpStatusCode.NotFound => "Check the repository and branch in Gatehouse's settings, and that the token or App is allowed to see that repository.",
        >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest => "The repository was renamed or moved: set its present name in Gatehouse's settings.",
        _ => "GitHub does not take this request; it will not take it later either.",
    };

    private static bool IsOfActions(string request) => request.Contains("/secrets", StringComparison.Ordinal) || request.Contains("/actions/", StringComparison.Ordinal);

    private static string Until(HttpResponseMessage response) =>
        response.Headers.RetryAfter?.Delta is { } delta ? $" It asks to wait {delta.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s."
        : Header(response, "x-ratelimit-remaining") == "0" && long.TryParse(Header(response, "x-ratelimit-reset"), NumberStyles.None, CultureInfo.InvariantCulture, out var reset)
            ? $" Its rate limit ends at {DateTimeOffset.FromUnixTimeSeconds(reset):u}."
            : "";

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    private static string Words(string body)
    {
        try
        {
            var message = JsonSerializer.Deserialize(body, GitHubJson.Default.RefusalJson)?.Message ?? "";
            return message.Length == 0 ? "" : $" ({message[..Math.Min(message.Length, MostWords)]})";
        }
        catch (JsonException)
        {
            return "";
        }
    }
}
