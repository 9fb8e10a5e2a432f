using Amazon.IdentityManagement.Model;
using Gatehouse.World.Tests.Membership;

namespace Gatehouse.World.Tests.Cli;

/// <summary>Somebody must be out in one minute, whatever the register says, until somebody restores them.</summary>
[Collection(SharedWorld.Name)]
public sealed class RevokeTests(WorldFixture world) : IAsyncLifetime, IDisposable
{
    private readonly RegisterClient register = new(world);
    private readonly AwsClients aws = new(world);
    private readonly CommandLine gatehouse = new(world);

    public Task InitializeAsync() => world.ClearFaultsAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_revoke_takes_less_than_a_minute_holds_against_the_register_and_is_taken_back_by_restore()
    {
        var person = RegisterClient.Address("revoked.one");
        var belongings = new Belongings(aws.Iam, person);
        (await world.RunOfAsync(await register.AddAsync("revoked.one"))).Status.ShouldBe("SUCCEEDED");
        await aws.Iam.CreateAccessKeyAsync(new CreateAccessKeyRequest { UserName = person });

        var wouldBe = await gatehouse.RunAsync("revoke", person);
        wouldBe.Code.ShouldBe(0, wouldBe.ToString());
        wouldBe.Output.ShouldContain("Nothing was done.");
        (await belongings.AllAsync()).ShouldContain("key Active");

        var revoked = await gatehouse.RunAsync("revoke", person, "--now", "--reason", "laptop stolen");
        revoked.Code.ShouldBe(0, revoked.ToString());
        revoked.Took.ShouldBeLessThan(TimeSpan.FromMinutes(1));
        await ShouldBeOutAsync(person);
        (await world.SlackAsync()).ShouldContain(message => message.Text.StartsWith($":rotating_light: *{person} was revoked by hand*", StringComparison.Ordinal));

        (await world.ReconcileAsync()).ShouldBe("SUCCEEDED");
        (await world.RunOfAsync(await register.AddAsync("somebody.else"))).Status.ShouldBe("SUCCEEDED");
        await ShouldBeOutAsync(person);
        (await world.MailsToAsync(person)).Count.ShouldBe(1);

        var refused = await gatehouse.RunAsync("resend-welcome", person);
        refused.Code.ShouldBe(2, refused.ToString());
        refused.Errors.ShouldContain("was revoked by hand");

        var restored = await gatehouse.RunAsync("restore", person, "--reason", "laptop found");
        restored.Code.ShouldBe(0, restored.ToString());
        var back = await belongings.AllAsync();
        back.ShouldContain("group CrossAccountAccess");
        back.ShouldContain("key Inactive");
        back.ShouldNotContain("inline gatehouse-quarantine");
        (await world.MailsToAsync(person)).Count.ShouldBe(2);

        var trail = (await gatehouse.RunAsync("history", "--person", person, "--format", "csv")).Output;
        trail.ShouldContain("revoke by hand,Applied,laptop stolen,revoke-");
        trail.ShouldContain("release the hold by hand: the register decides again,Applied,laptop found,release-");
        trail.ShouldContain("arn:aws:sts::111122223333:");
    }

    [Fact]
    public async Task A_second_revoke_changes_nothing_and_one_that_was_broken_off_is_finished_by_it()
    {
        var person = RegisterClient.Address("revoked.twice");
        (await world.RunOfAsync(await register.AddAsync("revoked.twice"))).Status.ShouldBe("SUCCEEDED");
        await world.FailAsync("iam", "DeleteLoginProfile", "AccessDenied");

        var broken = await gatehouse.RunAsync("revoke", person, "--now", "--reason", "laptop stolen");
        broken.Code.ShouldBe(1, broken.ToString());
        broken.Errors.ShouldContain("NOT FINISHED");
        broken.Errors.ShouldContain("AccessDenied");
        (await world.SlackAsync()).ShouldContain(message => message.Text.Contains(person, StringComparison.Ordinal) && message.Text.Contains("it is NOT finished", StringComparison.Ordinal));

        (await gatehouse.RunAsync("revoke", person, "--now", "--reason", "laptop stolen")).Code.ShouldBe(0);
        await ShouldBeOutAsync(person);
        (await gatehouse.RunAsync("revoke", person, "--now", "--reason", "laptop stolen")).Code.ShouldBe(0);
        await ShouldBeOutAsync(person);
    }

    [Fact]
    public async Task The_hold_comes_first_so_that_the_next_run_does_what_the_revoke_could_not()
    {
        var person = RegisterClient.Address("revoked.by.the.run");
        (await world.RunOfAsync(await register.AddAsync("revoked.by.the.run"))).Status.ShouldBe("SUCCEEDED");
        await world.FailAsync("iam", "PutUserPolicy", "AccessDenied");

        var broken = await gatehouse.RunAsync("revoke", person, "--now", "--reason", "laptop stolen");
        broken.Code.ShouldBe(1, broken.ToString());
        (await gatehouse.RunAsync("status", person)).Output.ShouldContain("It holds against the register");

        (await world.ReconcileAsync()).ShouldBe("SUCCEEDED");
        await ShouldBeOutAsync(person);
    }

    [Fact]
    public async Task A_Slack_that_is_down_does_not_stop_a_revoke_but_is_said()
    {
        var person = RegisterClient.Address("revoked.quietly");
        (await world.RunOfAsync(await register.AddAsync("revoked.quietly"))).Status.ShouldBe("SUCCEEDED");
        await world.FailAsync("slack", "PostMessage", "service_unavailable");

        var revoked = await gatehouse.RunAsync("revoke", person, "--now", "--reason", "laptop stolen");

        revoked.Code.ShouldBe(1, revoked.ToString());
        revoked.Errors.ShouldContain("Slack was not told");
        await ShouldBeOutAsync(person);
    }

    [Theory]
    [InlineData("nobody.at.all", "No IAM user has the name")]
    [InlineData("break-glass-admin", "is not Gatehouse's")]
    public async Task Whom_Gatehouse_does_not_manage_it_does_not_revoke(string person, string said)
    {
        var refused = await gatehouse.RunAsync("revoke", person, "--now", "--reason", "a mistake");

        refused.Code.ShouldBe(2, refused.ToString());
        refused.Errors.ShouldContain(said);
        (await world.SlackAsync()).ShouldNotContain(message => message.Text.Contains("a mistake", StringComparison.Ordinal));
    }

    public void Dispose()
    {
        register.Dispose();
        aws.Dispose();
    }

    private async Task ShouldBeOutAsync(string person)
    {
        var left = await new Belongings(aws.Iam, person).AllAsync();
        left.ShouldContain("inline gatehouse-quarantine");
        left.ShouldNotContain(thing => thing == "key Active" || thing.StartsWith("group ", StringComparison.Ordinal) || thing.StartsWith("password ", StringComparison.Ordinal));
    }
}
