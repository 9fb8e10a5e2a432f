using Gatehouse.Intake;

namespace Gatehouse.Tests.Intake;

public sealed class LeakStarterTests
{
    private readonly FakeExecutions executions = new();

    [Theory]
    [InlineData("example-org/shop", "^leak-example-org-shop-7-[0-9a-f]{12}$")]
    [InlineData("example-org/a.b_c", "^leak-example-org-a-b_c-7-[0-9a-f]{12}$")]
    [InlineData("an-organisation-with-a-name-of-39-letters/a-repository-whose-name-is-a-hundred-letters-long-and-has-no-end-in-sight-at-all", "^leak-an-organisation-with-a-name-of-39-letter-7-[0-9a-f]{12}$")]
    public async Task A_run_is_named_by_what_it_is_about_within_the_limits_of_Step_Functions(string repository, string name)
    {
        await new LeakStarter(executions).StartAsync(new LeakOf(repository, 7, "created"), "body"u8.ToArray(), default);

        executions.Started.ShouldHaveSingleItem().Name.ShouldMatch(name);
        $"{executions.Started[0].Name}-r50".Length.ShouldBeLessThanOrEqualTo(80);
    }

    [Fact]
    public async Task The_same_bytes_are_the_same_run_and_others_are_another()
    {
        var starter = new LeakStarter(executions);
        var leak = new LeakOf("example-org/shop", 7, "created");

        await starter.StartAsync(leak, "one"u8.ToArray(), default);
        (await starter.StartAsync(leak, "one"u8.ToArray(), default)).Already.ShouldBeTrue();
        (await starter.StartAsync(leak, "other"u8.ToArray(), default)).Already.ShouldBeFalse();

        executions.Started.Count.ShouldBe(2);
    }
}
