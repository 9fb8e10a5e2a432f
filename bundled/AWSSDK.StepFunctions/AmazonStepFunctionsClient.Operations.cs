using Amazon.Runtime;
using Amazon.StepFunctions.Model;
using Bundled.Pipeline;

namespace Amazon.StepFunctions;

public partial class AmazonStepFunctionsClient
{
    public virtual Task<DescribeExecutionResponse> DescribeExecutionAsync(DescribeExecutionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DescribeExecutionResponse>("DescribeExecution", request, cancellationToken);

    public virtual Task<ListExecutionsResponse> ListExecutionsAsync(ListExecutionsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListExecutionsResponse>("ListExecutions", request, cancellationToken);

    public virtual Task<ListStateMachinesResponse> ListStateMachinesAsync(ListStateMachinesRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListStateMachinesResponse>("ListStateMachines", request, cancellationToken);

    public virtual Task<StartExecutionResponse> StartExecutionAsync(StartExecutionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<StartExecutionResponse>("StartExecution", request, cancellationToken);

    public virtual Task<StopExecutionResponse> StopExecutionAsync(StopExecutionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<StopExecutionResponse>("StopExecution", request, cancellationToken);

    private Task<TResponse> CallAsync<TResponse>(string operation, AmazonStepFunctionsRequest request, CancellationToken cancellationToken)
        where TResponse : AmazonWebServiceResponse, new() =>
        InvokeAsync<TResponse>(request, new JsonOperation<TResponse>(Route(operation), request.Write, ServiceErrors.Of).Options, cancellationToken);

    private static JsonRoute Route(string operation) =>
        new("Amazon.StepFunctions", "2016-11-23", "application/x-amz-json-1.0", "/", Target: "AWSStepFunctions." + operation);
}
