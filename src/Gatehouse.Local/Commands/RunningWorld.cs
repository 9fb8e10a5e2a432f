using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gatehouse.Local.Commands;

/// <summary>The world as its announcement file describes it: base addresses, the register's repository and branch.</summary>
public sealed record RunningWorld(Uri Aws, Uri GitHub, Uri Webhook, string WebhookSecret, Uri Web, string Repository, string Branch, string Account, string Region)
{
    /// <summary>Reads the announcement of the world of this name; refuses when no such world is ready.</summary>
    public static RunningWorld Find(string name)
    {
        var announcement = (WorldDirectories.Find() with { Name = name }).Announcement;
        if (!File.Exists(announcement))
        {
            throw new WorldNotRunningException($"No world is running: {announcement} is not there. Start one with ./dev up.");
        }

        return JsonSerializer.Deserialize<RunningWorld>(File.ReadAllText(announcement), JsonSerializerOptions.Web)
            ?? throw new WorldNotRunningException($"{announcement} is empty. End the world with ./dev down and start it again.");
    }

    /// <summary>A list that the web address serves: <c>inbox</c>, <c>slack</c>, <c>runs</c>.</summary>
    public async Task<JsonArray> ListAsync(HttpClient http, string list, CancellationToken cancellation) =>
        await http.GetFromJsonAsync<JsonArray>(new Uri(Web, $"api/{list}"), cancellation) ?? [];
}
