using Gatehouse.Local.Events;

namespace Gatehouse.Tests.Local.Events;

public sealed class ScheduleTests
{
    private static readonly Schedule Reconcile = new("gatehouse-reconcile", "eu-west-2", "arn:aws:states:eu-west-2:111122223333:stateMachine:gatehouse-membership", "{}");

    [Theory]
    [InlineData("membership")]
    [InlineData("gatehouse-membership")]
    [InlineData("gatehouse-reconcile")]
    public void A_schedule_answers_to_its_name_and_to_what_it_runs(string name) => Reconcile.Answers(name).ShouldBeTrue();

    [Theory]
    [InlineData("mfa", "gatehouse-mfa")]
    [InlineData("gatehouse-mfa", "gatehouse-mfa")]
    [InlineData("mfa-grace", "gatehouse-mfa-grace")]
    [InlineData("gatehouse-mfa-grace", "gatehouse-mfa-grace")]
    [InlineData("membership", "gatehouse-reconcile")]
    [InlineData("grants", null)]
    public void Of_two_schedules_of_one_machine_each_is_called_by_its_own_name(string name, string? called)
    {
        var mfa = Reconcile with { Name = "gatehouse-mfa", TargetArn = "arn:aws:states:eu-west-2:111122223333:stateMachine:gatehouse-mfa" };

        Schedule.Called(name, [mfa with { Name = "gatehouse-mfa-grace" }, Reconcile, mfa])?.Name.ShouldBe(called);
    }

    [Fact]
    public void A_schedule_does_not_answer_to_another_name() => Reconcile.Answers("grants").ShouldBeFalse();
}
