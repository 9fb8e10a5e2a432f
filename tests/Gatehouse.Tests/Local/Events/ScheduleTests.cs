using Gatehouse.Local.Events;

namespace Gatehouse.Tests.Local.Events;

public sealed class ScheduleTests
{
    private static readonly Schedule Reconcile = new("gatehouse-reconcile", "eu-west-2", "arn:aws:states:eu-west-2:111122223333:stateMachine:gatehouse-membership", "{}");

    private static readonly Schedule Heartbeat =
        new("gatehouse-heartbeat", "us-east-1", "arn:aws:events:us-east-1:111122223333:event-bus/default", """{"scheduled":"<aws.scheduler.scheduled-time>"}""", "gatehouse.heartbeat", "Root Heartbeat");

    [Theory]
    [InlineData("membership")]
    [InlineData("gatehouse-membership")]
    [InlineData("gatehouse-reconcile")]
    public void A_schedule_answers_to_its_name_and_to_what_it_runs(string name) => Reconcile.Answers(name).ShouldBeTrue();

    [Theory]
    [InlineData("mfa", "gatehouse-sweep-mfa")]
    [InlineData("gatehouse-sweep-mfa", "gatehouse-sweep-mfa")]
    [InlineData("mfa-grace", "gatehouse-mfa-grace")]
    [InlineData("gatehouse-mfa-grace", "gatehouse-mfa-grace")]
    [InlineData("membership", "gatehouse-reconcile")]
    [InlineData("keys", "gatehouse-sweep-keys")]
    [InlineData("deploy-keys", "gatehouse-deploy-keys")]
    [InlineData("grants", null)]
    public void Of_two_schedules_of_one_machine_each_is_called_by_its_own_name(string name, string? called)
    {
        var mfa = Reconcile with { Name = "gatehouse-sweep-mfa", TargetArn = "arn:aws:states:eu-west-2:111122223333:stateMachine:gatehouse-mfa" };

        var keys = Reconcile with { Name = "gatehouse-sweep-keys", TargetArn = "arn:aws:states:eu-west-2:111122223333:stateMachine:gatehouse-keys" };
        var deployKeys = Reconcile with { Name = "gatehouse-deploy-keys", TargetArn = "arn:aws:states:eu-west-2:111122223333:stateMachine:gatehouse-deploy-keys" };

        Schedule.Called(name, [mfa with { Name = "gatehouse-mfa-grace" }, Reconcile, mfa, deployKeys, keys])?.Name.ShouldBe(called);
    }

    [Theory]
    [InlineData("heartbeat")]
    [InlineData("gatehouse-heartbeat")]
    public void So_does_one_that_puts_an_event(string name) => Heartbeat.Answers(name).ShouldBeTrue();

    [Fact]
    public void A_scheduler_fills_in_what_its_input_asks_for() =>
        Heartbeat.InputAt(new DateTimeOffset(2026, 11, 20, 6, 0, 0, TimeSpan.Zero)).ShouldBe("""{"scheduled":"2026-11-20T06:00:00Z"}""");

    [Fact]
    public void A_schedule_without_an_input_is_an_event_of_its_own()
    {
        var follow = new Schedule("gatehouse-follow", "eu-west-2", "arn:aws:lambda:eu-west-2:111122223333:function:gatehouse-FollowRootAccounts", null);

        var occurred = System.Text.Json.Nodes.JsonNode.Parse(follow.InputAt(new DateTimeOffset(2026, 11, 20, 6, 0, 0, TimeSpan.Zero)))!;

        ((string?)occurred["source"], (string?)occurred["detail-type"], (string?)occurred["time"]).ShouldBe(("aws.events", "Scheduled Event", "2026-11-20T06:00:00Z"));
        ((string?)occurred["resources"]![0]).ShouldBe("arn:aws:events:eu-west-2:111122223333:rule/gatehouse-follow");
    }

    [Fact]
    public void A_schedule_does_not_answer_to_another_name() => Reconcile.Answers("grants").ShouldBeFalse();
}
