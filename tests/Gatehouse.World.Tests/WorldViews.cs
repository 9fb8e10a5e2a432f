using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Gatehouse.World.Tests;

/// <summary>What a visitor can see of the world, and waiting for it.</summary>
public static class WorldViews
{
    private static readonly string[] Over = ["SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED"];

    public static async Task<IReadOnlyList<Mail>> MailsToAsync(this WorldFixture world, string address) =>
        (await world.Web.GetFromJsonAsync<List<Mail>>($"api/inbox?to={Uri.EscapeDataString(address)}"))!;

    public static async Task<IReadOnlyList<Mail>> MailsAsync(this WorldFixture world) => (await world.Web.GetFromJsonAsync<List<Mail>>("api/inbox"))!;

    public static async Task<IReadOnlyList<SlackMessage>> SlackAsync(this WorldFixture world) => (await world.Web.GetFromJsonAsync<List<SlackMessage>>("api/slack"))!;

    /// <summary>What Slack is told while the work is done.</summary>
    public static async Task<IReadOnlyList<SlackMessage>> SaidByAsync(this WorldFixture world, Func<Task> work)
    {
        var before = (await world.SlackAsync()).Count;
        await work();
        return [.. (await world.SlackAsync()).Skip(before)];
    }

    public static async Task<IReadOnlyList<Run>> RunsAsync(this WorldFixture world) => (await world.Web.GetFromJsonAsync<List<Run>>("api/runs"))!;

    /// <summary>The run of a merge, once it is over.</summary>
    public static async Task<Run> RunOfAsync(this WorldFixture world, Merged merged, int seconds = 300) => await world.RunNamedAsync(merged.RunName, seconds);

    public static Task<Run> RunNamedAsync(this WorldFixture world, string name, int seconds = 300) =>
        EventuallyAsync($"the run {name} is over", async () => await world.FindRunAsync(name) is { } run && Over.Contains(run.Status) ? run : null, seconds);

    /// <summary>Waits until the plan of a pull request was made, so that it writes nothing more.</summary>
    public static Task PlannedAsync(this WorldFixture world, int pullRequest) => EventuallyAsync($"the plan of #{pullRequest} is made", async () =>
        (await world.RunsAsync()).Where(run => run.Name.StartsWith($"plan-{pullRequest}-", StringComparison.Ordinal)).ToList() is [_, ..] plans && plans.TrueForAll(run => Over.Contains(run.Status)) ? plans : null);

    private static async Task<Run?> FindRunAsync(this WorldFixture world, string name)
    {
        using var answer = await world.Web.GetAsync(new Uri($"api/runs/{Uri.EscapeDataString(name)}", UriKind.Relative));
        return answer.StatusCode == HttpStatusCode.NotFound ? null : await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<Run>();
    }

    /// <summary>Runs the reconcile schedule's work and waits for its end.</summary>
    /// <returns>How the run ended.</returns>
    public static Task<string> ReconcileAsync(this WorldFixture world) => world.RunScheduleAsync("membership");

    /// <summary>Moves the world's clock forward by an ISO 8601 duration.</summary>
    public static async Task AdvanceAsync(this WorldFixture world, string duration)
    {
        using var answer = await world.Web.PostAsJsonAsync("api/clock", new { advance = duration });
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>The world's time.</summary>
    public static async Task<DateTimeOffset> NowAsync(this WorldFixture world) => (DateTimeOffset)(await world.Web.GetFromJsonAsync<JsonObject>("api/clock"))!["now"]!;

    /// <summary>Moves the world's clock on to noon UTC of tomorrow: what counts days is then not begun just before one ends, whatever the hour at which it is run.</summary>
    public static async Task NoonAsync(this WorldFixture world)
    {
        var now = await world.NowAsync();
        var seconds = (int)(now.UtcDateTime.Date.AddDays(1.5) - now.UtcDateTime).TotalSeconds;
        await world.AdvanceAsync(string.Create(CultureInfo.InvariantCulture, $"PT{seconds}S"));
    }

    /// <summary>Runs a schedule's work and waits for its end.</summary>
    /// <returns>How it ended.</returns>
    public static async Task<string> RunScheduleAsync(this WorldFixture world, string name)
    {
        using var answer = await world.Web.PostAsync(new Uri($"api/schedules/{name}/run?wait=true", UriKind.Relative), null);
        answer.EnsureSuccessStatusCode();
        return (string)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["status"]!;
    }

    public static async Task<QueueState> QueueAsync(this WorldFixture world, string name) => (await world.QueuesAsync()).Single(queue => queue.Queue == name);

    public static async Task<IReadOnlyList<QueueState>> QueuesAsync(this WorldFixture world) => (await world.Web.GetFromJsonAsync<List<QueueState>>("api/queues"))!;

    /// <summary>The events that were put, newest first, with where they went.</summary>
    public static async Task<IReadOnlyList<EventEntry>> EventsAsync(this WorldFixture world) => (await world.Web.GetFromJsonAsync<List<EventEntry>>("api/events"))!;

    /// <summary>Waits until no queue has anything to give and no function is at work on what it gave; what must come again later is left.</summary>
    public static Task SettledAsync(this WorldFixture world, int seconds = 120) => EventuallyAsync(
        "the queues are empty", async () => (await world.QueuesAsync()).All(queue => queue is { Waiting: 0, Delivering: 0 }) ? world : null, seconds);

    /// <summary>The faults that nothing has met yet.</summary>
    public static async Task<IReadOnlyList<string>> WaitingFaultsAsync(this WorldFixture world) =>
        [.. (await world.Web.GetFromJsonAsync<JsonArray>("api/faults"))!.Select(fault => $"{fault!["service"]}:{fault["action"]}")];

    public static async Task ClearFaultsAsync(this WorldFixture world)
    {
        using var answer = await world.Web.DeleteAsync(new Uri("api/faults", UriKind.Relative));
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Asks until there is an answer; a failure says what was awaited.</summary>
    public static async Task<T> EventuallyAsync<T>(string awaited, Func<Task<T?>> ask, int seconds = 120)
        where T : class
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < TimeSpan.FromSeconds(seconds); await Task.Delay(200))
        {
            if (await ask() is { } answer)
            {
                return answer;
            }
        }

        throw new TimeoutException($"Waited {seconds} seconds in vain until {awaited}.");
    }
}

/// <summary>A mail of <c>/api/inbox</c>.</summary>
public sealed record Mail(IReadOnlyList<string> To, string Subject, string Text, string Html, DateTimeOffset At)
{
    /// <summary>The password on its line of the plain text.</summary>
    public string Password => Text.Split('\n').Single(line => line.StartsWith("Password: ", StringComparison.Ordinal))["Password: ".Length..].Trim();
}

/// <summary>A message of <c>/api/slack</c>.</summary>
public sealed record SlackMessage(string Channel, string Text, DateTimeOffset At);

/// <summary>A run of <c>/api/runs</c>.</summary>
public sealed record Run(string Name, string Machine, string Status, string? Error);

/// <summary>A queue of <c>/api/queues</c>: messages that wait, invocations at work, messages that come again later, messages given up.</summary>
public sealed record QueueState(string Queue, string Function, int Waiting, int Delivering, int Returning, int Unheard);

/// <summary>An event of <c>/api/events</c>.</summary>
public sealed record EventEntry(string Account, string Region, string Source, string Text, IReadOnlyList<string> Ways);
