using System.Globalization;
using System.Text.Json.Nodes;

namespace Gatehouse.Local.Queues;

/// <summary>How a queue that feeds a function stands.</summary>
/// <param name="Queue">Its name.</param>
/// <param name="Function">Whom it feeds.</param>
/// <param name="Waiting">Messages that can be taken now.</param>
/// <param name="Delivering">Invocations at work on messages.</param>
/// <param name="Returning">Messages that were taken and not done yet: they come again when their time is over.</param>
/// <param name="Unheard">Messages in its dead-letter queue.</param>
public sealed record QueueState(string Queue, string Function, int Waiting, int Delivering, int Returning, int Unheard);

/// <summary>All queues that feed functions.</summary>
public sealed class QueueFeeds(World world) : IDisposable
{
    private readonly CancellationTokenSource ending = new();
    private IReadOnlyList<QueueFeed> feeds = [];
    private Task running = Task.CompletedTask;

    public void Start(IReadOnlyList<QueueMapping> mappings)
    {
        feeds = [.. mappings.Select(mapping => new QueueFeed(world, mapping))];
        running = Task.WhenAll(feeds.Select(feed => Task.Run(() => feed.RunAsync(ending.Token))));
    }

    /// <summary>Says that there is something new in a queue.</summary>
    public void Wake(string queue)
    {
        foreach (var feed in feeds.Where(feed => feed.Mapping.Queue == queue)) feed.Wake();
    }

    public async Task<IReadOnlyList<QueueState>> ReadAsync(CancellationToken cancellation) => await Task.WhenAll(feeds.Select(feed => ReadAsync(feed, cancellation)));

    /// <summary>Takes no more messages; returns when nobody looks any longer.</summary>
    public async Task EndAsync()
    {
        await ending.CancelAsync();
        await running.ContinueWith(_ => { }, TaskScheduler.Default);
    }

    public void Dispose()
    {
        ending.Cancel();
        foreach (var feed in feeds) feed.Dispose();
        ending.Dispose();
    }

    private async Task<QueueState> ReadAsync(QueueFeed feed, CancellationToken cancellation)
    {
        var mapping = feed.Mapping;
        var attributes = await AttributesAsync(mapping.Region, mapping.Url, cancellation);
        var unheard = (string?)attributes["RedrivePolicy"] is { } redrive ? (string?)JsonNode.Parse(redrive)!["deadLetterTargetArn"] : null;
        return new(
            mapping.QueueName,
            mapping.Function,
            Number(attributes, "ApproximateNumberOfMessages"),
            feed.Delivering,
            Number(attributes, "ApproximateNumberOfMessagesNotVisible"),
            unheard is null ? 0 : Number(await AttributesAsync(mapping.Region, (mapping with { Queue = unheard }).Url, cancellation), "ApproximateNumberOfMessages"));
    }

    private async Task<JsonNode> AttributesAsync(string region, string url, CancellationToken cancellation) =>
        (await world.Moto.JsonAsync("sqs", region, "AmazonSQS.GetQueueAttributes", new JsonObject { ["QueueUrl"] = url, ["AttributeNames"] = new JsonArray("All") }, cancellation))["Attributes"]!;

    private static int Number(JsonNode attributes, string name) => int.Parse((string)attributes[name]!, CultureInfo.InvariantCulture);
}
