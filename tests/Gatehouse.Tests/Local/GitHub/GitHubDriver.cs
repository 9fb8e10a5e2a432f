using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Gatehouse.Local.Aws;
using Gatehouse.Local.GitHub;
using Gatehouse.Local.Hosting;
using Gatehouse.Local.Seed;
using Gatehouse.Tests.House;
using Microsoft.AspNetCore.Builder;

namespace Gatehouse.Tests.Local.GitHub;

/// <summary>The stand-in on a port of its own with the seeded register, driven over HTTP as any GitHub client would.</summary>
internal sealed class GitHubDriver : IAsyncDisposable
{
    public const string Users = "terraform/gds_users.tf.json";
    private const string Repository = "example-org/aws-users";
    private readonly HttpClient http = new();
    private readonly WebApplication app;

    private GitHubDriver(GitHubStandIn gitHub, WebApplication app) => (GitHub, this.app) = (gitHub, app);

    public GitHubStandIn GitHub { get; }

    public FakeClock Clock { get; private init; } = new();

    public CallLog Calls { get; private init; } = new();

    public Faults Faults { get; private init; } = new();

    /// <param name="works">Whether AWS takes a key, as a run of a workflow finds out.</param>
    public static async Task<GitHubDriver> StartAsync(Func<string, string, Task<bool>>? works = null)
    {
        var (clock, calls, faults, port) = (new FakeClock(), new CallLog(), new Faults(), FreePort());
        var state = Directory.CreateTempSubdirectory("gatehouse-github-").FullName;
        var address = new Uri($"http://127.0.0.1:{port}");
        var gitHub = new GitHubStandIn(new GitHubSettings(Repository, "master", state, address, address), clock, new CallGate(calls, faults, () => []), works);
        await RegisterSeed.PlantAsync(gitHub);
        var app = await Listener.StartAsync(port, app => app.MapGitHub(gitHub), CancellationToken.None);
        return new GitHubDriver(gitHub, app) { Clock = clock, Calls = calls, Faults = faults };
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await GitHub.DisposeAsync();
        http.Dispose();
        Directory.Delete(GitHub.Settings.StateDirectory, recursive: true);
    }

    public Task<Answer> GetAsync(string path, string? accept = null) => SendAsync(HttpMethod.Get, path, null, accept: accept);

    public Task<Answer> PostAsync(string path, JsonNode body, string token = "alice") => SendAsync(HttpMethod.Post, path, body, token);

    public Task<Answer> PutAsync(string path, JsonNode body, string token = "alice") => SendAsync(HttpMethod.Put, path, body, token);

    public Task<Answer> PatchAsync(string path, JsonNode body, string token = "alice") => SendAsync(HttpMethod.Patch, path, body, token);

    /// <summary>Calls a path of the repository, or of the API itself when it begins with a slash.</summary>
    public async Task<Answer> SendAsync(HttpMethod method, string path, JsonNode? body, string? token = "alice", string? accept = null)
    {
        var address = path.StartsWith('/') ? GitHub.Settings.Api.GetLeftPart(UriPartial.Authority) + path : $"{GitHub.Settings.RepositoryApi}/{path}".TrimEnd('/');
        using var request = new HttpRequestMessage(method, address) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        using var response = await http.SendAsync(request);
        var link = response.Headers.TryGetValues("Link", out var links) ? links.Single() : "";
        return new Answer(response.StatusCode, await response.Content.ReadAsStringAsync(), link);
    }

    /// <summary>Makes a branch from the head of <c>master</c>.</summary>
    public async Task BranchAsync(string name)
    {
        var head = (await GetAsync("commits/master")).Json["sha"]!.DeepClone();
        (await PostAsync("git/refs", new JsonObject { ["ref"] = $"refs/heads/{name}", ["sha"] = head })).Status.ShouldBe(HttpStatusCode.Created);
    }

    public async Task<Answer> WriteAsync(string path, string text, string branch, string? sha = null) => await PutAsync($"contents/{path}", new JsonObject
    {
        ["message"] = $"Change {path}",
        ["content"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(text)),
        ["branch"] = branch,
        ["sha"] = sha,
    });

    /// <summary>A pull request that writes one new file.</summary>
    public async Task<int> OpenAsync(string branch, string path = "note.txt", string text = "hello\n", string author = "alice")
    {
        await BranchAsync(branch);
        (await WriteAsync(path, text, branch)).Status.ShouldBe(HttpStatusCode.Created);
        var opened = await PostAsync("pulls", new JsonObject { ["title"] = $"Add {path}", ["head"] = branch, ["base"] = "master" }, author);
        opened.Status.ShouldBe(HttpStatusCode.Created);
        return (int)opened.Json["number"]!;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

internal sealed record Answer(HttpStatusCode Status, string Text, string Link)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public string? Message => (string?)Json["message"];
}
