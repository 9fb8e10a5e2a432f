using Gatehouse.Aws;
using Gatehouse.Membership.Leavers;

namespace Gatehouse.Tests.Membership.Leavers;

public sealed class DeletionApplyTests : IDisposable
{
    private readonly Leaving leaving = new();

    public void Dispose() => leaving.Dispose();

    [Fact]
    public async Task Nothing_of_somebody_with_everything_is_left()
    {
        leaving.Iam.WithEverything(Leaving.Name);
        leaving.Iam.WithEverything("joe.bloggs@digital.cabinet-office.gov.uk");
        await leaving.QuarantineAsync();

        await leaving.DeleteAsync();

        leaving.Iam.Users.Keys.ShouldBe(["joe.bloggs@digital.cabinet-office.gov.uk"]);
        leaving.Iam.VirtualDevices.ShouldBe(["arn:aws:iam::111122223333:mfa/joe.bloggs@digital.cabinet-office.gov.uk"]);
        leaving.Ledger.ItemsOf("").ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_kind_is_listed_once_and_each_thing_is_one_call()
    {
        leaving.Iam.WithEverything(Leaving.Name);

        await leaving.DeleteAsync();

        leaving.Iam.Calls.ShouldBe(
        [
            "GetUser",
            "ListMFADevices", $"DeactivateMFADevice {Leaving.Virtual}", $"DeactivateMFADevice arn:aws:iam::111122223333:u2f/user/{Leaving.Name}/yubi-ABC", "DeactivateMFADevice GAKT12345678",
            $"DeleteVirtualMFADevice {Leaving.Virtual}",
            "ListAttachedUserPolicies",
            "DeleteLoginProfile",
            "ListAccessKeys", "DeleteAccessKey AKIA1", "DeleteAccessKey AKIA2",
            "ListSigningCertificates", "DeleteSigningCertificate CERT1",
            "ListSSHPublicKeys", "DeleteSSHPublicKey APKA1",
            "ListServiceSpecificCredentials", "DeleteServiceSpecificCredential ACCA1", "DeleteServiceSpecificCredential ACCA2",
            "ListGroupsForUser", "RemoveUserFromGroup CrossAccountAccess", "RemoveUserFromGroup Auditors", "RemoveUserFromGroup Readers",
            "DetachUserPolicy arn:aws:iam::aws:policy/ReadOnlyAccess", "DetachUserPolicy arn:aws:iam::111122223333:policy/Team",
            "ListUserPolicies", "DeleteUserPolicy first", "DeleteUserPolicy zeroth",
            "DeleteUserPermissionsBoundary",
            "DeleteUser", "GetUser",
        ]);
    }

    [Fact]
    public async Task The_policy_that_denies_everything_goes_after_every_other()
    {
        leaving.Iam.WithEverything(Leaving.Name).Of("inline").Insert(0, QuarantinePolicy.Name);

        await leaving.DeleteAsync();

        leaving.Iam.Calls.Where(call => call.StartsWith("DeleteUserPolicy", StringComparison.Ordinal)).Last().ShouldBe("DeleteUserPolicy gatehouse-quarantine");
    }

    [Fact]
    public async Task Every_page_of_every_list_is_followed()
    {
        leaving.Iam.WithEverything(Leaving.Name);
        leaving.Iam.PageSize = 1;

        await leaving.DeleteAsync();

        leaving.Iam.Users.ShouldBeEmpty();
        leaving.Iam.VirtualDevices.ShouldBeEmpty();
    }

    [Fact]
    public Task A_process_that_dies_anywhere_leaves_nothing_that_the_next_attempt_does_not_finish() => Leaving.ThroughAnyDeathAsync(
        given =>
        {
            given.Iam.WithEverything(Leaving.Name);
            return given.QuarantineAsync();
        },
        step => step.DeleteAsync(),
        then =>
        {
            then.Iam.Users.ShouldBeEmpty();
            then.Iam.VirtualDevices.ShouldBeEmpty("a device that an attempt deactivated must still be deleted");
            then.Ledger.ItemsOf("").ShouldBeEmpty();
            return Task.CompletedTask;
        });

    [Fact]
    public async Task A_user_whom_IAM_still_shows_is_looked_at_again()
    {
        leaving.Iam.WithEverything(Leaving.Name);
        await leaving.QuarantineAsync();
        leaving.Iam.Stale = 1;

        (await Should.ThrowAsync<UserStillThereException>(leaving.DeleteAsync)).Message.ShouldContain(Leaving.Name);
        (await leaving.Quarantines.OpenAsync(default)).ShouldHaveSingleItem();

        await leaving.DeleteAsync();
        (await leaving.Quarantines.OpenAsync(default)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantine")]
    [InlineData("arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV3")]
    public async Task A_user_whom_AWS_quarantined_for_a_leaked_key_keeps_keys_and_policies(string quarantine)
    {
        var jane = leaving.Iam.WithEverything(Leaving.Name).Has("attached", quarantine);

        (await Should.ThrowAsync<KeyQuarantinedByAwsException>(leaving.DeleteAsync)).Message.ShouldContain("When a key leaks");

        jane.Of("attached").ShouldContain(quarantine);
        jane.Of("key").ShouldBe(["AKIA1", "AKIA2"]);
        leaving.Iam.Calls.ShouldNotContain(call => call.StartsWith("Detach", StringComparison.Ordinal) || call.StartsWith("DeleteAccessKey", StringComparison.Ordinal) || call == "DeleteUser");
    }

    [Fact]
    public async Task A_user_without_our_tag_is_left_alone()
    {
        leaving.Iam.WithEverything(Leaving.Name).Managed = false;

        (await Should.ThrowAsync<UserNotManagedException>(leaving.DeleteAsync)).Message.ShouldContain("put it back");

        leaving.Iam.Calls.ShouldBe(["GetUser"]);
    }

    [Fact]
    public async Task A_user_whom_somebody_deleted_by_hand_meanwhile_leaves_no_device_behind()
    {
        leaving.Iam.WithEverything(Leaving.Name);
        leaving.Iam.DiesAfterCall = 3;
        await Should.ThrowAsync<Exception>(leaving.DeleteAsync);
        leaving.Iam.Users.Clear();

        await leaving.DeleteAsync();

        leaving.Iam.VirtualDevices.ShouldBeEmpty();
    }
}
