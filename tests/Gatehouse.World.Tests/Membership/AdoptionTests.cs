using System.Text.Json.Nodes;
using Amazon.IdentityManagement.Model;

namespace Gatehouse.World.Tests.Membership;

/// <summary>Users made by hand are handed over by an explicit line, and never because a name matches.</summary>
[Collection(SharedWorld.Name)]
public sealed class AdoptionTests(WorldFixture world) : IAsyncLifetime, IDisposable
{
    private readonly RegisterClient register = new(world);
    private readonly AwsClients aws = new(world);

    public Task InitializeAsync() => world.ClearFaultsAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_user_made_by_hand_waits_for_its_line_and_then_keeps_its_password_and_gets_no_welcome()
    {
        var name = RegisterClient.Address("made.by.hand");
        await aws.Iam.CreateUserAsync(new CreateUserRequest(name));
        await aws.Iam.CreateLoginProfileAsync(new CreateLoginProfileRequest(name, "Their-own-password-1"));

        var merged = await register.AddAsync("made.by.hand");
        (await world.RunOfAsync(merged)).Status.ShouldBe("SUCCEEDED");
        (await register.CommentsAsync(merged.Number)).ShouldHaveSingleItem().ShouldContain("\"adopt\" in gatehouse.json");
        (await TagsAsync(name)).ShouldNotContainKey("managed-by");

        var handed = await register.MergeAsync(await register.OpenAsync("Adopt", register.Branch, ("gatehouse.json", file => file["adopt"]!.AsArray().Add(name))));
        (await world.RunOfAsync(handed)).Status.ShouldBe("SUCCEEDED");

        (await TagsAsync(name))["managed-by"].ShouldBe("gatehouse");
        (await aws.Iam.ListGroupsForUserAsync(new ListGroupsForUserRequest(name))).Groups.ShouldHaveSingleItem().GroupName.ShouldBe("CrossAccountAccess");
        (await aws.Iam.GetLoginProfileAsync(new GetLoginProfileRequest(name))).LoginProfile.PasswordResetRequired.ShouldNotBe(true);
        (await world.MailsToAsync(name)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_managed_person_moves_out_of_a_group_that_the_register_names_and_stays_in_one_that_it_does_not()
    {
        var name = RegisterClient.Address("mover.one");
        await world.RunOfAsync(await register.AddAsync("mover.one"));
        await aws.Iam.CreateGroupAsync(new CreateGroupRequest("PayrollByHand"));
        await aws.Iam.AddUserToGroupAsync(new AddUserToGroupRequest("PayrollByHand", name));

        var moved = await register.MergeAsync(await register.OpenAsync("Move", register.Branch, (RegisterClient.Members, WithoutMover)));
        (await world.RunOfAsync(moved)).Status.ShouldBe("SUCCEEDED");

        (await aws.Iam.ListGroupsForUserAsync(new ListGroupsForUserRequest(name))).Groups.ShouldHaveSingleItem().GroupName.ShouldBe("PayrollByHand");
        (await register.CommentsAsync(moved.Number)).ShouldHaveSingleItem().ShouldContain("remove from CrossAccountAccess");
        (await world.MailsToAsync(name)).Count.ShouldBe(1);
    }

    public void Dispose()
    {
        register.Dispose();
        aws.Dispose();
    }

    private static void WithoutMover(JsonNode file)
    {
        var users = file["resource"]!["aws_iam_group_membership"]!["crossaccountaccess-members"]!["users"]!.AsArray();
        users.Remove(users.Single(user => ((string)user!).Contains("mover_one", StringComparison.Ordinal)));
    }

    private async Task<Dictionary<string, string>> TagsAsync(string name) =>
        ((await aws.Iam.GetUserAsync(new GetUserRequest { UserName = name })).User.Tags ?? []).ToDictionary(tag => tag.Key, tag => tag.Value);
}
