using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;

namespace Gatehouse.World.Tests.Root;

/// <summary>Plays what happens with root users, as AWS does in us-east-1, and reads back what became of it.</summary>
internal sealed class RootWorld(WorldFixture world, AwsClients aws)
{
    public const string Channel = "#cyber-security-help";
    public const string Queue = "gatehouse-root-events";
    public const string Payments = "123456789012";
    private static int made;

    /// <summary>Every sample of an event of a root user, by its path under <c>events</c>.</summary>
    public static IEnumerable<string> Samples => Directory.EnumerateFiles(Path.Combine(WorldFixture.Repository, "events"), "*.json", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Path.Combine(WorldFixture.Repository, "events"), file))
        .Where(file => file.Split('/')[0] is "iam" or "signin" && (string?)Sample(file)["detail"]!["userIdentity"]!["type"] == "Root")
        .Order(StringComparer.Ordinal);

    /// <summary>A sample with an id of its own.</summary>
    public static RootOccurrence Of(string sample) => new(Sample(sample), $"{++made:00000000}-0000-4000-8000-000000000000");

    /// <summary>A sample that happens now, or some minutes from now, in the account that forwards to this one.</summary>
    public async Task<RootOccurrence> NowAsync(string sample, double minutes = 0, string account = Payments)
    {
        var one = Of(sample).In(account);
        return one.At((await world.NowAsync()).AddMinutes(minutes));
    }

    public Task PutAsync(RootOccurrence one) => aws.PutGlobalEventAsync(one.Source, one.DetailType, one.Detail, one.Account);

    /// <summary>The messages in the channel that are about these events, in the order in which they came.</summary>
    public async Task<IReadOnlyList<string>> ToldAsync(params RootOccurrence[] events) =>
        [.. (await world.SlackAsync()).Where(message => message.Channel == Channel && events.Any(one => message.Text.Contains(one.Id, StringComparison.Ordinal))).Select(message => message.Text)];

    /// <summary>Waits until as many messages about these events are there, and whoever told them has written that down.</summary>
    public async Task<IReadOnlyList<string>> ToldAsync(int count, params RootOccurrence[] events)
    {
        await WorldViews.EventuallyAsync($"{count} messages are told", async () => await ToldAsync(events) is { } told && told.Count >= count ? told : null);
        await world.SettledAsync();
        return await ToldAsync(events);
    }

    /// <summary>Does what the schedule does every five minutes.</summary>
    public async Task FollowAsync() => (await world.RunScheduleAsync("root-accounts")).ShouldBe("SUCCEEDED");

    public async Task<string> LogAsync(string function) => string.Join('\n', (await world.Web.GetFromJsonAsync<List<string>>($"api/logs/gatehouse-{function}"))!);

    /// <summary>An item of the ledger; null where there is none.</summary>
    public async Task<Dictionary<string, AttributeValue>?> LedgerAsync(string pk, string sk)
    {
        var answer = await aws.DynamoDb.GetItemAsync(new GetItemRequest { TableName = await aws.LedgerAsync(), Key = new() { ["pk"] = new(pk), ["sk"] = new(sk) } });
        return answer.Item is { Count: > 0 } item ? item : null;
    }

    private static JsonObject Sample(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(WorldFixture.Repository, "events", file)))!.AsObject();
}

/// <summary>Something that happens with a root user.</summary>
internal sealed class RootOccurrence
{
    private readonly JsonObject sample;

    public RootOccurrence(JsonObject sample, string id)
    {
        this.sample = sample;
        Detail["eventID"] = id;
    }

    public string Id => (string)Detail["eventID"]!;

    public string Source => (string)sample["source"]!;

    public string DetailType => (string)sample["detail-type"]!;

    public string Account => (string)sample["account"]!;

    public JsonObject Detail => sample["detail"]!.AsObject();

    public RootOccurrence In(string account)
    {
        sample["account"] = account;
        Detail["recipientAccountId"] = account;
        Detail["userIdentity"]!["accountId"] = account;
        return this;
    }

    public RootOccurrence At(DateTimeOffset time)
    {
        Detail["eventTime"] = time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return this;
    }
}
