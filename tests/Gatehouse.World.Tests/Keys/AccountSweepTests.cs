namespace Gatehouse.World.Tests.Keys;

/// <summary>One sweep over the keys of two accounts: each is looked at as itself, through the role that its own stack made.</summary>
[Collection(LeaksWorld.Name)]
public sealed class AccountSweepTests(LeaksWorldFixture world) : IAsyncLifetime, IDisposable
{
    private readonly AwsClients aws = new(world);

    public Task InitializeAsync() => world.ClearFaultsAsync();

    public Task DisposeAsync() => world.ClearFaultsAsync();

    public void Dispose() => aws.Dispose();

    [Fact]
    public async Task An_account_that_cannot_be_entered_keeps_no_other_waiting_and_is_swept_the_next_time()
    {
        using var keys = new LeakedKeys(world, aws);
        var holders = new KeyHolders(world, aws);
        var (here, there) = (await keys.MakeAsync(), await keys.MakeAsync(account: LeakedKeys.Payments));
        await holders.MoveAsync(100);
        await world.FailAsync("sts", "AssumeRole", "AccessDenied", times: 1000);

        var said = await world.SaidByAsync(async () => (await holders.EndAsync()).ShouldBe("FAILED"));

        (await holders.SubjectsAsync(here.User)).ShouldHaveSingleItem().ShouldStartWith("Last warning");
        (await holders.SubjectsAsync(there.User)).ShouldBeEmpty();
        said.ShouldContain(message => message.Text.StartsWith("*Access keys*", StringComparison.Ordinal) && message.Text.Contains(LeakedKeys.Payments, StringComparison.Ordinal));

        await world.ClearFaultsAsync();
        await holders.SweepAsync();

        (await holders.SubjectsAsync(here.User)).ShouldHaveSingleItem();
        (await holders.SubjectsAsync(there.User)).ShouldHaveSingleItem().ShouldStartWith("Last warning");
        (await world.MailsToAsync(there.User))[0].Text.ShouldContain(LeakedKeys.Payments);

        await holders.MoveAsync(7);
        await holders.SweepAsync();

        (await keys.IsActiveAsync(here)).ShouldBeFalse();
        (await keys.IsActiveAsync(there)).ShouldBeFalse();
    }
}
