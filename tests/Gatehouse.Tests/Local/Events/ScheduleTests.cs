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

    [Fact]
    public void A_schedule_does_not_answer_to_another_name() => Reconcile.Answers("grants").ShouldBeFalse();
}
