using Gatehouse.Local.Aws;

namespace Gatehouse.Tests.Local.Aws;

public sealed class FaultsTests
{
    private readonly Faults faults = new();

    [Fact]
    public void A_fault_is_met_as_often_as_it_was_asked_for_and_then_no_more()
    {
        faults.Add(Throttling(times: 2));

        new[] { Meet(), Meet(), Meet() }.ShouldBe([true, true, false]);
    }

    [Fact]
    public void A_fault_that_skips_calls_lets_those_pass_first()
    {
        faults.Add(Throttling(times: 1) with { Skip = 2 });

        new[] { Meet(), Meet(), Meet(), Meet() }.ShouldBe([false, false, true, false]);
    }

    [Fact]
    public void A_fault_of_each_third_call_lets_two_pass_between()
    {
        faults.Add(Throttling(times: 2) with { Skip = 2, Every = 3 });

        Enumerable.Range(1, 9).Where(_ => Meet()).ShouldBe([3, 6]);
    }

    [Theory]
    [InlineData("ses", "CreateUser")]
    [InlineData("iam", "DeleteUser")]
    public void Another_call_does_not_meet_it(string service, string action)
    {
        faults.Add(Throttling(times: 1));

        faults.Take(service, action).ShouldBeNull();
        faults.Waiting.Count.ShouldBe(1);
    }

    [Fact]
    public void A_star_is_every_action_of_the_service()
    {
        faults.Add(Throttling(times: 1) with { Action = "*" });

        faults.Take("iam", "TagUser").ShouldNotBeNull();
    }

    [Fact]
    public void Faults_of_one_action_are_met_in_the_order_in_which_they_were_asked_for()
    {
        faults.Add(Throttling(times: 1));
        faults.Add(Throttling(times: 1) with { Code = "ServiceFailure" });

        new[] { faults.Take("iam", "CreateUser")!.Code, faults.Take("iam", "CreateUser")!.Code }.ShouldBe(["Throttling", "ServiceFailure"]);
    }

    [Fact]
    public void Cleared_faults_are_met_by_nobody()
    {
        faults.Add(Throttling(times: 5));
        faults.Clear();

        Meet().ShouldBeFalse();
    }

    private static Fault Throttling(int times) => new("iam", "CreateUser", "Throttling", 400, times);

    private bool Meet() => faults.Take("iam", "CreateUser") is not null;
}
