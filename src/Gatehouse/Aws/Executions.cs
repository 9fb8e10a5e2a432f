using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;

namespace Gatehouse.Aws;

/// <summary>Starts and looks up executions of one state machine, which is known by its ARN.</summary>
public sealed class Executions(IAmazonStepFunctions stepFunctions, string machine) : IExecutions
{
    public async Task<bool> StartAsync(string name, string input, CancellationToken cancellationToken)
    {
        try
        {
            await stepFunctions.StartExecutionAsync(new StartExecutionRequest { StateMachineArn = machine, Name = name, Input = input }, cancellationToken);
            return true;
        }
        catch (ExecutionAlreadyExistsException)
        {
            return false;
        }
    }

    public async Task<bool> HasFailedAsync(string name, CancellationToken cancellationToken)
    {
        var execution = $"{machine.Replace(":stateMachine:", ":execution:", StringComparison.Ordinal)}:{name}";
        var answer = await stepFunctions.DescribeExecutionAsync(new DescribeExecutionRequest { ExecutionArn = execution }, cancellationToken);
        return answer.Status?.Value switch
        {
            "FAILED" or "TIMED_OUT" or "ABORTED" => true,
            "RUNNING" or "SUCCEEDED" or "PENDING_REDRIVE" => false,
            var unknown => throw new NotSupportedException($"Step Functions says that {name} is {unknown}, which nobody has decided about: do so here."),
        };
    }
}
