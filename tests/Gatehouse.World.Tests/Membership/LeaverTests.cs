using System.Text.Json.Nodes;
using Amazon.IdentityManagement.Model;

namespace Gatehouse.World.Tests.Membership;

/// <summary>Leaving, coming back and being gone, through AWS and GitHub clients only.</summary>
[Collection(FaultsWorld.Name)]
public sealed class LeaverTests(FaultsWorldFixture world) : IAsyncLifetime, IDisposable
{
    private readonly RegisterClient register = new(world);
    private readonly AwsClients aws = new(world);

    public Task InitializeAsync() => world.ClearFaultsAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Somebody_with_everything_is_quarantined_restored_quarantined_again_and_after_the_grace_time_nothing_of_theirs_is_left()
    {
        var person = RegisterClient.Address("leaver.everything");
        var belongings = new Belongings(aws.Iam, person);
        await SucceededAsync(await register.AddAsync("leaver.everything"));
        await Belongings.MakeGroupsAsync(aws.Iam);
        await belongings.GiveEverythingAsync();
        var everything = await belongings.AllAsync();
        everything.Count.ShouldBe(18, string.Join('\n', everything));

        var left = await register.RemoveAsync("leaver.everything");
        await SucceededAsync(left);
        Quarantined(await belongings.AllAsync(), everything);
        (await world.MailsToAsync(person))[^1].Subject.ShouldBe("Your AWS access has ended");
        (await world.MailsToAsync("platform-leads@digital.cabinet-office.gov.uk"))[^1].Text.ShouldContain(person);
        (await register.CommentsAsync(left.Number)).ShouldHaveSingleItem().ShouldContain("quarantine the user");

        var back = await register.AddAsync("leaver.everything");
        await SucceededAsync(back);
        var restored = await belongings.AllAsync();
        restored.ShouldContain("group CrossAccountAccess");
        restored.ShouldContain($"password {person}");
        restored.ShouldNotContain("inline gatehouse-quarantine");
        restored.Count(thing => thing == "key Inactive").ShouldBe(2);
        (await world.MailsToAsync(person))[^1].Password.Length.ShouldBeGreaterThanOrEqualTo(16);
        (await register.CommentsAsync(back.Number)).ShouldHaveSingleItem().ShouldContain("LeaverReaders, LeaverWriters must be given back by hand");

        await SucceededAsync(await register.RemoveAsync("leaver.everything"));
        Quarantined(await belongings.AllAsync(), everything);

        await world.AdvanceAsync("P13D");
        (await world.ReconcileAsync()).ShouldBe("SUCCEEDED");
        Quarantined(await belongings.AllAsync(), everything);
        await world.AdvanceAsync("P2D");
        (await world.ReconcileAsync()).ShouldBe("SUCCEEDED");
        (await belongings.AllAsync()).ShouldBeEmpty();

        await SucceededAsync(await register.AddAsync("leaver.everything"));
        (await belongings.AllAsync()).ShouldBe([$"user {person}", $"password {person}", "group CrossAccountAccess"], ignoreOrder: true);
        await aws.Iam.CreateVirtualMFADeviceAsync(new CreateVirtualMFADeviceRequest { VirtualMFADeviceName = person });
    }

    [Fact]
    public async Task Of_two_addresses_that_share_a_label_the_right_one_leaves()
    {
        const string Office = "shared.label@cabinetoffice.gov.uk", Property = "shared.label@gpa.gov.uk";
        await SucceededAsync(await register.AddAsync(Office));

        await SucceededAsync(await RenameAsync("shared_label", Property));

        (await new Belongings(aws.Iam, Office).AllAsync()).ShouldBe([$"user {Office}", "inline gatehouse-quarantine"]);
        (await new Belongings(aws.Iam, Property).AllAsync()).ShouldBe([$"user {Property}", $"password {Property}", "group CrossAccountAccess"], ignoreOrder: true);

        await SucceededAsync(await RenameAsync("shared_label", Office));

        (await new Belongings(aws.Iam, Office).AllAsync()).ShouldBe([$"user {Office}", $"password {Office}", "group CrossAccountAccess"], ignoreOrder: true);
        (await new Belongings(aws.Iam, Property).AllAsync()).ShouldBe([$"user {Property}", "inline gatehouse-quarantine"]);
    }

    public void Dispose()
    {
        register.Dispose();
        aws.Dispose();
    }

    /// <summary>Denied, without a password, an active key or a group; the rest is kept for a return.</summary>
    private static void Quarantined(IReadOnlyList<string> now, IReadOnlyList<string> before) => now.ShouldBe(
        before.Where(thing => !thing.StartsWith("password", StringComparison.Ordinal) && !thing.StartsWith("group", StringComparison.Ordinal))
            .Select(thing => thing == "key Active" ? "key Inactive" : thing)
            .Append("inline gatehouse-quarantine"),
        ignoreOrder: true);

    private async Task SucceededAsync(Merged merged) => (await world.RunOfAsync(merged)).Status.ShouldBe("SUCCEEDED");

    private async Task<Merged> RenameAsync(string label, string name) => await register.MergeAsync(await register.OpenAsync(
        $"Add AWS user {name}",
        register.Branch,
        (RegisterClient.Users, file => file["resource"]!.AsArray().Select(entry => entry!["aws_iam_user"]![label]).OfType<JsonObject>().Single()["name"] = name)));
}
