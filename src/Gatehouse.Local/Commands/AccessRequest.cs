using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gatehouse.Local.Commands;

/// <summary>A pull request that adds a person to the register, made with the calls that the public request form makes.</summary>
public sealed class AccessRequest(RunningWorld world, HttpClient http, string person)
{
    private const string People = "terraform/gds_users.tf.json";
    private const string Members = "terraform/iam_crossaccountaccess_members.tf.json";
    private static readonly JsonSerializerOptions Pretty = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string label = person.Split('@')[0].Replace('.', '_');
    private readonly string branch = $"new-aws-user-{person.Split('@')[0].Replace('.', '-')}";

    /// <summary>Whose token the calls carry.</summary>
    public string Login { get; init; } = "demo";

    /// <summary>The host that the request says it was made with.</summary>
    public string Using { get; init; } = "./dev demo";

    /// <summary>The names that the register has, so that a caller can pick one that is free.</summary>
    public static async Task<string> PeopleOfAsync(RunningWorld world, HttpClient http, CancellationToken cancellation) =>
        (await new AccessRequest(world, http, "").ReadAsync(People, world.Branch, cancellation)).Content.ToJsonString();

    /// <summary>Opens the pull request and answers its number.</summary>
    public async Task<int> OpenAsync(CancellationToken cancellation)
    {
        var head = await SendAsync(HttpMethod.Get, $"commits/{world.Branch}", null, cancellation);
        await SendAsync(HttpMethod.Post, "git/refs", new JsonObject { ["ref"] = $"refs/heads/{branch}", ["sha"] = head["sha"]!.DeepClone() }, cancellation);
        await ChangeAsync(People, AddPerson, cancellation);
        await ChangeAsync(Members, AddMember, cancellation);
        var opened = await SendAsync(HttpMethod.Post, "pulls", new JsonObject
        {
            ["title"] = $"Add AWS user {person.Split('@')[0]}",
            ["head"] = branch,
            ["base"] = world.Branch,
            ["body"] = $"Requested using {Using} by {person}",
        }, cancellation);
        return (int)opened["number"]!;
    }

    /// <summary>Approves the pull request, which its author cannot.</summary>
    public Task ApproveAsync(int number, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Post, $"pulls/{number}/reviews", new JsonObject { ["event"] = "APPROVE" }, cancellation);

    /// <summary>Merges the pull request and answers the merge commit.</summary>
    public async Task<string> MergeAsync(int number, CancellationToken cancellation) =>
        (string)(await SendAsync(HttpMethod.Put, $"pulls/{number}/merge", [], cancellation))["sha"]!;

    /// <summary>What was said on the pull request.</summary>
    public async Task<IReadOnlyList<string>> CommentsAsync(int number, CancellationToken cancellation) =>
        [.. (await SendAsync(HttpMethod.Get, $"issues/{number}/comments", null, cancellation)).AsArray().Select(comment => (string)comment!["body"]!)];

    private void AddPerson(JsonNode file)
    {
        var people = file["resource"]!.AsArray();
        people.Add(new JsonObject
        {
            ["aws_iam_user"] = new JsonObject { [label] = new JsonObject { ["name"] = person, ["force_destroy"] = true } },
        });
        JsonNode[] sorted = [.. people.Select(one => one!.DeepClone()).OrderBy(one => one["aws_iam_user"]!.AsObject().First().Key, StringComparer.Ordinal)];
        file["resource"] = new JsonArray(sorted);
    }

    private void AddMember(JsonNode file) =>
        file["resource"]!["aws_iam_group_membership"]!.AsObject().First().Value!["users"]!.AsArray().Add($"${{aws_iam_user.{label}.name}}");

    private async Task ChangeAsync(string path, Action<JsonNode> change, CancellationToken cancellation)
    {
        var (content, sha) = await ReadAsync(path, branch, cancellation);
        change(content);
        await SendAsync(HttpMethod.Put, $"contents/{path}", new JsonObject
        {
            ["message"] = $"Add AWS user {person.Split('@')[0]}\n\nCo-authored-by: {label} <{person}>",
            ["content"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(content.ToJsonString(Pretty) + "\n")),
            ["sha"] = sha,
            ["branch"] = branch,
        }, cancellation);
    }

    private async Task<(JsonNode Content, string Sha)> ReadAsync(string path, string at, CancellationToken cancellation)
    {
        var file = await SendAsync(HttpMethod.Get, $"contents/{path}?ref={at}", null, cancellation);
        return (JsonNode.Parse(Convert.FromBase64String((string)file["content"]!))!, (string)file["sha"]!);
    }

    private async Task<JsonNode> SendAsync(HttpMethod method, string path, JsonObject? body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, new Uri(world.GitHub, $"repos/{world.Repository}/{path}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Login);
        request.Headers.UserAgent.ParseAdd("gatehouse-demo");
        request.Content = body is null ? null : JsonContent.Create(body);
        using var response = await http.SendAsync(request, cancellation);
        var text = await response.Content.ReadAsStringAsync(cancellation);
        return response.IsSuccessStatusCode
            ? JsonNode.Parse(text)!
            : throw new HttpRequestException($"{method} {request.RequestUri} answered {(int)response.StatusCode}: {text}", null, response.StatusCode);
    }
}
