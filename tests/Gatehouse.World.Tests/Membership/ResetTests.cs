using Amazon.IdentityManagement.Model;

namespace Gatehouse.World.Tests.Membership;

/// <summary>Passwords and MFA devices that a merge asks to be reset.</summary>
[Collection(SharedWorld.Name)]
public sealed class ResetTests(WorldFixture world) : IAsyncLifetime, IDisposable
{
    private readonly RegisterClient register = new(world);
    private readonly AwsClients aws = new(world);

    public Task InitializeAsync() => world.ClearFaultsAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_same_line_in_two_merges_is_two_resets_once_each_and_a_redelivery_adds_none()
    {
        var person = await OnboardedAsync("reset.twice");
        await AddDeviceAsync(person);

        var first = await register.AskResetAsync(RegisterClient.PasswordResets, person);
        await SucceededAsync(first);
        var mail = (await world.MailsToAsync(person))[^1];
        mail.Subject.ShouldStartWith("Your new AWS password");
        mail.Text.ShouldContain($"Somebody asked for it in pull request {first.Number}");
        mail.Text.ShouldNotContain("Assign MFA device", Case.Sensitive, "they have one");
        (await register.CommentsAsync(first.Number)).ShouldHaveSingleItem().ShouldContain("send the new password | ✉️ accepted");

        await register.RedeliverLastMergeAsync();
        await world.ReconcileAsync();
        (await world.MailsToAsync(person)).Count.ShouldBe(2);

        await SucceededAsync(await register.AskResetAsync(RegisterClient.PasswordResets, person));
        await world.ReconcileAsync();
        var mails = await world.MailsToAsync(person);
        mails.Count.ShouldBe(3);
        mails[2].Password.ShouldNotBe(mails[1].Password);
        (await DevicesAsync(person)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Two_merges_that_one_run_meets_are_two_mails_of_which_the_last_has_the_password_that_works()
    {
        var person = await OnboardedAsync("reset.queued");

        var first = await register.AskResetAsync(RegisterClient.PasswordResets, person);
        var second = await register.AskResetAsync(RegisterClient.PasswordResets, person);
        await SucceededAsync(first);
        await SucceededAsync(second);

        var mails = await world.MailsToAsync(person);
        mails.Count.ShouldBe(3);
        mails.Select(mail => mail.Password).ShouldBeUnique();
    }

    [Fact]
    public async Task An_address_that_fits_nobody_is_told_and_nothing_happens()
    {
        var asked = await register.AskResetAsync(RegisterClient.PasswordResets, "nobody.at.all");

        await SucceededAsync(asked);

        (await register.CommentsAsync(asked.Number)).ShouldHaveSingleItem().ShouldContain("A reset was asked for, and not done");
        (await world.SlackAsync()).Count(message => message.Text.Contains("nobody.at.all@digital.cabinet-office.gov.uk has no user", StringComparison.Ordinal)).ShouldBe(1);
        (await world.MailsToAsync(RegisterClient.Address("nobody.at.all"))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_comes_back_from_quarantine_by_a_reset()
    {
        var person = await OnboardedAsync("reset.leaver");
        await SucceededAsync(await register.RemoveAsync("reset.leaver"));
        var mails = (await world.MailsToAsync(person)).Count;

        var asked = await register.AskResetAsync(RegisterClient.PasswordResets, person);
        await SucceededAsync(asked);

        (await register.CommentsAsync(asked.Number)).ShouldHaveSingleItem().ShouldContain("is in quarantine");
        (await world.MailsToAsync(person)).Count.ShouldBe(mails);
        await Should.ThrowAsync<NoSuchEntityException>(() => aws.Iam.GetLoginProfileAsync(new GetLoginProfileRequest(person)));
    }

    [Fact]
    public async Task A_lost_MFA_device_is_removed_once_the_person_and_Slack_are_told_and_the_new_one_stays()
    {
        var person = await OnboardedAsync("reset.mfa");
        await AddDeviceAsync(person);

        var asked = await register.AskResetAsync(RegisterClient.MfaResets, person);
        await SucceededAsync(asked);

        (await DevicesAsync(person)).ShouldBeEmpty();
        var mail = (await world.MailsToAsync(person))[^1];
        mail.Subject.ShouldBe("Your MFA devices were removed: add a new one");
        mail.Text.ShouldContain("Assign MFA device");
        (await world.SlackAsync()).ShouldContain(message => message.Text.Contains($"{person}: :closed_lock_with_key: remove every MFA device", StringComparison.Ordinal));
        (await aws.Iam.GetLoginProfileAsync(new GetLoginProfileRequest(person))).LoginProfile.ShouldNotBeNull();

        await AddDeviceAsync(person);
        await register.RedeliverLastMergeAsync();
        await world.ReconcileAsync();
        (await DevicesAsync(person)).ShouldHaveSingleItem();
        (await world.MailsToAsync(person)).Count.ShouldBe(2);
    }

    public void Dispose()
    {
        register.Dispose();
        aws.Dispose();
    }

    private async Task<string> OnboardedAsync(string local)
    {
        await SucceededAsync(await register.AddAsync(local));
        return RegisterClient.Address(local);
    }

    private async Task SucceededAsync(Merged merged) => (await world.RunOfAsync(merged)).Status.ShouldBe("SUCCEEDED");

    private async Task AddDeviceAsync(string person)
    {
        var device = (await aws.Iam.CreateVirtualMFADeviceAsync(new CreateVirtualMFADeviceRequest { VirtualMFADeviceName = person })).VirtualMFADevice.SerialNumber;
        await aws.Iam.EnableMFADeviceAsync(new EnableMFADeviceRequest { UserName = person, SerialNumber = device, AuthenticationCode1 = "123456", AuthenticationCode2 = "654321" });
    }

    private async Task<IReadOnlyList<MFADevice>> DevicesAsync(string person) => (await aws.Iam.ListMFADevicesAsync(new ListMFADevicesRequest(person))).MFADevices ?? [];
}
