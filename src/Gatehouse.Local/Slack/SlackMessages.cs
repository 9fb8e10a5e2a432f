using System.Text.Json;

namespace Gatehouse.Local.Slack;

/// <summary>One message of a channel, named with its <c>#</c>.</summary>
public sealed record SlackMessage(string Channel, string Text, DateTimeOffset At);

/// <summary>What was posted, oldest first, kept as one JSON file.</summary>
public sealed class SlackMessages
{
    private readonly Lock gate = new();
    private readonly string path;
    private readonly List<SlackMessage> messages;

    public SlackMessages(string stateDirectory)
    {
        path = Path.Combine(stateDirectory, "slack.json");
        messages = File.Exists(path) ? JsonSerializer.Deserialize<List<SlackMessage>>(File.ReadAllText(path))! : [];
    }

    public IReadOnlyList<SlackMessage> All
    {
        get
        {
            lock (gate) return [.. messages];
        }
    }

    public void Receive(SlackMessage message)
    {
        lock (gate)
        {
            messages.Add(message);
            File.WriteAllText(path, JsonSerializer.Serialize(messages));
        }
    }
}
