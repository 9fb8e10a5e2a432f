using System.Text.Json;

namespace Gatehouse.GitHub;

/// <summary>Writes commit statuses, which any token with that permission may. One cannot be changed: the newest of a name counts.</summary>
public sealed class CommitStatuses(GitHubApi api)
{
    private const int LongestDescription = 140;

    public async Task PublishAsync(string head, Check check, CancellationToken cancellationToken)
    {
        var status = new CommitStatusJson(check.Passed ? "success" : "failure", check.Name, CheckRunRequest.Cut(check.Title, LongestDescription), check.Url);
        var body = JsonSerializer.SerializeToUtf8Bytes(status, GitHubJson.Default.CommitStatusJson);
        using var answer = await api.SendAsync(HttpMethod.Post, $"{api.Root}/statuses/{head}", cancellationToken, body: body);
    }
}
