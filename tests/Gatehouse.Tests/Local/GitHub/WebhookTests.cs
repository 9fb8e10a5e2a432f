using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Gatehouse.Local.GitHub.Webhooks;

namespace Gatehouse.Tests.Local.GitHub;

public sealed class WebhookTests : GitHubTests
{
    private const string Secret = "It's a Secret to Everybody";

    [Fact]
    public void The_signature_is_the_one_that_GitHub_documents() =>
        DeliverySignature.Of(Secret, "Hello, World!"u8).ShouldBe("sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17");

    [Fact]
    public async Task A_merge_is_delivered_signed_over_its_very_bytes()
    {
        await using var receiver = await HookAsync();
        var number = await GitHub.OpenAsync("side");
        await GitHub.PutAsync($"pulls/{number}/merge", new JsonObject(), "bob");

        var closed = (await DeliveredAsync(receiver)).Single(delivery => (string?)Payload(delivery)["action"] == "closed");

        var payload = Payload(closed);
        closed.Headers["X-GitHub-Event"].ShouldBe("pull_request");
        closed.Headers["X-Hub-Signature-256"].ShouldBe(DeliverySignature.Of(Secret, closed.Body));
        Guid.TryParse(closed.Headers["X-GitHub-Delivery"], out _).ShouldBeTrue();
        ((bool)payload["pull_request"]!["merged"]!).ShouldBeTrue();
        ((string)payload["pull_request"]!["merge_commit_sha"]!).ShouldBe((string)(await GitHub.GetAsync("commits/master")).Json["sha"]!);
        ((string)payload["pull_request"]!["base"]!["ref"]!).ShouldBe("master");
        ((string)payload["repository"]!["full_name"]!).ShouldBe("example-org/aws-users");
        ((string)payload["sender"]!["login"]!).ShouldBe("bob");
    }

    [Fact]
    public async Task Another_base_is_delivered_as_an_edit()
    {
        await using var receiver = await HookAsync();
        var number = await GitHub.OpenAsync("side");
        await GitHub.BranchAsync("develop");

        await GitHub.PatchAsync($"pulls/{number}", new JsonObject { ["base"] = "develop" });

        var edited = Payload((await DeliveredAsync(receiver)).Single(delivery => (string?)Payload(delivery)["action"] == "edited"));
        ((string)edited["changes"]!["base"]!["ref"]!["from"]!).ShouldBe("master");
        ((string)edited["pull_request"]!["base"]!["ref"]!).ShouldBe("develop");
    }

    [Fact]
    public async Task A_redelivery_has_the_same_GUID_and_the_same_bytes()
    {
        await using var receiver = await HookAsync();
        await GitHub.OpenAsync("side");
        var first = (await DeliveredAsync(receiver)).Single(delivery => delivery.Headers["X-GitHub-Event"] == "pull_request");
        var listed = (await GitHub.GetAsync("hooks/9/deliveries")).Json.AsArray().Single(delivery => (string)delivery!["event"]! == "pull_request")!;

        (await GitHub.PostAsync($"hooks/9/deliveries/{listed["id"]}/attempts", new JsonObject())).Status.ShouldBe(HttpStatusCode.Accepted);

        var again = (await DeliveredAsync(receiver)).Last();
        again.Headers["X-GitHub-Delivery"].ShouldBe(first.Headers["X-GitHub-Delivery"]);
        again.Body.ShouldBe(first.Body);
        ((bool)(await GitHub.GetAsync("hooks/9/deliveries")).Json[0]!["redelivery"]!).ShouldBeTrue();
    }

    [Fact]
    public async Task A_delivery_that_fails_is_kept_with_its_answer_and_not_tried_again()
    {
        await using var receiver = await HookAsync();
        await DeliveredAsync(receiver);
        receiver.Status = 500;
        var before = receiver.Deliveries.Count;
        await GitHub.OpenAsync("side");

        (await DeliveredAsync(receiver)).Count.ShouldBe(before + 1);
        var kept = (await GitHub.GetAsync("hooks/9/deliveries")).Json[0]!;
        ((int)kept["status_code"]!).ShouldBe(500);
    }

    [Fact]
    public async Task Whoever_does_not_listen_is_noted_as_not_reached()
    {
        var receiver = await HookAsync();
        await receiver.DisposeAsync();
        await GitHub.OpenAsync("side");
        await GitHub.GitHub.Webhooks.DrainAsync();

        var kept = (await GitHub.GetAsync("hooks/9/deliveries")).Json[0]!;

        ((string)kept["status"]!).ShouldBe("failed to connect to host");
    }

    [Fact]
    public async Task Every_step_of_a_pull_request_is_told_with_what_only_that_step_has()
    {
        await using var receiver = await HookAsync();
        var number = await GitHub.OpenAsync("side");
        await GitHub.WriteAsync("more.txt", "more", "side");
        await GitHub.PostAsync($"issues/{number}/labels", new JsonArray("one"));
        foreach (var state in new[] { "closed", "open" })
            await GitHub.PatchAsync($"pulls/{number}", new JsonObject { ["state"] = state });

        var payloads = (await DeliveredAsync(receiver)).Select(Payload).Where(payload => payload["pull_request"] is not null).ToDictionary(payload => (string)payload["action"]!);

        payloads.Keys.ShouldBe(["opened", "synchronize", "labeled", "closed", "reopened"], ignoreOrder: true);
        ((string)payloads["synchronize"]["after"]!).ShouldBe((string)payloads["labeled"]["pull_request"]!["head"]!["sha"]!);
        ((string)payloads["labeled"]["label"]!["name"]!).ShouldBe("one");
        ((bool)payloads["closed"]["pull_request"]!["merged"]!).ShouldBeFalse();
        ((string)payloads["closed"]["pull_request"]!["merge_commit_sha"]!).ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_delivery_has_the_fields_of_the_sample_in_events()
    {
        await using var receiver = await HookAsync();
        var number = await GitHub.OpenAsync("side");
        await GitHub.PutAsync($"pulls/{number}/merge", new JsonObject());
        var closed = (await DeliveredAsync(receiver)).Select(Payload).Single(payload => (string?)payload["action"] == "closed");

        var sample = JsonNode.Parse(await File.ReadAllTextAsync(House.Repository.Path("events/github/pull_request/closed-merged.json")))!;

        Fields(closed).ShouldBe(Fields(sample), ignoreOrder: true);
    }

    private async Task<HookReceiver> HookAsync()
    {
        var receiver = await HookReceiver.StartAsync();
        var config = new JsonObject { ["url"] = receiver.Url, ["content_type"] = "json", ["secret"] = Secret };
        var hook = await GitHub.PostAsync("hooks", new JsonObject { ["config"] = config, ["events"] = new JsonArray("pull_request") });
        ((int)hook.Json["id"]!).ShouldBe(9);
        ((string)hook.Json["config"]!["secret"]!).ShouldBe("********");
        return receiver;
    }

    private async Task<List<HookReceiver.Received>> DeliveredAsync(HookReceiver receiver)
    {
        await GitHub.GitHub.Webhooks.DrainAsync();
        return [.. receiver.Deliveries];
    }

    private static JsonNode Payload(HookReceiver.Received delivery) => JsonNode.Parse(Encoding.UTF8.GetString(delivery.Body))!;

    private static IEnumerable<string> Fields(JsonNode? node, string path = "") => node switch
    {
        JsonObject fields => fields.SelectMany(field => Fields(field.Value, $"{path}/{field.Key}").Prepend($"{path}/{field.Key}")),
        _ => [],
    };
}
