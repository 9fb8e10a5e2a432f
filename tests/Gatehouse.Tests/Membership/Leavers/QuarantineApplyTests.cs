using Gatehouse.Aws;

namespace Gatehouse.Tests.Membership.Leavers;

public sealed class QuarantineApplyTests : IDisposable
{
    private readonly Leaving leaving = new();

    public void Dispose() => leaving.Dispose();

    [Fact]
    public async Task Everything_is_denied_first_and_the_groups_are_remembered_before_they_are_taken()
    {
        leaving.Iam.WithEverything(Leaving.Name);

        await leaving.QuarantineAsync();

        leaving.Iam.Calls.ShouldBe(
        [
            "PutUserPolicy gatehouse-quarantine",
            "ListAccessKeys", "UpdateAccessKey AKIA1", "UpdateAccessKey AKIA2",
            "DeleteLoginProfile",
            "ListGroupsForUser", "RemoveUserFromGroup CrossAccountAccess", "RemoveUserFromGroup Auditors", "RemoveUserFromGroup Readers",
        ]);
        var quarantine = (await leaving.Quarantines.FindAsync(Leaving.Jane, default))!;
        quarantine.Groups.ShouldBe(["CrossAccountAccess", "Auditors", "Readers"]);
        quarantine.Complete.ShouldBe(leaving.Clock.Now);
    }

    [Fact]
    public async Task Somebody_with_nothing_costs_four_calls()
    {
        leaving.Iam.Users[Leaving.Name] = new(managed: true);

        await leaving.QuarantineAsync();

        leaving.Iam.Calls.ShouldBe(["PutUserPolicy gatehouse-quarantine", "ListAccessKeys", "DeleteLoginProfile", "ListGroupsForUser"]);
    }

    [Fact]
    public async Task A_key_that_is_inactive_already_is_left_as_it_is()
    {
        leaving.Iam.WithEverything(Leaving.Name).Inactive.Add("AKIA1");

        await leaving.QuarantineAsync();

        leaving.Iam.Calls.ShouldNotContain("UpdateAccessKey AKIA1");
        leaving.Iam.Calls.ShouldContain("UpdateAccessKey AKIA2");
    }

    [Fact]
    public Task A_process_that_dies_anywhere_leaves_nothing_that_the_next_attempt_does_not_finish() => Leaving.ThroughAnyDeathAsync(
        given => Task.FromResult(given.Iam.WithEverything(Leaving.Name)),
        step => step.QuarantineAsync(),
        async then =>
        {
            var jane = then.Iam.Users[Leaving.Name];
            jane.Of("inline").ShouldContain("gatehouse-quarantine");
            jane.Of("group").ShouldBeEmpty();
            jane.Of("password").ShouldBeEmpty();
            jane.Inactive.ShouldBe(["AKIA1", "AKIA2"], ignoreOrder: true);
            var quarantine = (await then.Quarantines.FindAsync(Leaving.Jane, default))!;
            quarantine.Groups.ShouldBe(["CrossAccountAccess", "Auditors", "Readers"]);
            quarantine.Complete.ShouldNotBeNull();
        });

    [Fact]
    public async Task Done_twice_it_is_complete_since_the_first_time()
    {
        leaving.Iam.WithEverything(Leaving.Name);
        await leaving.QuarantineAsync();
        var since = leaving.Clock.Now;
        leaving.Clock.Now += TimeSpan.FromDays(3);

        await leaving.QuarantineAsync();

        var quarantine = (await leaving.Quarantines.OpenAsync(default)).ShouldHaveSingleItem();
        quarantine.Complete.ShouldBe(since);
        quarantine.Groups.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Every_page_of_keys_and_groups_is_followed()
    {
        var jane = leaving.Iam.WithEverything(Leaving.Name);
        leaving.Iam.PageSize = 1;

        await leaving.QuarantineAsync();

        jane.Inactive.Count.ShouldBe(2);
        jane.Of("group").ShouldBeEmpty();
    }

    [Fact]
    public async Task Somebody_who_is_gone_from_IAM_has_nothing_to_take()
    {
        await leaving.QuarantineAsync();

        leaving.Iam.Calls.ShouldBe(["PutUserPolicy gatehouse-quarantine", "GetUser"]);
        leaving.Ledger.ItemsOf("").ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_the_policy_finds_no_room_everything_else_is_taken_and_the_change_fails_and_says_what_to_do()
    {
        var jane = leaving.Iam.WithEverything(Leaving.Name);
        leaving.Iam.NoRoom = true;

        (await Should.ThrowAsync<NoRoomToDenyException>(leaving.QuarantineAsync)).Message.ShouldContain("Delete one of their inline policies by hand");

        jane.Inactive.Count.ShouldBe(2);
        jane.Of("password").ShouldBeEmpty();
        jane.Of("group").ShouldBeEmpty();
        (await leaving.Quarantines.FindAsync(Leaving.Jane, default))!.Complete.ShouldBeNull();

        leaving.Iam.NoRoom = false;
        await leaving.QuarantineAsync();
        (await leaving.Quarantines.FindAsync(Leaving.Jane, default))!.Groups.ShouldBe(["CrossAccountAccess", "Auditors", "Readers"]);
    }

    [Fact]
    public async Task Somebody_without_our_tag_is_left_alone_and_the_report_says_why()
    {
        leaving.Iam.WithEverything(Leaving.Name).Managed = false;

        (await Should.ThrowAsync<UserNotManagedException>(leaving.QuarantineAsync)).Message.ShouldContain("does not carry the tag managed-by=gatehouse any more");

        leaving.Iam.Users[Leaving.Name].Of("inline").ShouldNotContain("gatehouse-quarantine");
    }
}
