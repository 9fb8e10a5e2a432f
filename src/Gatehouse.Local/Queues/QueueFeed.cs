using System.Text.Json.Nodes;

namespace Gatehouse.Local.Queues;

/// <summary>What Lambda's poller does for one mapping: takes messages in batches, invokes the function, deletes what is done. Waiting times are the queue's, by the world's clock.</summary>
public sealed class QueueFeed(World world, QueueMapping mapping) : IDisposable
{
    /// <summary>An event that the world itself puts into the queue is seen at once; this is for those of others, and for those that come again.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(500);

    private readonly SemaphoreSlim slots = new(mapping.Concurrency);
    private readonly SemaphoreSlim woken = new(0);
    private int delivering;

    public QueueMapping Mapping { get; } = mapping;

    /// <summary>How many invocations are at work.</summary>
    public int Delivering => Volatile.Read(ref delivering);

    /// <summary>Lets it look now.</summary>
    public void Wake() => woken.Release();

    public void Dispose()
    {
        slots.Dispose();
        woken.Dispose();
    }

    public async Task RunAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            await slots.WaitAsync(cancellation);
            if (await TryTakeAsync(cancellation) is { Count: > 0 } batch)
            {
                _ = DeliverAsync(batch);
            }
            else
            {
                slots.Release();
                await woken.WaitAsync(BetweenLooks, cancellation);
            }
        }
    }

    // An error of the emulator ends no feed: it is said in the function's log, and the next look is a new try.
    private async Task<QueueBatch?> TryTakeAsync(CancellationToken cancellation)
    {
        Interlocked.Increment(ref delivering);
        var batch = (QueueBatch?)null;
        try
        {
            var received = await world.Moto.JsonAsync("sqs", Mapping.Region, "AmazonSQS.ReceiveMessage",
                new JsonObject { ["QueueUrl"] = Mapping.Url, ["MaxNumberOfMessages"] = Math.Min(Mapping.BatchSize, 10), ["AttributeNames"] = new JsonArray("All") }, cancellation);
            batch = received["Messages"] is JsonArray { Count: > 0 } messages ? new QueueBatch(Mapping, [.. messages.OfType<JsonNode>()]) : null;
        }
        catch (Exception problem) when (problem is HttpRequestException or InvalidOperationException)
        {
            Say(problem);
        }

        if (batch is null) Interlocked.Decrement(ref delivering);
        return batch;
    }

    private async Task DeliverAsync(QueueBatch batch)
    {
        try
        {
            var function = world.Functions.Find(Mapping.Function, Mapping.Region) ?? throw new InvalidOperationException($"No function {Mapping.Function} is deployed.");
            var done = batch.Done(await world.Pool.InvokeAsync(function, batch.Event()));
            if (done.Count > 0) await world.Moto.JsonAsync("sqs", Mapping.Region, "AmazonSQS.DeleteMessageBatch", new JsonObject { ["QueueUrl"] = Mapping.Url, ["Entries"] = done }, CancellationToken.None);
        }
        catch (Exception problem) when (problem is HttpRequestException or InvalidOperationException)
        {
            Say(problem);
        }
        finally
        {
            Interlocked.Decrement(ref delivering);
            slots.Release();
        }
    }

    private void Say(Exception problem) => world.Logs.Write(Mapping.Function, $"The world could not feed {Mapping.Function} from {Mapping.QueueName}: {problem.Message}");
}
