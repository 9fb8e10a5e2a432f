using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace Gatehouse.World.Tests.Emulator;

/// <summary>EventBridge and SQS as the world plays them: buses, other accounts, queues that feed functions, schedules that put events.</summary>
[Collection(SharedWorld.Name)]
public sealed class EventWaysTests(WorldFixture world) : IAsyncLifetime, IDisposable
{
    private const string HomeBus = "arn:aws:events:eu-west-2:111122223333:event-bus/gatehouse";
    private const string Member = "123456789012", Stranger = "999988887777";

    private readonly AwsClients aws = new(world);

    public Task InitializeAsync() => Task.CompletedTask;

    /// <summary>What was heard here is told before another test counts what is.</summary>
    public Task DisposeAsync() => world.SettledAsync();

    public void Dispose() => aws.Dispose();

    [Fact]
    public async Task A_root_event_of_this_account_goes_from_us_east_1_over_the_home_bus_into_its_queue()
    {
        var id = await RootEventAsync();

        (await EntryAsync(id)).Ways.ShouldBe(["bus gatehouse of eu-west-2", "gatehouse-root-events"]);
    }

    [Fact]
    public async Task The_same_event_in_the_home_region_meets_no_rule() =>
        (await EntryAsync(await RootEventAsync(region: "eu-west-2"))).Ways.ShouldBeEmpty();

    [Fact]
    public async Task A_root_event_of_another_account_of_the_organisation_is_its_own_and_arrives()
    {
        var entry = await EntryAsync(await RootEventAsync(Member));

        entry.Account.ShouldBe(Member);
        entry.Ways.ShouldBe(["bus gatehouse of eu-west-2", "gatehouse-root-events"]);
    }

    [Fact]
    public async Task An_event_of_a_device_in_another_account_is_not_forwarded() =>
        (await EntryAsync(await PutAsync(Member, "us-east-1", "aws.iam", "EnableMFADevice", "IAMUser"))).Ways.ShouldBeEmpty();

    [Fact]
    public async Task A_strangers_event_is_refused_by_the_bus() =>
        (await EntryAsync(await RootEventAsync(Stranger))).Ways.ShouldHaveSingleItem().ShouldStartWith("refused by the policy of");

    [Fact]
    public async Task A_stranger_who_knocks_at_the_bus_itself_is_refused_and_a_member_is_not_taken_for_us()
    {
        var heartbeat = ("gatehouse.heartbeat", "Root Heartbeat", new JsonObject { ["scheduled"] = "never" });

        (await aws.PutEventsAsync("eu-west-2", Stranger, HomeBus, heartbeat))["Entries"]![0]!["ErrorCode"]!.ToString().ShouldBe("AccessDeniedException");
        (await aws.PutEventsAsync("eu-west-2", Member, HomeBus, heartbeat))["FailedEntryCount"]!.GetValue<int>().ShouldBe(0);
        (await world.EventsAsync())[0].ShouldSatisfyAllConditions(entry => entry.Account.ShouldBe(Member), entry => entry.Ways.ShouldBe(["gatehouse-root-events"]));
    }

    [Fact]
    public async Task Nobody_puts_an_event_of_AWS_on_a_bus_of_our_own()
    {
        var answer = await aws.PutEventsAsync("eu-west-2", "anyone", "gatehouse", ("aws.signin", "AWS Console Sign In via CloudTrail", Detail("ConsoleLogin", "Root", "forged")));

        answer["Entries"]![0]!["ErrorCode"]!.ToString().ShouldBe("NotAuthorizedForSourceException");
    }

    [Fact]
    public async Task What_a_bus_received_from_another_goes_to_no_third()
    {
        await EventsAsync("CreateEventBus", new JsonObject { ["Name"] = "third" });
        await RuleAsync("eu-west-2", "gatehouse", "to-a-third", """{"source":["hop.test"]}""", "arn:aws:events:eu-west-2:111122223333:event-bus/third");
        await RuleAsync("us-east-1", "default", "to-the-second", """{"source":["hop.test"]}""", HomeBus);

        await aws.PutEventsAsync("us-east-1", "anyone", null, ("hop.test", "Hop", new JsonObject()));
        (await world.EventsAsync()).First(entry => entry.Source == "hop.test").Ways
            .ShouldBe(["bus gatehouse of eu-west-2", "not forwarded to arn:aws:events:eu-west-2:111122223333:event-bus/third: it came from another bus"]);

        await aws.PutEventsAsync("eu-west-2", "anyone", "gatehouse", ("hop.test", "Hop", new JsonObject()));
        (await world.EventsAsync()).First(entry => entry.Source == "hop.test").Ways.ShouldBe(["bus third of eu-west-2"], "put on the bus itself, it has a hop left");
    }

    [Fact]
    public async Task A_bus_that_is_not_there_is_said()
    {
        var answer = await aws.PutEventsAsync("eu-west-2", "anyone", "nowhere", ("any.test", "Any", new JsonObject()));

        answer["Entries"]![0]!["ErrorMessage"]!.ToString().ShouldContain("there is no bus");
    }

    [Fact]
    public async Task The_heartbeat_is_put_by_command_and_travels_as_a_root_event_does()
    {
        (await world.RunScheduleAsync("heartbeat")).ShouldBe("SUCCEEDED");

        var entry = (await world.EventsAsync())[0];
        (entry.Source, entry.Region).ShouldBe(("gatehouse.heartbeat", "us-east-1"));
        entry.Ways.ShouldBe(["bus gatehouse of eu-west-2", "gatehouse-root-events"]);
    }

    [Fact]
    public async Task The_page_tells_who_did_what_and_where_it_went()
    {
        var mark = await RootEventAsync(Member);

        (await world.Web.GetFromJsonAsync<JsonArray>("api/timeline"))!.ShouldContain(entry =>
            (string?)entry!["kind"] == "event" && (string?)entry["text"] == $"root of {Member}: PasswordRecoveryRequested {mark} → gatehouse-root-events");
    }

    private async Task<EventEntry> EntryAsync(string name) => (await world.EventsAsync()).Single(entry => entry.Text.EndsWith(name, StringComparison.Ordinal));

    private Task<string> RootEventAsync(string account = "anyone", string region = "us-east-1", [CallerMemberName] string mark = "") =>
        PutAsync(account, region, "aws.signin", "PasswordRecoveryRequested", "Root", mark);

    /// <summary>Puts an event that is told apart from others by its error code: the test's name.</summary>
    private async Task<string> PutAsync(string account, string region, string source, string name, string type, [CallerMemberName] string mark = "")
    {
        await aws.PutEventsAsync(region, account, null, (source, "AWS API Call via CloudTrail", Detail(name, type, mark)));
        return $"({mark})";
    }

    private static JsonObject Detail(string name, string type, string mark) => new()
    {
        ["eventID"] = mark,
        ["eventName"] = name,
        ["eventSource"] = "signin.amazonaws.com",
        ["eventTime"] = "2026-11-20T09:00:00Z",
        ["errorCode"] = mark,
        ["userIdentity"] = new JsonObject { ["type"] = type, ["accountId"] = "123456789012", ["arn"] = "arn:aws:iam::123456789012:root" },
        ["responseElements"] = new JsonObject { [name] = "Failure" },
    };

    private async Task RuleAsync(string region, string bus, string name, string pattern, string target)
    {
        await EventsAsync("PutRule", new JsonObject { ["Name"] = name, ["EventBusName"] = bus, ["EventPattern"] = pattern }, region);
        await EventsAsync("PutTargets", new JsonObject { ["Rule"] = name, ["EventBusName"] = bus, ["Targets"] = new JsonArray(new JsonObject { ["Id"] = "one", ["Arn"] = target }) }, region);
    }

    private Task<string> EventsAsync(string action, JsonObject body, string region = "eu-west-2") => aws.JsonAsync("events", $"AWSEvents.{action}", body, region);
}
