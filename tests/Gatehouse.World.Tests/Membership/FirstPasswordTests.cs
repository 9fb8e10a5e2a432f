using Amazon.IdentityManagement.Model;

namespace Gatehouse.World.Tests.Membership;

/// <summary>What becomes of a mailed password that nobody uses.</summary>
[Collection(SharedWorld.Name)]
public sealed class FirstPasswordTests(WorldFixture world) : IAsyncLifetime, IDisposable
{
    private readonly RegisterClient register = new(world);
    private readonly AwsClients aws = new(world);

    public Task InitializeAsync() => world.ClearFaultsAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task One_that_nobody_used_in_time_ends_and_the_person_and_whoever_asked_are_told_once()
    {
        var person = RegisterClient.Address("password.unused");
        var merged = await register.AddAsync("password.unused");
        (await world.RunOfAsync(merged)).Status.ShouldBe("SUCCEEDED");

        await world.AdvanceAsync("P8D");
        (await world.ReconcileAsync()).ShouldBe("SUCCEEDED");

        await Should.ThrowAsync<NoSuchEntityException>(() => aws.Iam.GetLoginProfileAsync(new GetLoginProfileRequest(person)));
        (await aws.Iam.GetUserAsync(new GetUserRequest { UserName = person })).User.ShouldNotBeNull("only the password ends");
        await OnceToldAsync(person);
        (await register.CommentsAsync(merged.Number)).ShouldHaveSingleItem().ShouldContain($": nobody used the password that was mailed to `{person}` in time");

        var said = await world.SaidByAsync(async () =>
        {
            (await world.ReconcileAsync()).ShouldBe("SUCCEEDED");
            await OnceToldAsync(person);
        });
        said.ShouldBeEmpty("a second run has nothing to say");
    }

    [Fact]
    public async Task One_that_was_used_stays()
    {
        var person = RegisterClient.Address("password.used");
        (await world.RunOfAsync(await register.AddAsync("password.used"))).Status.ShouldBe("SUCCEEDED");
        await aws.Iam.UpdateLoginProfileAsync(new UpdateLoginProfileRequest(person) { Password = "Their-own-password-1", PasswordResetRequired = false });

        await world.AdvanceAsync("P8D");
        await world.ReconcileAsync();

        (await aws.Iam.GetLoginProfileAsync(new GetLoginProfileRequest(person))).LoginProfile.ShouldNotBeNull();
        (await world.MailsToAsync(person)).ShouldHaveSingleItem();
    }

    public void Dispose()
    {
        register.Dispose();
        aws.Dispose();
    }

    private async Task OnceToldAsync(string person)
    {
        var toPerson = (await world.MailsToAsync(person)).Where(mail => mail.Subject == "Your AWS password was not used in time");
        toPerson.ShouldHaveSingleItem().Text.ShouldContain("mgmt/password-reset-emails.txt");
        (await world.MailsToAsync($"form@{RegisterClient.Domain}")).Count(mail => mail.Subject == $"The AWS password of {person} was not used in time").ShouldBe(1);
    }
}
