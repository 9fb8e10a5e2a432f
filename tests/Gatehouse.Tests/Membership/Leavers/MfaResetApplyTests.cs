using Gatehouse.Aws;

namespace Gatehouse.Tests.Membership.Leavers;

public sealed class MfaResetApplyTests : IDisposable
{
    private readonly Leaving leaving = new();

    public void Dispose() => leaving.Dispose();

    [Fact]
    public async Task Every_device_is_deactivated_and_only_a_virtual_one_is_deleted()
    {
        var jane = leaving.Iam.WithEverything(Leaving.Name);

        await leaving.ResetMfaAsync();

        jane.Of("device").ShouldBeEmpty();
        leaving.Iam.VirtualDevices.ShouldBeEmpty();
        leaving.Iam.Calls.Count(call => call.StartsWith("DeleteVirtualMFADevice", StringComparison.Ordinal)).ShouldBe(1);
        jane.Of("password").ShouldHaveSingleItem();
        jane.Of("key").Count.ShouldBe(2);
        jane.Of("group").Count.ShouldBe(3);
    }

    [Fact]
    public Task A_process_that_dies_anywhere_leaves_no_orphan_device() => Leaving.ThroughAnyDeathAsync(
        given => Task.FromResult(given.Iam.WithEverything(Leaving.Name)),
        step => step.ResetMfaAsync(),
        then =>
        {
            then.Iam.Users[Leaving.Name].Of("device").ShouldBeEmpty();
            then.Iam.VirtualDevices.ShouldBeEmpty();
            then.Ledger.ItemsOf("DEVICES").ShouldBeEmpty();
            return Task.CompletedTask;
        });

    [Fact]
    public async Task Nobody_is_in_quarantine_for_it()
    {
        leaving.Iam.WithEverything(Leaving.Name);
        leaving.Iam.DiesAfterCall = 3;
        await Should.ThrowAsync<Exception>(leaving.ResetMfaAsync);

        leaving.Ledger.ItemsOf("DEVICES").ShouldHaveSingleItem();
        (await leaving.Quarantines.OpenAsync(default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Somebody_without_a_device_costs_two_calls()
    {
        leaving.Iam.Users[Leaving.Name] = new(managed: true);

        await leaving.ResetMfaAsync();

        leaving.Iam.Calls.ShouldBe(["GetUser", "ListMFADevices"]);
        leaving.Ledger.Writes.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_user_without_our_tag_keeps_theirs()
    {
        leaving.Iam.WithEverything(Leaving.Name).Managed = false;

        await Should.ThrowAsync<UserNotManagedException>(leaving.ResetMfaAsync);

        leaving.Iam.VirtualDevices.ShouldHaveSingleItem();
    }
}
