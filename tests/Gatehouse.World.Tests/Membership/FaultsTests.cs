using Amazon.IdentityManagement.Model;
using Amazon.StepFunctions.Model;

namespace Gatehouse.World.Tests.Membership;

/// <summary>What goes wrong on the way, one thing at a time; the end is the same.</summary>
[Collection(FaultsWorld.Name)]
public sealed class FaultsTests(FaultsWorldFixture world) : IAsyncLifetime, IDisposable
{
    private readonly RegisterClient register = new(world);
    private readonly AwsClients aws = new(world);

    public Task InitializeAsync() => world.ClearFaultsAsync();

    public Task DisposeAsync() => world.ClearFaultsAsync();

    [Fact]
    public async Task A_person_whose_CreateUser_is_throttled_three_times_is_onboarded()
    {
        await world.FailAsync("iam", "CreateUser", "Throttling", times: 3);

        await OnboardedAsync("throttled.thrice");
    }

    [Fact]
    public async Task A_mail_that_fails_twice_then_succeeds_is_one_mail_with_a_password_set_anew()
    {
        using var cleared = await world.Web.DeleteAsync(new Uri("api/calls", UriKind.Relative));
        await world.FailAsync("ses", "SendEmail", "TooManyRequestsException", times: 2);

        var mail = await OnboardedAsync("mail.fails");

        var calls = await world.CallsAsync();
        (calls["iam:CreateLoginProfile"] + calls["iam:UpdateLoginProfile"]).ShouldBeGreaterThanOrEqualTo(3);
        mail.Text.ShouldNotContain("replaces");
    }

    [Fact]
    public async Task A_kill_after_the_mail_was_accepted_brings_a_second_mail_that_says_it_replaces_the_first()
    {
        await world.KillAtAsync("ses", "SendEmail", after: true);

        var merged = await register.AddAsync("killed.after");
        (await world.RunOfAsync(merged)).Status.ShouldBe("SUCCEEDED");

        var mails = await world.MailsToAsync(RegisterClient.Address("killed.after"));
        mails.Count.ShouldBe(2);
        mails[0].Text.ShouldNotContain("replaces", Case.Insensitive);
        mails[1].Text.ShouldContain("replaces", Case.Insensitive);
        mails[1].Password.ShouldNotBe(mails[0].Password);
    }

    [Theory]
    [InlineData("iam", "CreateUser")]
    [InlineData("iam", "AddUserToGroup")]
    [InlineData("iam", "CreateLoginProfile")]
    [InlineData("ses", "SendEmail")]
    public async Task A_process_that_is_killed_before(string service, string action)
    {
        await world.KillAtAsync(service, action);

        await OnboardedAsync($"killed.{action.ToLowerInvariant()}");
        (await world.WaitingFaultsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_run_that_was_ended_half_way_is_started_again_by_a_redelivery_and_owes_nobody_a_mail()
    {
        await world.FailAsync("ses", "SendEmail", "TooManyRequestsException", times: 1_000);
        var merged = await register.AddAsync("half.way");
        await WorldViews.EventuallyAsync("the user exists", async () => await FindAsync("half.way"));
        await AbortAsync(merged.RunName);
        await world.ClearFaultsAsync();

        await register.RedeliverLastMergeAsync();

        (await world.RunNamedAsync($"{merged.RunName}-r2")).Status.ShouldBe("SUCCEEDED");
        (await world.MailsToAsync(RegisterClient.Address("half.way"))).Count.ShouldBe(1);
        (await aws.Iam.GetLoginProfileAsync(new GetLoginProfileRequest(RegisterClient.Address("half.way")))).LoginProfile.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_welcome_that_is_never_accepted_leaves_no_password_behind_and_goes_out_with_the_next_run()
    {
        await world.FailAsync("ses", "SendEmail", "MessageRejected", times: 1_000);
        var merged = await register.AddAsync("never.accepted");

        var run = await world.RunOfAsync(merged, seconds: 240);

        (run.Status, run.Error).ShouldBe(("FAILED", "ChangesFailed"));
        await Should.ThrowAsync<NoSuchEntityException>(() => aws.Iam.GetLoginProfileAsync(new GetLoginProfileRequest(RegisterClient.Address("never.accepted"))));
        (await register.CommentsAsync(merged.Number)).ShouldHaveSingleItem().ShouldContain("MessageRejected");
        await world.ClearFaultsAsync();

        await world.ReconcileAsync();

        (await world.MailsToAsync(RegisterClient.Address("never.accepted"))).Count.ShouldBe(1);
        (await register.CommentsAsync(merged.Number)).ShouldHaveSingleItem().ShouldNotContain("MessageRejected");
    }

    [Fact]
    public async Task A_person_whose_name_IAM_refuses_waits_beside_one_who_is_onboarded()
    {
        var merged = await register.AddAsync("name with spaces", "beside.fine");

        (await world.RunOfAsync(merged)).Status.ShouldBe("SUCCEEDED");

        (await world.MailsToAsync(RegisterClient.Address("beside.fine"))).Count.ShouldBe(1);
        var comment = (await register.CommentsAsync(merged.Number)).ShouldHaveSingleItem();
        comment.ShouldContain("⛔ refused");
        comment.ShouldContain("1 of 3 did not go through");
        await world.RunOfAsync(await register.RemoveAsync("name with spaces"));
    }

    [Fact]
    public async Task An_unreadable_register_applies_nothing_and_says_file_line_and_what_to_do()
    {
        var merged = await register.MergeAsync(await register.OpenTextAsync("Break it", register.Branch, (RegisterClient.Users, text => text.Replace("\"resource\"", "resource", StringComparison.Ordinal))));

        var run = await world.RunOfAsync(merged);

        (run.Status, run.Error).ShouldBe(("FAILED", "RegisterUnreadableException"));
        (await register.CommentsAsync(merged.Number)).ShouldHaveSingleItem().ShouldContain($"{RegisterClient.Users}:2");
        await register.MergeAsync(await register.OpenTextAsync("Mend it", register.Branch, (RegisterClient.Users, text => text.Replace("resource\"", "\"resource\"", StringComparison.Ordinal).Replace("resource:", "\"resource\":", StringComparison.Ordinal))));
        await OnboardedAsync("after.mending");
    }

    public void Dispose()
    {
        register.Dispose();
        aws.Dispose();
    }

    private async Task<Mail> OnboardedAsync(string local)
    {
        var merged = await register.AddAsync(local);
        (await world.RunOfAsync(merged)).Status.ShouldBe("SUCCEEDED");
        (await FindAsync(local)).ShouldNotBeNull();
        (await aws.Iam.ListGroupsForUserAsync(new ListGroupsForUserRequest(RegisterClient.Address(local)))).Groups.ShouldHaveSingleItem();
        return (await world.MailsToAsync(RegisterClient.Address(local))).ShouldHaveSingleItem();
    }

    private async Task<User?> FindAsync(string local)
    {
        try
        {
            return (await aws.Iam.GetUserAsync(new GetUserRequest { UserName = RegisterClient.Address(local) })).User;
        }
        catch (NoSuchEntityException)
        {
            return null;
        }
    }

    private async Task AbortAsync(string run)
    {
        var machine = (await aws.StepFunctions.ListStateMachinesAsync(new ListStateMachinesRequest())).StateMachines.Single(one => one.Name.EndsWith("-membership", StringComparison.Ordinal));
        var executions = await aws.StepFunctions.ListExecutionsAsync(new ListExecutionsRequest { StateMachineArn = machine.StateMachineArn });
        await aws.StepFunctions.StopExecutionAsync(new StopExecutionRequest { ExecutionArn = executions.Executions.Single(one => one.Name == run).ExecutionArn });
    }
}
