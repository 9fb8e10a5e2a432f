using Gatehouse.Membership;

namespace Gatehouse.Tests.Membership;

public class RunMessagesTests
{
    [Theory]
    [InlineData("Lambda's JSON", """{"errorType":"X","errorMessage":"IAM said no.","stackTrace":["at A"]}""", "IAM said no.")]
    [InlineData("a sentence of Step Functions", "The Lambda function timed out.", "The Lambda function timed out.")]
    [InlineData("JSON that is not an error", "[1]", "[1]")]
    [InlineData("nothing", null, "X")]
    public void The_message_of_an_error_is_found_in(string what, string? cause, string message)
    {
        what.ShouldNotBeEmpty();
        new RunError("X", cause).Message().ShouldBe(message);
    }

    [Fact]
    public void A_run_knows_its_name_and_account()
    {
        var run = new RunId("arn:aws:states:eu-west-2:111122223333:execution:gatehouse-membership:merge-7-abc-r2");

        run.Name.ShouldBe("merge-7-abc-r2");
        run.Account.ShouldBe("111122223333");
        Should.Throw<ArgumentException>(() => new RunId("merge-7-abc"));
    }
}
