using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Gatehouse.Tests.Local.GitHub;

public sealed class ContentsTests : GitHubTests
{
    [Fact]
    public async Task A_file_comes_in_base64_lines_and_raw_when_asked()
    {
        var file = (await GitHub.GetAsync($"contents/{GitHubDriver.Users}")).Json;
        var raw = await GitHub.GetAsync($"contents/{GitHubDriver.Users}?ref=master", "application/vnd.github.raw+json");

        ((string)file["encoding"]!).ShouldBe("base64");
        ((string)file["content"]!).ShouldContain('\n');
        Encoding.UTF8.GetString(Convert.FromBase64String((string)file["content"]!)).ShouldBe(raw.Text);
        ((int)file["size"]!).ShouldBe(raw.Text.Length);
    }

    [Fact]
    public async Task A_file_over_a_megabyte_has_no_content_unless_raw()
    {
        var large = new string('x', (1024 * 1024) + 1);
        await GitHub.WriteAsync("large.txt", large, "master");

        var file = (await GitHub.GetAsync("contents/large.txt")).Json;

        ((string)file["content"]!).ShouldBeEmpty();
        ((string)file["encoding"]!).ShouldBe("none");
        (await GitHub.GetAsync("contents/large.txt", "application/vnd.github.raw")).Text.Length.ShouldBe(large.Length);
    }

    [Fact]
    public async Task A_directory_is_a_list_without_contents()
    {
        var listing = (await GitHub.GetAsync("contents/terraform")).Json.AsArray();

        listing.Select(entry => (string)entry!["path"]!).ShouldBe([GitHubDriver.Users, "terraform/iam_crossaccountaccess_members.tf.json"]);
        listing[0]!["content"].ShouldBeNull();
    }

    [Fact]
    public async Task What_is_not_there_is_not_found_in_GitHubs_words()
    {
        (await GitHub.GetAsync("contents/none.txt")).ShouldSatisfyAllConditions(
            answer => answer.Status.ShouldBe(HttpStatusCode.NotFound),
            answer => answer.Message.ShouldBe("Not Found"),
            answer => answer.Json["documentation_url"].ShouldNotBeNull());
        (await GitHub.GetAsync("contents/README.md?ref=none")).Message.ShouldBe("No commit found for the ref none");
        (await GitHub.GetAsync("/repos/example-org/other/contents/README.md")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Writing_over_a_file_needs_the_name_of_the_blob_that_is_there()
    {
        var sha = (string)(await GitHub.GetAsync("contents/README.md")).Json["sha"]!;
        (await GitHub.WriteAsync("README.md", "one", "master")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await GitHub.WriteAsync("README.md", "one", "master", sha)).Status.ShouldBe(HttpStatusCode.OK);

        var stale = await GitHub.WriteAsync("README.md", "two", "master", sha);

        stale.Status.ShouldBe(HttpStatusCode.Conflict);
        stale.Message.ShouldBe($"README.md does not match {sha}");
    }

    [Fact]
    public async Task A_commit_has_the_writer_as_author_and_only_its_own_file()
    {
        var written = (await GitHub.WriteAsync("mgmt/new.txt", "x", "master")).Json;

        var commit = (await GitHub.GetAsync($"commits/{(string)written["commit"]!["sha"]!}")).Json;

        ((string)commit["author"]!["login"]!).ShouldBe("alice");
        commit["files"]!.AsArray().Select(file => $"{file!["status"]} {file["filename"]}").ShouldBe(["added mgmt/new.txt"]);
        (await GitHub.GetAsync("contents/mgmt/password-reset-emails.txt")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Without_a_token_everybody_reads_and_nobody_writes()
    {
        (await GitHub.SendAsync(HttpMethod.Get, "contents/README.md", null, token: null)).Status.ShouldBe(HttpStatusCode.OK);
        (await GitHub.SendAsync(HttpMethod.Post, "git/refs", new JsonObject(), token: null)).Message.ShouldBe("Requires authentication");
    }

    [Fact]
    public async Task Content_that_is_not_base64_is_refused()
    {
        var body = new JsonObject { ["message"] = "x", ["content"] = "not base64!" };

        (await GitHub.PutAsync("contents/x.txt", body)).Message.ShouldBe("content is not valid Base64");
    }
}
