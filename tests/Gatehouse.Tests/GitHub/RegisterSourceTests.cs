using System.Net;
using Gatehouse.GitHub;
using Gatehouse.Register;
using static Gatehouse.Tests.GitHub.GitHubFixture;

namespace Gatehouse.Tests.GitHub;

public class RegisterSourceTests
{
    private readonly GitHubFixture fixture = new();

    [Fact]
    public async Task The_register_is_read_at_one_commit()
    {
        Has(RegisterFiles.Users, Register.RegisterFixture.Jane).Has(RegisterFiles.Members, Register.RegisterFixture.NoMembers);

        var read = await Source().ReadAsync(Sha, default);

        read.Sha.ShouldBe(Sha);
        read.Register.People.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Files_that_are_missing_are_named_together_and_never_taken_for_empty()
    {
        Lacks(RegisterFiles.Users).Lacks(RegisterFiles.Members);

        var unreadable = await Should.ThrowAsync<RegisterUnreadableException>(() => Source().ReadAsync(Sha, default));

        unreadable.Problems.Select(problem => problem.Place.File).ShouldBe([RegisterFiles.Users, RegisterFiles.Members]);
    }

    [Fact]
    public async Task Settings_that_are_missing_come_with_what_to_write()
    {
        Lacks(RegisterFiles.Settings);

        var unreadable = await Should.ThrowAsync<RegisterUnreadableException>(() => Source().ReadSettingsAsync(Sha, default));

        unreadable.Message.ShouldContain("allowedDomains");
    }

    [Fact]
    public async Task Settings_are_read_at_the_commit_that_was_asked_for()
    {
        Has(RegisterFiles.Settings, """{"allowedDomains":["x.uk"]}""");

        (await Source().ReadSettingsAsync(Sha, default)).AllowedDomains.ShouldBe(["x.uk"]);
    }

    private RegisterSource Source() => new(fixture.Client(), "master", new House.FakeClock());

    private RegisterSourceTests Has(string path, string content)
    {
        fixture.Http.On(Request(path), content);
        return this;
    }

    private RegisterSourceTests Lacks(string path)
    {
        fixture.Http.On(Request(path), HttpStatusCode.NotFound).On($"GET {Repo}/commits/{Sha}", "{}");
        return this;
    }

    private static string Request(string path) => $"GET {Repo}/contents/{path}?ref={Sha}";
}
