using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Gatehouse.Tests.Local.GitHub;

public sealed partial class HistoryTests : GitHubTests
{
    [Fact]
    public async Task Following_the_next_links_reads_every_commit_once()
    {
        var commits = new List<string>();
        string? next = "commits?per_page=3";
        while (next is not null)
        {
            var page = await GitHub.GetAsync(next);
            commits.AddRange(page.Json.AsArray().Select(commit => (string)commit!["sha"]!));
            next = Next().Match(page.Link) is { Success: true } match ? new Uri(match.Groups["url"].Value).PathAndQuery : null;
        }

        commits.ShouldBeUnique();
        commits.Count.ShouldBe(13);
        commits[0].ShouldBe((string)(await GitHub.GetAsync("git/ref/heads/master")).Json["object"]!["sha"]!);
    }

    [Fact]
    public async Task Only_the_commits_that_touched_a_path_are_listed_for_it()
    {
        var commits = (await GitHub.GetAsync("commits?path=gatehouse.json")).Json.AsArray();

        ((string)commits.ShouldHaveSingleItem()!["commit"]!["message"]!).ShouldStartWith("Start the register");
    }

    [Fact]
    public async Task A_commit_knows_the_pull_request_it_came_by()
    {
        var pull = (await GitHub.GetAsync("pulls/2")).Json;
        foreach (var sha in new[] { (string)pull["head"]!["sha"]!, (string)pull["merge_commit_sha"]! })
        {
            var pulls = (await GitHub.GetAsync($"commits/{sha}/pulls")).Json.AsArray();

            ((int)pulls.ShouldHaveSingleItem()!["number"]!).ShouldBe(2);
            pulls[0]!["merged_by"].ShouldBeNull();
        }
    }

    [Fact]
    public async Task A_branch_that_has_moved_on_both_sides_is_diverged()
    {
        await GitHub.BranchAsync("side");
        await GitHub.WriteAsync("a.txt", "a", "side");
        await GitHub.WriteAsync("b.txt", "b", "master");

        var comparison = (await GitHub.GetAsync("compare/master...side")).Json;

        ((string)comparison["status"]!).ShouldBe("diverged");
        ((int)comparison["ahead_by"]!).ShouldBe(1);
        comparison["files"]!.AsArray().Select(file => (string)file!["filename"]!).ShouldBe(["a.txt"]);
    }

    [Fact]
    public async Task A_reference_moves_backwards_only_by_force()
    {
        var before = (string)(await GitHub.GetAsync("git/ref/heads/master")).Json["object"]!["sha"]!;
        await GitHub.BranchAsync("side");
        await GitHub.WriteAsync("a.txt", "a", "side");
        var back = new JsonObject { ["sha"] = before };

        (await GitHub.PatchAsync("git/refs/heads/side", back)).Message.ShouldBe("Update is not a fast forward");
        (await GitHub.PatchAsync("git/refs/heads/side", new JsonObject { ["sha"] = before, ["force"] = true })).Status.ShouldBe(HttpStatusCode.OK);
        (await GitHub.PostAsync("git/refs", new JsonObject { ["ref"] = "refs/heads/side", ["sha"] = before })).Message.ShouldBe("Reference already exists");
        (await GitHub.SendAsync(HttpMethod.Delete, "git/refs/heads/side", null)).Status.ShouldBe(HttpStatusCode.NoContent);
        (await GitHub.GetAsync("git/ref/heads/side")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_registers_branch_is_protected()
    {
        ((bool)(await GitHub.GetAsync("branches/master")).Json["protected"]!).ShouldBeTrue();
        ((bool)(await GitHub.GetAsync("branches/master/protection")).Json["enforce_admins"]!["enabled"]!).ShouldBeFalse();
        await GitHub.BranchAsync("side");
        (await GitHub.GetAsync("branches/side/protection")).Message.ShouldBe("Branch not protected");
        (await GitHub.GetAsync("rules/branches/master")).Json.AsArray().ShouldBeEmpty();
    }

    [GeneratedRegex("<(?<url>[^>]+)>; rel=\"next\"")]
    private static partial Regex Next();
}
