using Amazon.IdentityManagement.Model;

namespace Gatehouse.World.Tests.Membership;

/// <summary>A merge is judged by the settings that were applied before it.</summary>
[Collection(SharedWorld.Name)]
public sealed class OwnSettingsTests(WorldFixture world) : IAsyncLifetime, IDisposable
{
    private const string Stranger = "own.settings@strangers.example.com";
    private readonly RegisterClient register = new(world);
    private readonly AwsClients aws = new(world);

    public Task InitializeAsync() => world.ClearFaultsAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_merge_that_allows_a_domain_does_not_let_its_own_person_in()
    {
        // The first run of all has no settings before it but its own.
        (await world.ReconcileAsync()).ShouldBe("SUCCEEDED");

        var both = await register.MergeAsync(await register.OpenAsync(
            "Allow a domain and use it",
            register.Branch,
            [("gatehouse.json", file => file["allowedDomains"]!.AsArray().Add("strangers.example.com")), .. RegisterClient.Adding(Stranger)]));
        await world.RunOfAsync(both);

        (await register.CommentsAsync(both.Number)).ShouldHaveSingleItem().ShouldContain(Stranger);
        await Should.ThrowAsync<NoSuchEntityException>(() => aws.Iam.GetUserAsync(new GetUserRequest { UserName = Stranger }));
        (await world.MailsToAsync(Stranger)).ShouldBeEmpty();

        await world.RunOfAsync(await register.RemoveAsync(Stranger));
    }

    public void Dispose()
    {
        register.Dispose();
        aws.Dispose();
    }
}
