using Amazon.IdentityManagement.Model;

namespace Gatehouse.World.Tests.Membership;

/// <summary>What somebody changes by hand, and what the schedule says of it.</summary>
[Collection(SharedWorld.Name)]
public sealed class DriftTests(WorldFixture world) : IAsyncLifetime, IDisposable
{
    private readonly RegisterClient register = new(world);
    private readonly AwsClients aws = new(world);

    public Task InitializeAsync() => world.ClearFaultsAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task What_a_hand_changed_is_named_once_and_left_as_it_is()
    {
        await OnboardedAsync("drift.left", "drift.joined");
        await aws.Iam.RemoveUserFromGroupAsync(new RemoveUserFromGroupRequest("CrossAccountAccess", RegisterClient.Address("drift.left")));
        await aws.Iam.CreateGroupAsync(new CreateGroupRequest("HandsOnly"));
        await aws.Iam.AddUserToGroupAsync(new AddUserToGroupRequest("HandsOnly", RegisterClient.Address("drift.joined")));

        var first = await world.SaidByAsync(world.ReconcileAsync);
        var second = await world.SaidByAsync(world.ReconcileAsync);

        var said = first.ShouldHaveSingleItem().Text;
        said.ShouldContain($"{RegisterClient.Address("drift.left")} was taken out of CrossAccountAccess");
        said.ShouldContain($"{RegisterClient.Address("drift.joined")} is in HandsOnly, which the register does not name");
        second.ShouldBeEmpty();
        (await GroupsAsync("drift.left")).ShouldBeEmpty();
        (await GroupsAsync("drift.joined")).ShouldBe(["CrossAccountAccess", "HandsOnly"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_user_whom_somebody_deleted_is_named_and_not_made_anew()
    {
        await OnboardedAsync("drift.deleted");
        var person = RegisterClient.Address("drift.deleted");
        await aws.Iam.DeleteLoginProfileAsync(new DeleteLoginProfileRequest(person));
        await aws.Iam.RemoveUserFromGroupAsync(new RemoveUserFromGroupRequest("CrossAccountAccess", person));
        await aws.Iam.DeleteUserAsync(new DeleteUserRequest { UserName = person });

        (await world.SaidByAsync(world.ReconcileAsync)).ShouldHaveSingleItem().Text.ShouldContain(person);

        await Should.ThrowAsync<NoSuchEntityException>(() => aws.Iam.GetUserAsync(new GetUserRequest { UserName = person }));
        (await world.MailsToAsync(person)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_console_password_that_somebody_gave_by_hand_after_ours_ended_is_named()
    {
        await OnboardedAsync("drift.password");
        var person = RegisterClient.Address("drift.password");
        await world.AdvanceAsync("P8D");
        await world.ReconcileAsync();
        await aws.Iam.CreateLoginProfileAsync(new CreateLoginProfileRequest(person, "Given-By-Some-Hand-1"));
        await world.AdvanceAsync("PT5H");

        (await world.SaidByAsync(world.ReconcileAsync)).ShouldHaveSingleItem().Text.ShouldContain($"{person} was given a console password");
        (await world.SaidByAsync(world.ReconcileAsync)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_schedule_with_nothing_to_do_reads_IAM_at_most_three_times_and_says_nothing()
    {
        // A credential report may be four hours old, and name passwords that have ended since.
        await world.AdvanceAsync("PT5H");
        await world.ReconcileAsync();
        using var cleared = await world.Web.DeleteAsync(new Uri("api/calls", UriKind.Relative));

        var said = await world.SaidByAsync(world.ReconcileAsync);

        said.ShouldBeEmpty();
        var calls = await world.CallsAsync();
        calls.Where(call => call.Key.StartsWith("iam:", StringComparison.Ordinal)).Sum(call => call.Value).ShouldBeInRange(1, 3);
        calls.Keys.Where(call => call.StartsWith("iam:", StringComparison.Ordinal)).ShouldAllBe(call => call.StartsWith("iam:Get", StringComparison.Ordinal) || call.StartsWith("iam:Generate", StringComparison.Ordinal));
        calls.Keys.ShouldNotContain(call => call.StartsWith("ses:", StringComparison.Ordinal) || call.StartsWith("slack:", StringComparison.Ordinal));
    }

    public void Dispose()
    {
        register.Dispose();
        aws.Dispose();
    }

    private async Task OnboardedAsync(params string[] people) => (await world.RunOfAsync(await register.AddAsync(people))).Status.ShouldBe("SUCCEEDED");

    private async Task<IReadOnlyList<string>> GroupsAsync(string local) =>
        [.. ((await aws.Iam.ListGroupsForUserAsync(new ListGroupsForUserRequest(RegisterClient.Address(local)))).Groups ?? []).Select(group => group.GroupName)];
}
