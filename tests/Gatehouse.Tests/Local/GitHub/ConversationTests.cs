using System.Net;
using System.Text.Json.Nodes;

namespace Gatehouse.Tests.Local.GitHub;

public sealed class ConversationTests : GitHubTests
{
    [Fact]
    public async Task A_comment_is_written_edited_and_deleted()
    {
        var comment = (await GitHub.PostAsync("issues/1/comments", new JsonObject { ["body"] = "first" }, "gatehouse-bot")).Json;
        await GitHub.PatchAsync($"issues/comments/{comment["id"]}", new JsonObject { ["body"] = "second" }, "gatehouse-bot");

        var comments = (await GitHub.GetAsync("issues/1/comments")).Json.AsArray();

        var only = comments.ShouldHaveSingleItem()!;
        ((string)only["body"]!).ShouldBe("second");
        ((string)only["user"]!["login"]!).ShouldBe("gatehouse-bot");
        (await GitHub.SendAsync(HttpMethod.Delete, $"issues/comments/{comment["id"]}", null)).Status.ShouldBe(HttpStatusCode.NoContent);
        (await GitHub.GetAsync("issues/1/comments")).Json.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_timeline_says_who_put_a_label_on_and_when()
    {
        var number = await GitHub.OpenAsync("side");
        GitHub.Clock.Now = GitHub.Clock.Now.AddMinutes(5);
        await GitHub.PostAsync($"issues/{number}/labels", new JsonObject { ["labels"] = new JsonArray("allow-removals") }, "bob");
        GitHub.Clock.Now = GitHub.Clock.Now.AddMinutes(5);
        await GitHub.PutAsync($"pulls/{number}/merge", new JsonObject(), "carol");

        var timeline = (await GitHub.GetAsync($"issues/{number}/timeline")).Json.AsArray();

        timeline.Select(entry => (string)entry!["event"]!).ShouldBe(["committed", "labeled", "merged", "closed"]);
        ((string)timeline[1]!["actor"]!["login"]!).ShouldBe("bob");
        ((string)timeline[1]!["label"]!["name"]!).ShouldBe("allow-removals");
        ((string)timeline[1]!["created_at"]!).ShouldBe("2026-11-21T09:05:00Z");
        ((string)timeline[2]!["actor"]!["login"]!).ShouldBe("carol");
    }

    [Fact]
    public async Task A_label_goes_on_once_and_comes_off()
    {
        foreach (var _ in new[] { 1, 2 })
            await GitHub.PostAsync("issues/1/labels", new JsonArray("one"));

        (await GitHub.GetAsync("issues/1/labels")).Json.AsArray().Count.ShouldBe(1);
        (await GitHub.SendAsync(HttpMethod.Delete, "issues/1/labels/one", null)).Status.ShouldBe(HttpStatusCode.OK);
        (await GitHub.SendAsync(HttpMethod.Delete, "issues/1/labels/one", null)).Message.ShouldBe("Label does not exist");
    }

    [Fact]
    public async Task The_newest_status_of_each_context_makes_the_combined_one()
    {
        var sha = (string)(await GitHub.GetAsync("commits/master")).Json["sha"]!;
        await GitHub.PostAsync($"statuses/{sha}", new JsonObject { ["state"] = "failure", ["context"] = "gatehouse/plan" });
        ((string)(await GitHub.GetAsync("commits/master/status")).Json["state"]!).ShouldBe("failure");

        await GitHub.PostAsync($"statuses/{sha}", new JsonObject { ["state"] = "success", ["context"] = "gatehouse/plan" });

        ((string)(await GitHub.GetAsync("commits/master/status")).Json["state"]!).ShouldBe("success");
        (await GitHub.GetAsync("commits/master/statuses")).Json.AsArray().Count.ShouldBe(2);
    }
}
