namespace Gatehouse.Tests.Membership.Leavers;

public sealed class RestoreApplyTests : IDisposable
{
    private readonly Leaving leaving = new();

    public void Dispose() => leaving.Dispose();

    [Fact]
    public async Task The_groups_come_back_and_the_keys_stay_inactive()
    {
        var jane = leaving.Iam.WithEverything(Leaving.Name);
        await leaving.QuarantineAsync();

        await leaving.RestoreAsync("CrossAccountAccess", "Readers");

        jane.Of("group").ShouldBe(["CrossAccountAccess", "Readers"]);
        jane.Of("inline").ShouldBe(["first", "zeroth"]);
        jane.Inactive.Count.ShouldBe(2);
        (await leaving.Quarantines.OpenAsync(default)).ShouldBeEmpty();
    }

    [Fact]
    public Task A_process_that_dies_anywhere_leaves_nothing_that_the_next_attempt_does_not_finish() => Leaving.ThroughAnyDeathAsync(
        given =>
        {
            given.Iam.WithEverything(Leaving.Name);
            return given.QuarantineAsync();
        },
        step => step.RestoreAsync("CrossAccountAccess", "Readers"),
        async then =>
        {
            var jane = then.Iam.Users[Leaving.Name];
            jane.Of("group").ShouldBe(["CrossAccountAccess", "Readers"], ignoreOrder: true);
            jane.Of("inline").ShouldNotContain("gatehouse-quarantine");
            (await then.Quarantines.OpenAsync(default)).ShouldBeEmpty();
        });

    [Fact]
    public async Task Quarantined_again_the_groups_of_then_are_remembered()
    {
        leaving.Iam.WithEverything(Leaving.Name);
        await leaving.QuarantineAsync();
        await leaving.RestoreAsync("CrossAccountAccess");
        leaving.Clock.Now += TimeSpan.FromDays(1);

        await leaving.QuarantineAsync();

        var quarantine = (await leaving.Quarantines.FindAsync(Leaving.Jane, default))!;
        quarantine.Groups.ShouldBe(["CrossAccountAccess"]);
        quarantine.Complete.ShouldBe(leaving.Clock.Now);
    }
}
