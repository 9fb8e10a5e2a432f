using Amazon.Runtime;
using Amazon.StepFunctions.Model;
using Bundled.Pipeline;

namespace Amazon.StepFunctions;

internal sealed class PaginatorFactory(IAmazonStepFunctions client) : IStepFunctionsPaginatorFactory
{
    public IListExecutionsPaginator ListExecutions(ListExecutionsRequest request) => new ListExecutionsPages(Of(request, client.ListExecutionsAsync, Next));

    public IListStateMachinesPaginator ListStateMachines(ListStateMachinesRequest request) =>
        new ListStateMachinesPages(Of(request, client.ListStateMachinesAsync, Next));

    private static Pages<TRequest, TResponse> Of<TRequest, TResponse>(
        TRequest request, Func<TRequest, CancellationToken, Task<TResponse>> call, Func<TRequest, TResponse, bool> next)
        where TRequest : AmazonWebServiceRequest => new(request, call, next);

    private static bool Next(ListExecutionsRequest request, ListExecutionsResponse response)
    {
        request.NextToken = response.NextToken;
        return !string.IsNullOrEmpty(response.NextToken);
    }

    private static bool Next(ListStateMachinesRequest request, ListStateMachinesResponse response)
    {
        request.NextToken = response.NextToken;
        return !string.IsNullOrEmpty(response.NextToken);
    }

    private sealed class ListExecutionsPages(Pages<ListExecutionsRequest, ListExecutionsResponse> pages) : IListExecutionsPaginator
    {
        public IPaginatedEnumerable<ListExecutionsResponse> Responses => pages.Responses;

        public IPaginatedEnumerable<ExecutionListItem> Executions => pages.Each(response => response.Executions);
    }

    private sealed class ListStateMachinesPages(Pages<ListStateMachinesRequest, ListStateMachinesResponse> pages) : IListStateMachinesPaginator
    {
        public IPaginatedEnumerable<ListStateMachinesResponse> Responses => pages.Responses;

        public IPaginatedEnumerable<StateMachineListItem> StateMachines => pages.Each(response => response.StateMachines);
    }
}
