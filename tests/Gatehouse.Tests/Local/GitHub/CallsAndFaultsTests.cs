using System.Net;
using System.Text.Json.Nodes;
using Gatehouse.Local.Aws;
using Gatehouse.Local.GitHub;

namespace Gatehouse.Tests.Local.GitHub;

public sealed class CallsAndFaultsTests : GitHubTests
{
    [Fact]
    public async Task Calls_are_counted_by_GitHubs_names_of_them()
    {
        await GitHub.GetAsync("contents/README.md");
        await GitHub.GetAsync("contents/README.md");

        GitHub.Calls.Counts["github:repos/get-content"].ShouldBe(2);
    }

    [Fact]
    public async Task A_fault_is_met_as_often_as_it_was_asked_for_and_changes_nothing()
    {
        GitHub.Faults.Add(new Fault("github", "issues/create-comment", "Server Error", 502, 1));
        var body = new JsonObject { ["body"] = "x" };

        var failed = await GitHub.PostAsync("issues/1/comments", body);

        failed.Status.ShouldBe(HttpStatusCode.BadGateway);
        failed.Message.ShouldBe("Server Error");
        (await GitHub.GetAsync("issues/1/comments")).Json.AsArray().ShouldBeEmpty();
        (await GitHub.PostAsync("issues/1/comments", body.DeepClone())).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_fault_after_the_effect_loses_only_the_answer()
    {
        GitHub.Faults.Add(new Fault("github", "*", "Gateway Timeout", 504, 1, After: true));

        (await GitHub.PostAsync("issues/1/comments", new JsonObject { ["body"] = "x" })).Status.ShouldBe(HttpStatusCode.GatewayTimeout);

        (await GitHub.GetAsync("issues/1/comments")).Json.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_was_said_and_delivered_is_there_when_the_world_goes_on()
    {
        await GitHub.PostAsync("issues/1/comments", new JsonObject { ["body"] = "remember" });

        await using var later = new GitHubStandIn(GitHub.GitHub.Settings, GitHub.Clock, new CallGate(new(), new(), () => []));

        later.State.PullRequest(1).Comments.ShouldHaveSingleItem().Body.ShouldBe("remember");
        later.Git.Branch("master").ShouldNotBeNull();
    }
}
