using Gatehouse.Local.Commands;

namespace Gatehouse.Tests.Local.GitHub;

/// <summary>The public request form's own sequence of calls, from the register's head to the merge.</summary>
public sealed class RequestFormTests : GitHubTests
{
    private const string Person = "ada.lovelace@gpa.gov.uk";

    [Fact]
    public async Task A_person_is_asked_for_and_merged_with_one_commit_for_each_file()
    {
        using var http = new HttpClient();
        var request = new AccessRequest(World, http, Person) { Using = "requests.example.gov.uk" };

        var number = await request.OpenAsync(CancellationToken.None);
        await request.MergeAsync(number, CancellationToken.None);

        var pull = (await GitHub.GetAsync($"pulls/{number}")).Json;
        ((string)pull["title"]!).ShouldBe("Add AWS user ada.lovelace");
        ((string)pull["head"]!["ref"]!).ShouldBe("new-aws-user-ada-lovelace");
        ((string)pull["body"]!).ShouldBe($"Requested using requests.example.gov.uk by {Person}");
        var commits = (await GitHub.GetAsync($"pulls/{number}/commits")).Json.AsArray();
        commits.Count.ShouldBe(2);
        commits.ShouldAllBe(commit => ((string)commit!["commit"]!["message"]!).Contains("Co-authored-by:"));
        (await GitHub.GetAsync($"contents/{GitHubDriver.Users}", "application/vnd.github.raw")).Text.ShouldContain(Person);
    }

    [Fact]
    public async Task The_seeded_file_changes_by_the_new_persons_lines_alone()
    {
        using var http = new HttpClient();
        var number = await new AccessRequest(World, http, Person).OpenAsync(CancellationToken.None);

        var file = (await GitHub.GetAsync($"pulls/{number}/files")).Json.AsArray().Single(file => (string)file!["filename"]! == GitHubDriver.Users)!;

        ((int)file["deletions"]!).ShouldBe(0);
        ((int)file["additions"]!).ShouldBe(8);
    }

    private RunningWorld World
    {
        get
        {
            var address = GitHub.GitHub.Settings.Api;
            return new RunningWorld(address, address, address, "", address, "example-org/aws-users", "master", "111122223333", "eu-west-2");
        }
    }
}
