using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gatehouse.Local.GitHub;

/// <summary>Maps GitHub's paths to handlers that see one call at a time, counted and perhaps answered by the world's faults first.</summary>
/// <param name="root">Where the routes are put.</param>
/// <param name="gitHub">What the handlers work on.</param>
/// <param name="prefix">What each pattern begins with, such as <c>/repos/{owner}/{repo}</c>.</param>
/// <param name="everyRepository">Whether every repository is answered for, and not the register's alone.</param>
public sealed class GitHubRoutes(IEndpointRouteBuilder root, GitHubStandIn gitHub, string prefix, bool everyRepository = false)
{
    public const string RepositoryPrefix = "/repos/{owner}/{repo}";

    public void Get(string pattern, string action, Func<GitHubCall, object?> handle) => Map("GET", pattern, action, 200, handle);

    public void Post(string pattern, string action, Func<GitHubCall, object?> handle, int status = 201) => Map("POST", pattern, action, status, handle);

    public void Put(string pattern, string action, Func<GitHubCall, object?> handle) => Map("PUT", pattern, action, 200, handle);

    public void Patch(string pattern, string action, Func<GitHubCall, object?> handle) => Map("PATCH", pattern, action, 200, handle);

    public void Delete(string pattern, string action, Func<GitHubCall, object?> handle, int status = 204) => Map("DELETE", pattern, action, status, handle);

    private void Map(string method, string pattern, string action, int status, Func<GitHubCall, object?> handle) =>
        root.MapMethods(prefix + pattern, [method], async (HttpContext http) =>
        {
            http.Response.Headers["X-GitHub-Media-Type"] = "github.v3; format=json";
            using var reader = new StreamReader(http.Request.Body);
            var text = await reader.ReadToEndAsync(http.RequestAborted);
            var fault = gitHub.Gate.Enter("github", action, http.Connection);
            if (fault is { After: false })
                return GitHubAnswer.Error(fault.Status, fault.Code);
            var answer = await gitHub.OneAtATimeAsync(() => Answer(http, text, status, handle));
            // GitHub's clock is the world's, and what comes before or after a write is told by it.
            http.Response.Headers.Date = gitHub.Now.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
            if (fault is null)
                return answer;
            gitHub.Gate.Leave(fault, http.Connection);
            return GitHubAnswer.Error(fault.Status, fault.Code);
        });

    private IResult Answer(HttpContext http, string text, int status, Func<GitHubCall, object?> handle)
    {
        try
        {
            RequireRepository(http);
            var caller = gitHub.Identify(http);
            if (caller.Kind == CallerKind.Nobody && http.Request.Method != "GET" && !prefix.StartsWith("/app", StringComparison.Ordinal))
                throw new GitHubRefusalException(401, "Requires authentication");
            return GitHubAnswer.Of(handle(new GitHubCall(http, caller, Parse(text), gitHub.Settings)), status);
        }
        catch (GitHubRefusalException refusal)
        {
            return GitHubAnswer.Error(refusal.Status, refusal.Message, refusal.Errors);
        }
    }

    private void RequireRepository(HttpContext http)
    {
        var asked = $"{http.Request.RouteValues["owner"]}/{http.Request.RouteValues["repo"]}";
        if (!everyRepository && asked != "/" && !asked.Equals(gitHub.Settings.Repository, StringComparison.OrdinalIgnoreCase))
            throw GitHubRefusalException.NotFound();
    }

    private static JsonNode? Parse(string text)
    {
        if (text.Length == 0)
            return null;
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            throw new GitHubRefusalException(400, "Problems parsing JSON");
        }
    }
}
