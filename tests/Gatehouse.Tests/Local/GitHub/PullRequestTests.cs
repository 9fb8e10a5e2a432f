using System.Net;
using System.Text.Json.Nodes;

namespace Gatehouse.Tests.Local.GitHub;

public sealed class PullRequestTests : GitHubTests
{
    [Fact]
    public async Task A_merge_is_a_commit_with_both_parents_on_the_branch()
    {
        var number = await GitHub.OpenAsync("new-aws-user-x");
        var pull = (await GitHub.GetAsync($"pulls/{number}")).Json;
        ((bool)pull["mergeable"]!).ShouldBeTrue();

        var merged = await GitHub.PutAsync($"pulls/{number}/merge", new JsonObject(), "bob");

        var commit = (await GitHub.GetAsync("commits/master")).Json;
        ((string)commit["sha"]!).ShouldBe((string)merged.Json["sha"]!);
        commit["parents"]!.AsArray().Select(parent => (string)parent!["sha"]!).ShouldBe([(string)pull["base"]!["sha"]!, (string)pull["head"]!["sha"]!]);
        ((string)commit["commit"]!["message"]!).ShouldBe($"Merge pull request #{number} from example-org/new-aws-user-x\n\nAdd note.txt");
        ((string)(await GitHub.GetAsync($"pulls/{number}")).Json["merged_by"]!["login"]!).ShouldBe("bob");
    }

    [Fact]
    public async Task A_squash_has_one_parent_and_the_number_in_its_title()
    {
        var number = await GitHub.OpenAsync("side");

        await GitHub.PutAsync($"pulls/{number}/merge", new JsonObject { ["merge_method"] = "squash" });

        var commit = (await GitHub.GetAsync("commits/master")).Json;
        commit["parents"]!.AsArray().Count.ShouldBe(1);
        ((string)commit["commit"]!["message"]!).ShouldBe($"Add note.txt (#{number})");
        (await GitHub.GetAsync("contents/note.txt")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Two_that_write_one_file_conflict_and_the_second_is_not_mergeable()
    {
        var first = await GitHub.OpenAsync("one", text: "one\n");
        var second = await GitHub.OpenAsync("two", text: "two\n");
        await GitHub.PutAsync($"pulls/{first}/merge", new JsonObject());

        var refused = await GitHub.PutAsync($"pulls/{second}/merge", new JsonObject());

        refused.Status.ShouldBe(HttpStatusCode.MethodNotAllowed);
        refused.Message.ShouldBe("Pull Request is not mergeable");
        ((string)(await GitHub.GetAsync($"pulls/{second}")).Json["mergeable_state"]!).ShouldBe("dirty");
    }

    [Fact]
    public async Task A_merge_of_an_older_head_is_refused()
    {
        var number = await GitHub.OpenAsync("side");
        var head = (string)(await GitHub.GetAsync($"pulls/{number}")).Json["head"]!["sha"]!;
        await GitHub.WriteAsync("more.txt", "more", "side");

        var refused = await GitHub.PutAsync($"pulls/{number}/merge", new JsonObject { ["sha"] = head });

        refused.Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Closed_without_merging_it_keeps_the_trial_merges_commit()
    {
        var number = await GitHub.OpenAsync("side");
        await GitHub.PatchAsync($"pulls/{number}", new JsonObject { ["state"] = "closed" });

        var pull = (await GitHub.GetAsync($"pulls/{number}")).Json;

        ((bool)pull["merged"]!).ShouldBeFalse();
        ((string)pull["merge_commit_sha"]!).Length.ShouldBe(40);
        (await GitHub.GetAsync($"pulls/{number}/merge")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await GitHub.PutAsync($"pulls/{number}/merge", new JsonObject())).Status.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task The_same_branch_is_not_asked_for_twice_nor_one_without_commits()
    {
        await GitHub.OpenAsync("side");
        await GitHub.BranchAsync("idle");

        var again = await GitHub.PostAsync("pulls", new JsonObject { ["title"] = "x", ["head"] = "example-org:side", ["base"] = "master" });
        var idle = await GitHub.PostAsync("pulls", new JsonObject { ["title"] = "x", ["head"] = "idle", ["base"] = "master" });

        ((string)again.Json["errors"]![0]!["message"]!).ShouldBe("A pull request already exists for example-org:side.");
        ((string)idle.Json["errors"]![0]!["message"]!).ShouldBe("No commits between master and idle");
    }

    [Fact]
    public async Task Lists_are_filtered_by_state_and_files_and_commits_are_its_own()
    {
        var number = await GitHub.OpenAsync("side");

        (await GitHub.GetAsync("pulls")).Json.AsArray().Count.ShouldBe(1);
        (await GitHub.GetAsync("pulls?state=closed")).Json.AsArray().Count.ShouldBe(4);
        (await GitHub.GetAsync("pulls?state=all&head=example-org:side")).Json.AsArray().Count.ShouldBe(1);
        (await GitHub.GetAsync($"pulls/{number}/files")).Json.AsArray().Select(file => (string)file!["filename"]!).ShouldBe(["note.txt"]);
        (await GitHub.GetAsync($"pulls/{number}/commits")).Json.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_approves_their_own()
    {
        var number = await GitHub.OpenAsync("side");
        var approval = new JsonObject { ["event"] = "APPROVE" };

        (await GitHub.PostAsync($"pulls/{number}/reviews", approval)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await GitHub.PostAsync($"pulls/{number}/reviews", approval.DeepClone(), "bob")).Status.ShouldBe(HttpStatusCode.OK);
        ((string)(await GitHub.GetAsync($"pulls/{number}/reviews")).Json[0]!["state"]!).ShouldBe("APPROVED");
    }
}
