using System.Text.Json;
using Gatehouse.Intake;
using Gatehouse.Membership;
using Gatehouse.Runtime;

namespace Gatehouse.Tests.Intake;

public class RunStarterTests
{
    private const string Name = $"merge-7-{WebhookEvents.MergeCommit}";

    private static readonly MergeOf Merge = new(7, WebhookEvents.MergeCommit);
    private readonly FakeExecutions executions = new();

    [Fact]
    public async Task A_merge_starts_a_run_named_after_it_with_what_the_plan_needs()
    {
        (await StartAsync()).ShouldBe(new StartedRun(Name, Already: false));

        JsonSerializer.Deserialize(executions.Started.ShouldHaveSingleItem().Input, GatehouseJson.Default.RunInput)
            .ShouldBe(new RunInput("merge", "a-delivery", 7, WebhookEvents.MergeCommit));
    }

    [Fact]
    public async Task The_input_is_what_the_state_machine_is_written_for()
    {
        await StartAsync();

        executions.Started[0].Input.ShouldBe($$"""{"trigger":"merge","delivery":"a-delivery","pullRequest":7,"mergeCommit":"{{WebhookEvents.MergeCommit}}"}""");
    }

    [Fact]
    public async Task A_run_that_is_there_and_did_not_fail_is_not_started_again()
    {
        executions.Has(Name, failed: false);

        (await StartAsync()).ShouldBe(new StartedRun(Name, Already: true));
        executions.Started.ShouldBeEmpty();
    }

    [Fact]
    public async Task After_a_run_that_failed_the_next_name_is_used()
    {
        executions.Has(Name, failed: true);

        (await StartAsync()).ShouldBe(new StartedRun($"{Name}-r2", Already: false));
    }

    [Fact]
    public async Task After_two_that_failed_a_third_that_runs_is_left_alone()
    {
        executions.Has(Name, failed: true);
        executions.Has($"{Name}-r2", failed: true);
        executions.Has($"{Name}-r3", failed: false);

        (await StartAsync()).ShouldBe(new StartedRun($"{Name}-r3", Already: true));
        executions.Started.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_merge_whose_runs_always_failed_is_refused_in_the_end()
    {
        executions.Has(Name, failed: true);
        for (var attempt = 2; attempt <= 50; attempt++)
        {
            executions.Has($"{Name}-r{attempt}", failed: true);
        }

        (await Should.ThrowAsync<RunFailedTooOftenException>(StartAsync)).Message.ShouldContain("-r50");
    }

    [Fact]
    public void A_name_fits_the_80_characters_of_Step_Functions()
    {
        $"merge-{int.MaxValue}-{WebhookEvents.MergeCommit}-r50".Length.ShouldBeLessThanOrEqualTo(80);
    }

    private Task<StartedRun> StartAsync() => new RunStarter(executions).StartAsync(Merge, "a-delivery", CancellationToken.None);
}
