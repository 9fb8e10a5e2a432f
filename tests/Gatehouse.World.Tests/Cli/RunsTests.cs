namespace Gatehouse.World.Tests.Cli;

/// <summary>A failed run is started again, and a lost welcome sent again, by a command.</summary>
[Collection(SharedWorld.Name)]
public sealed class RunsTests(WorldFixture world) : IAsyncLifetime, IDisposable
{
    private readonly RegisterClient register = new(world);
    private readonly CommandLine gatehouse = new(world);

    public Task InitializeAsync() => world.ClearFaultsAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_failed_run_is_replayed_under_its_next_name_and_only_that()
    {
        await world.FailAsync("iam", "AddUserToGroup", "AccessDenied", times: 100);
        var merged = await register.AddAsync("replayed.one");
        (await world.RunOfAsync(merged)).Status.ShouldBe("FAILED");
        await world.ClearFaultsAsync();
        (await gatehouse.RunAsync("doctor")).Output.ShouldContain($"gatehouse replay {merged.RunName}");

        var replayed = await gatehouse.RunAsync("replay", merged.RunName);
        replayed.Code.ShouldBe(0, replayed.ToString());
        replayed.Output.ShouldContain($"The run {merged.RunName}-r2 succeeded.");
        replayed.Output.ShouldContain($"{RegisterClient.Address("replayed.one")}: ");
        (await world.MailsToAsync(RegisterClient.Address("replayed.one"))).Count.ShouldBe(1);

        (await gatehouse.RunAsync("replay", merged.RunName)).ShouldBeRefused("was started again already, as");
        (await gatehouse.RunAsync("replay", $"{merged.RunName}-r2")).ShouldBeRefused("succeeded, so there is nothing to replay");
        (await gatehouse.RunAsync("replay", "merge-0-nothing")).ShouldBeRefused("No run has the name");
    }

    [Fact]
    public async Task A_welcome_is_sent_again_with_a_new_password_and_whoever_asked_is_recorded()
    {
        var person = RegisterClient.Address("welcome.again");
        (await world.RunOfAsync(await register.AddAsync("welcome.again"))).Status.ShouldBe("SUCCEEDED");

        var resent = await gatehouse.RunAsync("resend-welcome", person);

        resent.Code.ShouldBe(0, resent.ToString());
        var mails = await world.MailsToAsync(person);
        mails.Count.ShouldBe(2);
        mails[1].Password.ShouldNotBe(mails[0].Password);
        resent.Output.ShouldNotContain(mails[1].Password);
        (await gatehouse.RunAsync("history", "--person", person, "--format", "csv")).Output.ShouldContain("ask for a new first password by hand,Applied,,ask-");
        (await gatehouse.RunAsync("resend-welcome", "break-glass-admin")).ShouldBeRefused("is not Gatehouse's");
    }

    public void Dispose() => register.Dispose();
}
