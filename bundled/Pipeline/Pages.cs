using System.Runtime.CompilerServices;
using Amazon.Runtime;

namespace Bundled.Pipeline;

/// <summary>Walks the pages of one listing, once: `advance` copies the marker to the request and says whether another page follows.</summary>
internal sealed class Pages<TRequest, TResponse>(
    TRequest request,
    Func<TRequest, CancellationToken, Task<TResponse>> call,
    Func<TRequest, TResponse, bool> advance) : IPaginator<TResponse>
    where TRequest : AmazonWebServiceRequest
{
    private int _started;

    public IPaginatedEnumerable<TResponse> Responses => new PaginatedResponse<TResponse>(this);

    public IPaginatedEnumerable<T> Each<T>(Func<TResponse, IEnumerable<T>> items) =>
        new PaginatedResultKeyResponse<TResponse, T>(this, response => items(response) ?? []);

    async IAsyncEnumerable<TResponse> IPaginator<TResponse>.PaginateAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _started, 1) != 0)
            throw new InvalidOperationException("Paginator has already been consumed and cannot be reused. Please create a new instance.");

        PaginatorUtils.SetUserAgentAdditionOnRequest(request);
        bool more;
        do
        {
            var response = await call(request, cancellationToken).ConfigureAwait(false);
            more = advance(request, response);
            cancellationToken.ThrowIfCancellationRequested();
            yield return response;
        }
        while (more);
    }
}
