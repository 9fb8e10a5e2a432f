using Gatehouse.Intake;

namespace Gatehouse.Tests.Intake;

public class PreviewStarterTests
{
    private readonly FakeExecutions executions = new();

    [Fact]
    public async Task A_plan_is_a_run_of_its_own_machine_named_after_its_delivery()
    {
        (await PreviewAsync(WebhookEvents.Delivery)).ShouldBe(new StartedRun($"plan-7-4b825dc642cb-{WebhookEvents.Delivery}", Already: false));

        executions.Started.ShouldHaveSingleItem().Input.ShouldBe($$"""{"pullRequest":7,"head":"{{WebhookEvents.Head}}","action":"opened","delivery":"{{WebhookEvents.Delivery}}"}""");
    }

    [Fact]
    public async Task The_same_delivery_again_is_the_same_plan_and_another_one_is_another()
    {
        await PreviewAsync("one");

        (await PreviewAsync("one")).Already.ShouldBeTrue();
        (await PreviewAsync("two")).Already.ShouldBeFalse();
    }

    [Fact]
    public async Task A_delivery_number_that_is_none_still_makes_a_name() =>
        (await PreviewAsync("../<b> " + new string('x', 90))).Name.ShouldBe($"plan-7-4b825dc642cb-b{new string('x', 35)}");

    [Fact]
    public void A_name_fits_the_80_characters_of_Step_Functions() =>
        $"plan-{int.MaxValue}-{WebhookEvents.Head[..12]}-{WebhookEvents.Delivery}-r50".Length.ShouldBeLessThanOrEqualTo(80);

    private Task<StartedRun> PreviewAsync(string delivery) =>
        new PreviewStarter(executions).StartAsync(new PreviewOf(7, WebhookEvents.Head, "opened"), delivery, CancellationToken.None);
}
