using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Gatehouse.World.Tests.Emulator;

/// <summary>Queues that feed functions: what is done goes, what is not comes back when its time is over by the world's clock, and at last goes to the dead-letter queue.</summary>
[Collection(SharedWorld.Name)]
public sealed class QueueTests(WorldFixture world) : IAsyncLifetime, IDisposable
{
    private const string Mfa = "gatehouse-mfa-events";

    private readonly AwsClients aws = new(world);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await world.ClearFaultsAsync();
        await PurgeAsync(Mfa);
        await PurgeAsync($"{Mfa}-unheard");
    }

    public void Dispose() => aws.Dispose();

    [Fact]
    public async Task What_a_function_did_not_do_comes_back_when_the_clock_has_moved_and_is_given_up_after_five_times()
    {
        await FailEveryCallAsync();
        var before = await TakesAsync();
        await aws.PutGlobalEventAsync("aws.iam", "AWS API Call via CloudTrail", Created());

        for (var times = 1; times <= 5; times++)
        {
            await TakenAsync(times, before);
            await world.SettledAsync();
            (await world.QueueAsync(Mfa)).ShouldSatisfyAllConditions(queue => queue.Returning.ShouldBe(1, $"after {times}"), queue => queue.Unheard.ShouldBe(0, $"after {times}"));
            await world.AdvanceAsync("PT6M1S");
        }

        await WorldViews.EventuallyAsync("the message is given up", async () => (await world.QueueAsync(Mfa)) is { Unheard: 1, Returning: 0, Waiting: 0 } queue ? queue : null);
        (await ReceiveAsync($"{Mfa}-unheard"))["Body"]!.ToString().ShouldContain("arn:aws:iam::111122223333:user/nobody.here");
    }

    [Fact]
    public async Task What_a_visitor_sends_to_a_queue_is_taken_too()
    {
        await FailEveryCallAsync();
        await aws.JsonAsync("sqs", "AmazonSQS.SendMessage", new JsonObject
        {
            ["QueueUrl"] = Url(Mfa),
            ["MessageBody"] = new JsonObject { ["source"] = "aws.iam", ["detail-type"] = "AWS API Call via CloudTrail", ["account"] = "111122223333", ["detail"] = Created() }.ToJsonString(),
        });

        await WorldViews.EventuallyAsync("the message is taken and not done", async () => await world.QueueAsync(Mfa) is { Waiting: 0, Delivering: 0, Returning: 1 } queue ? queue : null);
    }

    [Fact]
    public async Task Two_that_receive_at_once_never_get_the_same_message()
    {
        await aws.JsonAsync("sqs", "AmazonSQS.CreateQueue", new JsonObject { ["QueueName"] = "shared" });
        for (var index = 0; index < 20; index++) await aws.JsonAsync("sqs", "AmazonSQS.SendMessage", new JsonObject { ["QueueUrl"] = Url("shared"), ["MessageBody"] = $"{index}" });

        var received = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ReceiveAsync("shared")));

        received.Select(message => message["Body"]!.ToString()).ShouldBeUnique();
    }

    /// <summary>Whatever a function asks first ends it, so that no message is done.</summary>
    private async Task FailEveryCallAsync()
    {
        foreach (var service in new[] { "iam", "dynamodb", "secretsmanager" })
        {
            using var answer = await world.Web.PostAsJsonAsync("api/faults", new { service, action = "*", kill = true, times = 100 });
            answer.EnsureSuccessStatusCode();
        }
    }

    private static JsonObject Created() => new()
    {
        ["eventID"] = "00000000-0000-4000-a000-0000000000f1",
        ["eventName"] = "CreateVirtualMFADevice",
        ["eventSource"] = "iam.amazonaws.com",
        ["eventTime"] = "2026-11-20T09:00:00Z",
        ["userIdentity"] = new JsonObject { ["type"] = "IAMUser", ["userName"] = "nobody.here", ["arn"] = "arn:aws:iam::111122223333:user/nobody.here" },
        ["requestParameters"] = new JsonObject { ["virtualMFADeviceName"] = "wrong", ["path"] = "/" },
        ["responseElements"] = new JsonObject { ["virtualMFADevice"] = new JsonObject { ["serialNumber"] = "arn:aws:iam::111122223333:mfa/wrong" } },
    };

    private Task<string> TakenAsync(int times, int before) =>
        WorldViews.EventuallyAsync($"the message was taken {times} times", async () => await TakesAsync() - before >= times && (await world.QueueAsync(Mfa)).Delivering == 0 ? "" : null);

    /// <summary>How often the function failed: Lambda's own log says each.</summary>
    private async Task<int> TakesAsync() => (await world.Web.GetFromJsonAsync<List<string>>("api/logs/gatehouse-RecordMfaEvents") ?? []).Count(line => line.StartsWith("{\"errorType\"", StringComparison.Ordinal));

    private async Task<JsonNode> ReceiveAsync(string queue) =>
        JsonNode.Parse(await aws.JsonAsync("sqs", "AmazonSQS.ReceiveMessage", new JsonObject { ["QueueUrl"] = Url(queue), ["WaitTimeSeconds"] = 5 }))!["Messages"]![0]!;

    private Task<string> PurgeAsync(string queue) => aws.JsonAsync("sqs", "AmazonSQS.PurgeQueue", new JsonObject { ["QueueUrl"] = Url(queue) });

    private static string Url(string queue) => $"https://sqs.eu-west-2.amazonaws.com/111122223333/{queue}";
}
