using Gatehouse.Ledger;
using Gatehouse.Root;
using static Gatehouse.Tests.Root.RootEvents;

namespace Gatehouse.Tests.Root;

public class RootRecoveryPlanTests
{
    [Theory]
    [InlineData("the request before it", -10, true)]
    [InlineData("one of the same second", 0, true)]
    [InlineData("one of almost a day before", -1439, true)]
    [InlineData("one that is older than a day", -1441, false)]
    [InlineData("one that came after it", 1, false)]
    public void A_completion_belongs_to_a_request_of_the_day_before(string which, int minutes, bool belongs)
    {
        var (request, completion) = (Request(Nine.AddMinutes(minutes)), Completion(Nine));

        (RootRecoveryPlan.RequestOf(completion.Event, [completion, request]) is not null).ShouldBe(belongs, which);
        (RootRecoveryPlan.CompletionOf(request.Event, [completion, request]) is not null).ShouldBe(belongs, which);
    }

    [Fact]
    public void Of_several_it_is_the_last_request_and_the_first_completion()
    {
        RootRecovery[] known = [Request(Nine.AddMinutes(-9)), Request(Nine.AddMinutes(-5)), Completion(Nine), Completion(Nine.AddMinutes(4))];

        RootRecoveryPlan.RequestOf(known[2].Event, known)!.At.ShouldBe(Nine.AddMinutes(-5));
        RootRecoveryPlan.CompletionOf(known[0].Event, known)!.At.ShouldBe(Nine);
    }

    [Fact]
    public void A_request_is_overdue_from_the_minute_that_the_setting_names()
    {
        RootRecoveryPlan.IsOverdue(Request(Nine).Event, 60, Nine.AddMinutes(59)).ShouldBeFalse();
        RootRecoveryPlan.IsOverdue(Request(Nine).Event, 60, Nine.AddMinutes(60)).ShouldBeTrue();
    }

    private static RootRecovery Request(DateTimeOffset at) => new(Read(SignIn("PasswordRecoveryRequested", "r", at)));

    private static RootRecovery Completion(DateTimeOffset at) => new(Read(SignIn("PasswordRecoveryCompleted", "c", at)));
}
