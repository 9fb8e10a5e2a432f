using System.Net;
using Amazon.StepFunctions;
using Gatehouse.Aws;
using Gatehouse.Tests.House;

namespace Gatehouse.Tests.Aws;

public sealed class ExecutionsTests : IDisposable
{
    private const string Call = "POST /";
    private const string Machine = "arn:aws:states:eu-west-2:111122223333:stateMachine:gatehouse-membership";

    private readonly AmazonStepFunctionsClient stepFunctions;

    public ExecutionsTests() => stepFunctions = new AmazonStepFunctionsClient(AwsOver.Credentials, new AmazonStepFunctionsConfig().Scripted(Http));

    private ScriptedHttp Http { get; } = new();

    public void Dispose() => stepFunctions.Dispose();

    [Fact]
    public async Task A_run_is_started_under_its_name_in_our_machine()
    {
        Http.On(Call, """{"executionArn":"arn:…","startDate":1795167665.123}""");

        (await Executions().StartAsync("merge-7-abc", "{}", default)).ShouldBeTrue();

        Http.Requests[0].Body.ShouldContain(Machine);
        Http.Requests[0].Body.ShouldContain("merge-7-abc");
    }

    [Fact]
    public async Task A_name_that_was_used_starts_nothing()
    {
        Http.On(Call, HttpStatusCode.BadRequest, """{"__type":"ExecutionAlreadyExists","message":"Execution Already Exists"}""");

        (await Executions().StartAsync("merge-7-abc", "{}", default)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_machine_that_is_missing_is_an_error_and_no_redelivery()
    {
        Http.On(Call, HttpStatusCode.BadRequest, """{"__type":"StateMachineDoesNotExist","message":"gone"}""");

        await Should.ThrowAsync<Amazon.StepFunctions.Model.StateMachineDoesNotExistException>(() => Executions().StartAsync("merge-7-abc", "{}", default));
    }

    [Theory]
    [InlineData("FAILED", true)]
    [InlineData("TIMED_OUT", true)]
    [InlineData("ABORTED", true)]
    [InlineData("RUNNING", false)]
    [InlineData("SUCCEEDED", false)]
    [InlineData("PENDING_REDRIVE", false)]
    public async Task A_run_has_failed_by_its_status(string status, bool failed)
    {
        Http.On(Call, $$"""{"status":"{{status}}"}""");

        (await Executions().HasFailedAsync("merge-7-abc", default)).ShouldBe(failed);

        Http.Requests[0].Body.ShouldContain("arn:aws:states:eu-west-2:111122223333:execution:gatehouse-membership:merge-7-abc");
    }

    [Fact]
    public async Task A_status_that_nobody_knows_is_loud()
    {
        Http.On(Call, """{"status":"PAUSED"}""");

        (await Should.ThrowAsync<NotSupportedException>(() => Executions().HasFailedAsync("merge-7-abc", default))).Message.ShouldContain("PAUSED");
    }

    private Executions Executions() => new(stepFunctions, Machine);
}
