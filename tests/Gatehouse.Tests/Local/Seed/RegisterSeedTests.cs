using Gatehouse.Local.Seed;
using Gatehouse.Register;
using Gatehouse.Tests.Local.GitHub;

namespace Gatehouse.Tests.Local.Seed;

public sealed class RegisterSeedTests
{
    [Fact]
    public async Task Every_world_starts_from_the_same_commit()
    {
        await using var one = await GitHubDriver.StartAsync();
        await using var two = await GitHubDriver.StartAsync();

        one.GitHub.Git.Branch("master").ShouldBe(two.GitHub.Git.Branch("master"));
    }

    [Fact]
    public async Task The_register_names_everybody_who_is_seeded_into_IAM_and_nobody_else()
    {
        await using var gitHub = await GitHubDriver.StartAsync();

        var users = (await gitHub.GetAsync($"contents/{RegisterFiles.Users}", "application/vnd.github.raw")).Text;
        var members = (await gitHub.GetAsync($"contents/{RegisterFiles.Members}", "application/vnd.github.raw")).Text;

        SeedPeople.All.ShouldAllBe(person => users.Contains($"\"name\": \"{person.Name}\""));
        users.Split("force_destroy").Length.ShouldBe(SeedPeople.All.Count + 1);
        users.ShouldNotContain(SeedPeople.HandMade);
        members.Split("${aws_iam_user.").Length.ShouldBe(SeedPeople.All.Count(person => person.Member) + 1);
        SeedPeople.All.Select(person => person.Label).ShouldBeUnique();
    }
}
