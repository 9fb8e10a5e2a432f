using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;

namespace Gatehouse.Aws;

/// <summary>Asks Step Functions about runs.</summary>
public interface IRuns
{
    /// <summary>Whether the run with this execution ARN is still running; null where Step Functions does not know it: no longer, or not yet, because its answers lag behind.</summary>
    Task<bool?> IsRunningAsync(string run, CancellationToken cancellationToken);
}

/// <inheritdoc/>
public sealed class StepFunctionsRuns(IAmazonStepFunctions stepFunctions) : IRuns
{
    public async Task<bool?> IsRunningAsync(string run, CancellationToken cancellationToken)
    {
        try
        {
            var execution = await stepFunctions.DescribeExecutionAsync(new DescribeExecutionRequest { ExecutionArn = run }, cancellationToken);
            return execution.Status == ExecutionStatus.RUNNING || execution.Status == ExecutionStatus.PENDING_REDRIVE;
        }
        catch (ExecutionDoesNotExistException)
        {
            return null;
        }
    }
}
