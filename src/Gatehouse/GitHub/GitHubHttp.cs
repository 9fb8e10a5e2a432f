using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Gatehouse.GitHub;

/// <summary>Sends one request to GitHub's REST API, and turns every answer that is no success into <see cref="GitHubRefusal"/>'s exceptions.</summary>
/// <param name="http">Its timeout is the request's; it does not follow redirections.</param>
/// <param name="url">The API's base address, without a slash at its end.</param>
public sealed class GitHubHttp(HttpClient http, string url)
{
    private const string Json = "application/vnd.github+json";

    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, string bearer, CancellationToken cancellationToken, string accept = Json, byte[]? body = null)
    {
        using var request = new HttpRequestMessage(method, url + path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        request.Headers.Accept.ParseAdd(accept);
        request.Headers.UserAgent.ParseAdd("gatehouse");
        request.Headers.Add("X-GitHub-Api-Version", "2022-11-28");
        request.Content = body is null ? null : new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } };
        var response = await AnswerAsync(request, $"{method} {path}", cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            using (response)
            {
                throw GitHubRefusal.Explain(response, await response.Content.ReadAsStringAsync(cancellationToken), $"{method} {path}");
            }
        }

        return response;
    }

    /// <summary>Reads an answer that must be JSON; a proxy's page in its place is as good as no answer.</summary>
    public static async Task<T> ReadAsync<T>(HttpResponseMessage response, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            return await JsonSerializer.DeserializeAsync(body, type, cancellationToken) ?? throw new JsonException("null");
        }
        catch (JsonException broken)
        {
            throw new GitHubUnavailableException($"GitHub answered {response.RequestMessage?.RequestUri?.AbsolutePath} with something that is not its JSON.", broken);
        }
    }

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, string what, CancellationToken cancellationToken)
    {
        try
        {
            return await http.SendAsync(request, cancellationToken);
        }
        catch (HttpRequestException broken)
        {
            throw new GitHubUnavailableException($"GitHub could not be reached for {what}: {broken.HttpRequestError}.", broken);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new GitHubUnavailableException($"GitHub did not answer {what} within {http.Timeout.TotalSeconds} s.", late);
        }
    }
}
