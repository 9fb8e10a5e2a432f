using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Gatehouse.Local.GitHub.Webhooks;

/// <summary>Tells the hooks what happened, in the background, with ten seconds to answer; a failure is kept and never tried again by itself.</summary>
public sealed class WebhookSender(string stateDirectory, Func<DateTimeOffset> now) : IAsyncDisposable
{
    private static readonly TimeSpan TimeToAnswer = TimeSpan.FromSeconds(10);
    private readonly HttpClient http = new() { Timeout = TimeToAnswer };
    private readonly ConcurrentDictionary<long, Task> underway = new();

    public DeliveryLog Log { get; } = new(stateDirectory);

    /// <summary>Signs the payload for each hook that wants the event, and starts to deliver it.</summary>
    public void Send(GitHubStandIn gitHub, string name, string? action, object payload)
    {
        var text = JsonSerializer.Serialize(payload, GitHubJson.Options);
        foreach (var hook in gitHub.State.Hooks.Where(hook => hook.Wants(name)))
            SendTo(gitHub, hook, name, action, text);
    }

    public void SendTo(GitHubStandIn gitHub, Hook hook, string name, string? action, string payload)
    {
        var id = gitHub.State.NextId();
        var guid = Delivery.GuidFor(gitHub.Settings.Repository, id);
        Start(new Delivery(id, guid, hook.Id, hook.Url, name, action, false, now(), Headers(hook, name, guid, payload), payload));
    }

    /// <summary>Sends a delivery once more as it was: the same GUID, the same bytes, signed with the hook's present secret.</summary>
    public void Redeliver(GitHubStandIn gitHub, Hook hook, Delivery first) =>
        Start(new Delivery(
            gitHub.State.NextId(), first.EventGuid, hook.Id, hook.Url, first.Event, first.Action, true, now(),
            Headers(hook, first.Event, first.EventGuid, first.Payload), first.Payload));

    /// <summary>Waits until every delivery that was started has been answered or given up.</summary>
    public Task DrainAsync() => Task.WhenAll(underway.Values);

    public async ValueTask DisposeAsync()
    {
        http.CancelPendingRequests();
        await DrainAsync();
        http.Dispose();
    }

    private static Dictionary<string, string> Headers(Hook hook, string name, string guid, string payload)
    {
        var headers = new Dictionary<string, string>
        {
            ["Content-Type"] = "application/json",
            ["User-Agent"] = "GitHub-Hookshot/044aadd",
            ["X-GitHub-Event"] = name,
            ["X-GitHub-Delivery"] = guid,
            ["X-GitHub-Hook-ID"] = hook.Id.ToString(CultureInfo.InvariantCulture),
            ["X-GitHub-Hook-Installation-Target-Type"] = "repository",
        };
        if (!string.IsNullOrEmpty(hook.Secret))
            headers["X-Hub-Signature-256"] = DeliverySignature.Of(hook.Secret, Encoding.UTF8.GetBytes(payload));
        return headers;
    }

    private void Start(Delivery delivery)
    {
        Log.Keep(delivery);
        underway[delivery.Id] = Task.Run(async () =>
        {
            Log.Keep(await DeliverAsync(delivery));
            underway.TryRemove(delivery.Id, out _);
        });
    }

    private async Task<Delivery> DeliverAsync(Delivery delivery)
    {
        var started = Stopwatch.StartNew();
        try
        {
            using var request = Request(delivery);
            using var response = await http.SendAsync(request);
            var text = await response.Content.ReadAsStringAsync();
            var status = response.IsSuccessStatusCode ? "OK" : $"Invalid HTTP Response: {(int)response.StatusCode}";
            var headers = response.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value));
            return delivery with
            {
                Status = status,
                StatusCode = (int)response.StatusCode,
                Duration = Math.Round(started.Elapsed.TotalSeconds, 2),
                ResponseHeaders = headers,
                ResponsePayload = text,
            };
        }
        catch (HttpRequestException)
        {
            return delivery with { Status = "failed to connect to host", StatusCode = 502, Duration = Math.Round(started.Elapsed.TotalSeconds, 2) };
        }
        catch (TaskCanceledException)
        {
            return delivery with { Status = "timed out", StatusCode = 504, Duration = Math.Round(started.Elapsed.TotalSeconds, 2) };
        }
    }

    private static HttpRequestMessage Request(Delivery delivery)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(delivery.Payload));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var request = new HttpRequestMessage(HttpMethod.Post, delivery.Url) { Content = content };
        foreach (var (name, value) in delivery.RequestHeaders.Where(header => header.Key != "Content-Type"))
            request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }
}
